/** Ledgers to export, what an export of them is, and what lies in the files of a ledger that was put back. */
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { dossier } from '../../src/domain/dossier/vocabulary.ts';
import { families } from '../../src/domain/families.ts';
import { withdrawal } from '../../src/domain/timeline.ts';
import { type ExportRange, openExport } from '../../src/evidence/export.ts';
import { type Ledger, openLedger, type Paths, pathsIn } from '../../src/ledger/ledger.ts';
import { filled, newFolder } from '../support/ledger-folder.ts';
import { backfilled, imported, stated } from '../support/stated.ts';

/** A ledger of plain events on seven streams in turn, in a folder of its own. */
export async function plainLedger(size: number): Promise<Paths> {
  const paths = pathsIn(newFolder());
  const made = await filled(size);
  cpSync(made.ledger, paths.ledger);
  cpSync(made.witness, paths.witness);
  return paths;
}

export const code = 'H42.17-260302-0001';
export const stream = `dossier-${code}`;
export const applicant = 'Nguyễn Văn A "nhà 5\\2", 𠀋';

export function openIn(paths: Paths, kind: 'ledger' | 'demo' = 'ledger'): Ledger {
  return openLedger({
    paths,
    families,
    origin: { name: 'một cửa', kind },
    isCentre: () => true,
    now: () => new Date('2026-03-02T09:00:00.000Z'),
  });
}

/** A ledger with its keys: a person named, an entry withdrawn, an import, and what was noted on paper. */
export async function livelyLedger(): Promise<Paths> {
  const paths = pathsIn(join(newFolder(), 'ledger'));
  using ledger = openIn(paths);
  const send = async (key: string, type: keyof typeof dossier, data: object, also = {}) => {
    const facts = [{ type, data: dossier[type].latest.parse(data), ...stated(), ...also }];
    const digest = ledger.digestOf(key);
    const common = { stream, key, digest, expectedRevision: null, mayWriteFor: () => true };
    const result = await ledger.record({ ...common, facts });
    expect(result).toMatchObject({ kind: 'recorded' });
    return result.kind === 'recorded' ? result.ids[0] : undefined;
  };
  await send('received', 'DossierReceived', { code, applicant });
  const wrong = await send('step', 'StepCompleted', { step: 'Thẩm định\t\u0001' });
  await send('withdrawn', withdrawal, {}, { corrects: wrong });
  await send('imported', 'StepCompleted', { step: 'Ký' }, imported);
  await send('on paper', 'StepCompleted', { step: 'Đóng dấu' }, backfilled);
  return paths;
}

/** The export of the ledger, as one text. */
export function exported(paths: Paths, range?: ExportRange): string {
  using made = openExport(paths, range);
  return [...made.pieces].join('');
}

/** The lines of the export, each with its line feed. */
export function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

/** The export in a file of a new folder. */
export function fileOf(text: string | Uint8Array, { gzip = false } = {}): string {
  const file = join(newFolder(), 'export');
  writeFileSync(file, gzip ? gzipSync(text) : text);
  return file;
}

/** Every row of every table, with the type of each value, and what the file says of itself. */
export function everyRow({ ledger }: Pick<Paths, 'ledger'>): Record<string, unknown> {
  using database = new DatabaseSync(ledger, { readOnly: true });
  const rows = (sql: string) => database.prepare(sql).all();
  return {
    schema: rows('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name'),
    format: [
      rows('PRAGMA application_id'),
      rows('PRAGMA user_version'),
      rows('PRAGMA journal_mode'),
    ],
    origin: rows('SELECT * FROM origin'),
    keyRings: rows('SELECT * FROM key_ring ORDER BY number'),
    events: rows('SELECT *, typeof(salt), typeof(content), typeof(leaf) FROM event ORDER BY idx'),
    tiles: rows('SELECT * FROM tile ORDER BY number'),
  };
}
