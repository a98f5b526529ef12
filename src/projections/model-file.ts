/**
 * The file of the read models: derived, disposable, and marked with what it was derived from.
 *
 * A file whose marks do not fit the ledger is thrown away and built anew, never repaired.
 */
import { hash } from 'node:crypto';
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { families } from '../domain/families.ts';
import type { Index } from '../domain/units.ts';
import { versionOf } from '../domain/vocabulary.ts';
import type { LogReader } from '../ledger/log-reader.ts';
import type { Projection } from './projection.ts';
import { quarantineSchema } from './quarantine.ts';
import { createIndexes, createTable } from './table.ts';

/** What a file says of itself. */
export type Marks = {
  readonly origin: string;
  /** Which projections, in which version, under which regulations. */
  readonly fingerprint: string;
  /** Which tables: files of one shape can be read by the same queries. */
  readonly shape: string;
  /** Index of the last event that is shown; -1n: none. */
  readonly position: Index;
  /** Root of the tree over the events up to there, in hex. */
  readonly root: string;
};

/** Names a set of projections and everything, beside the log, that their rows depend on. */
export function fingerprintOf(projections: readonly Projection[], regulations: string): string {
  const named = projections.map(({ name, version }) => `${name}@${version}`);
  const parts = [shapeOf(projections), regulations, ...named, ...words()];
  return hash('sha256', parts.join('\n')).slice(0, 16);
}

/** What this program can read: an event that an earlier release had to set aside is shown by one that knows it. */
function words(): string[] {
  return [...families].flatMap(([category, { vocabulary }]) =>
    Object.entries(vocabulary).map(
      ([type, definition]) => `${category}/${type}@${versionOf(definition)}`,
    ),
  );
}

export function shapeOf(projections: readonly Projection[]): string {
  const all = projections.flatMap(({ tables }) => tables);
  return hash('sha256', JSON.stringify([all, quarantineSchema])).slice(0, 16);
}

/** A new, empty file for the engine to fill. Nothing of it is kept if the process dies. */
export function createModelFile(file: string, projections: readonly Projection[]): DatabaseSync {
  removeModelFile(file);
  const database = new DatabaseSync(file);
  database.exec(
    'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -65536',
  );
  database.exec(
    'CREATE TABLE mark (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID',
  );
  database.exec(quarantineSchema);
  for (const table of projections.flatMap(({ tables }) => tables)) createTable(database, table);
  return database;
}

/** Makes the indexes and closes the file; it can then be read by others, and followed. */
export function finishModelFile(database: DatabaseSync, projections: readonly Projection[]): void {
  for (const table of projections.flatMap(({ tables }) => tables)) createIndexes(database, table);
  database.exec(
    'PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = WAL; PRAGMA wal_checkpoint(TRUNCATE)',
  );
  database.close();
}

/** Opens a finished file to go on with it. */
export function openModelWriter(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  return database;
}

export function openModelReader(file: string): DatabaseSync {
  return new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
}

export function writeMarks(database: DatabaseSync, marks: Marks): void {
  const put = database.prepare('INSERT OR REPLACE INTO mark VALUES (?, ?)');
  for (const [name, value] of Object.entries(marks)) put.run(name, String(value));
}

/** @returns null if there is no file, or it is not a read model's. */
export function readMarks(file: string): Marks | null {
  if (!existsSync(file)) return null;
  try {
    using database = openModelReader(file);
    const page = Number(database.prepare('PRAGMA page_size').get()?.['page_size']);
    if (statSync(file).size % page !== 0) return null; // SQLite reads half a page as if it were whole
    return marksIn(database);
  } catch {
    return null; // cut short, or something else altogether: thrown away like any other misfit
  }
}

export function marksIn(database: DatabaseSync): Marks {
  const rows = database.prepare('SELECT name, value FROM mark').all();
  const value = new Map(rows.map((row) => [String(row['name']), String(row['value'])]));
  return {
    origin: value.get('origin') ?? '',
    fingerprint: value.get('fingerprint') ?? '',
    shape: value.get('shape') ?? '',
    position: BigInt(value.get('position') ?? -1),
    root: value.get('root') ?? '',
  };
}

/** Whether what `marks` says was derived from this log. */
export function fits(marks: Marks, log: LogReader): boolean {
  if (marks.origin !== log.origin.name || marks.position >= log.size()) return false;
  return marks.root === rootAt(log, marks.position);
}

/** Root of the tree over the events up to `position`, in hex. */
export function rootAt(log: LogReader, position: Index): string {
  return Buffer.from(log.treeAt(position + 1n).root()).toString('hex');
}

/** Whether SQLite finds nothing wrong with a file. Reads all of it: for when something went wrong. */
export function isWhole(file: string): boolean {
  try {
    using database = openModelReader(file);
    return database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok';
  } catch {
    return false;
  }
}

export function moveModelFile(from: string, to: string): void {
  removeModelFile(to);
  renameSync(from, to);
}

export function removeModelFile(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal'])
    rmSync(`${file}${suffix}`, { force: true });
}
