/** Which complaints are denunciations, and whom they accuse: asked before any list is shown to somebody. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const Row = z.object({ subject: z.string() });

/** The streams of all of them. */
export function denunciations(database: DatabaseSync): readonly string[] {
  const rows = database.prepare("SELECT subject FROM complaint WHERE secrecy = 'secret'").all();
  return rows.map((row) => Row.parse(row).subject);
}

/** The streams of those that accuse this official. */
export function denunciationsOf(database: DatabaseSync, official: string): readonly string[] {
  const rows = database
    .prepare('SELECT subject FROM complaint_accused WHERE official = ?')
    .all(official);
  return rows.map((row) => Row.parse(row).subject);
}

/** Whether the record on `subject` is one. */
export function isDenunciationNow(database: DatabaseSync, subject: string): boolean {
  const row = database
    .prepare("SELECT 1 FROM complaint WHERE subject = ? AND +secrecy = 'secret'")
    .get(subject);
  return row !== undefined;
}
