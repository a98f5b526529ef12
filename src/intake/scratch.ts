/**
 * Where an import is laid out between its two passes: a SQLite file, so that memory stays the same however
 * long the export is.
 *
 * The file may hold personal data in the clear. It loses its name as soon as it is open, so that nobody finds it and the
 * system takes it back when this process ends, in whatever way.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { decodeFacts, encodeFact, identityOf, type LaidOut, repeated } from './laid-out.ts';

export type Note = {
  readonly line: number;
  /** `refused`: of this row, or of its case, something is not recorded. `warning`: recorded, and worth a look. */
  readonly kind: 'refused' | 'warning';
  readonly reason: string;
};

export type CaseState = {
  /** In order of first appearance, from 1. */
  readonly number: number;
  /** What its first row says in the columns of the case. */
  readonly stated: string;
};

/** There is no room for it, or no right to write. Nothing was recorded. */
export class ScratchUnavailable extends Error {
  override readonly name = 'ScratchUnavailable';
}

export type Scratch = Disposable & ReturnType<typeof layout>;

/** A chunk is what one case gained between two flushes: nearly always the whole case. */
const schema = `
  PRAGMA page_size = 32768;
  PRAGMA journal_mode = MEMORY; -- of the pages there were before BEGIN: next to none
  PRAGMA synchronous = OFF;
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA cache_size = -32768;
  CREATE TABLE cases (
    number INTEGER PRIMARY KEY, id TEXT UNIQUE, stream TEXT, stated TEXT,
    repeats INTEGER NOT NULL DEFAULT 0 -- an id comes more than once
  ) STRICT;
  CREATE TABLE chunk (
    caseNumber INTEGER, flush INTEGER, identities TEXT, facts TEXT, PRIMARY KEY (caseNumber, flush)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE note (line INTEGER, kind TEXT, reason TEXT) STRICT;
  BEGIN;
`;

/** @throws ScratchUnavailable */
export function openScratch(folder: string): Scratch {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder)) {
      if (/^import-.*\.scratch$/.test(name)) rmSync(join(folder, name), { force: true });
    }
    const file = join(folder, `import-${randomUUID()}.scratch`);
    const database = new DatabaseSync(file);
    database.exec(schema);
    rmSync(file);
    const close = () => {
      if (database.isOpen) database.close();
    };
    return { ...layout(database), [Symbol.dispose]: close };
  } catch (error) {
    throw asUnavailable(error, folder);
  }
}

/** A full disk and the like, in words; any other error as it is. */
export function asUnavailable(error: unknown, folder: string): unknown {
  const isOfTheDisk =
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ERR_SQLITE_ERROR' || /^E[A-Z]+$/.test(String(error.code)));
  if (!isOfTheDisk) return error;
  const what = `the working copy of the file cannot be kept in ${folder} (${error.message})`;
  const remedy = 'nothing was recorded. Make room there, or let this account write to it';
  return new ScratchUnavailable(`${what}: ${remedy}`, { cause: error });
}

/** Facts held in memory before they are written, so that a case is one row and not many. */
const factsHeld = 1_024;

function layout(database: DatabaseSync) {
  const insertCase = database.prepare('INSERT INTO cases (id, stream, stated) VALUES (?, ?, ?)');
  const insertChunk = database.prepare('INSERT INTO chunk VALUES (?, ?, ?, ?)');
  const insertNote = database.prepare('INSERT INTO note VALUES (?, ?, ?)');
  const selectCase = database.prepare('SELECT number, stated FROM cases WHERE id = ?');
  const nameCase = database.prepare('SELECT id, stream, repeats FROM cases WHERE number = ?');
  const markCase = database.prepare('UPDATE cases SET repeats = 1 WHERE number = ?');
  let held = new Map<number, { identities: string; facts: string }>();
  let factsInHand = 0;
  let flushes = 0;

  function flush(): void {
    for (const [number, { identities, facts }] of held) {
      insertChunk.run(number, flushes, identities, facts);
    }
    held = new Map();
    factsInHand = 0;
    flushes += 1;
  }

  function addNote({ line, kind, reason }: Note): void {
    insertNote.run(line, kind, reason);
  }

  return {
    addNote,

    addCase(id: string, stream: string, stated: string): CaseState {
      const { lastInsertRowid } = insertCase.run(id, stream, stated);
      return { number: Number(lastInsertRowid), stated };
    },

    findCase(id: string): CaseState | undefined {
      const row = selectCase.get(id);
      return row && { number: Number(row['number']), stated: textOf(row['stated']) };
    },

    addFact(caseNumber: number, fact: LaidOut): void {
      let chunk = held.get(caseNumber);
      if (chunk === undefined) held.set(caseNumber, (chunk = { identities: '', facts: '' }));
      chunk.identities += `${identityOf(fact)}\n`;
      chunk.facts += encodeFact(fact);
      factsInHand += 1;
      if (factsInHand >= factsHeld) flush();
    },

    /**
     * To be called once, when all is laid out: lists the rows whose id an earlier row of their case has.
     *
     * @param sizeOf hears how many facts each case has.
     */
    finish(sizeOf: (facts: number) => void): { facts: number } {
      flush();
      let facts = 0;
      for (const [number, text] of wholeCases(database, 'identities', sizeOf)) {
        const identities = text.split('\n').slice(0, -1);
        facts += identities.length;
        if (new Set(identities).size === identities.length) continue;
        markCase.run(number);
        const surplus = repeated(factsOf(database, number));
        facts -= surplus.size;
        for (const [{ line }, reason] of surplus) addNote({ line, kind: 'refused', reason });
      }
      database.exec('COMMIT');
      return { facts };
    },

    counts: () => ({
      cases: count(database, 'cases', 'count(*)', 'true'),
      refused: count(database, 'note', 'count(DISTINCT line)', `kind = 'refused'`),
      warnings: count(database, 'note', 'count(*)', `kind = 'warning'`),
    }),

    /** In order of their lines. */
    *notes(): Generator<Note> {
      const ordered = database.prepare('SELECT * FROM note ORDER BY line, kind, rowid');
      for (const { line, kind, reason } of ordered.iterate()) {
        yield {
          line: Number(line),
          kind: kind === 'refused' ? 'refused' : 'warning',
          reason: textOf(reason),
        };
      }
    },

    /** Cases in order of first appearance, each whole. A fact whose id is repeated stands once. */
    *cases(): Generator<{ id: string; stream: string; facts: readonly LaidOut[] }> {
      for (const [number, text] of wholeCases(database, 'facts')) {
        const row = nameCase.get(number);
        let facts = decodeFacts(text);
        if (row?.['repeats'] === 1) {
          const surplus = repeated(facts);
          facts = facts.filter((fact) => !surplus.has(fact));
        }
        const id = textOf(row?.['id']).replace(/^\d+\//, ''); // without the kind of record
        yield { id, stream: textOf(row?.['stream']), facts };
      }
    },
  };
}

/** One column of the chunks, those of a case together. */
function* wholeCases(
  database: DatabaseSync,
  column: 'identities' | 'facts',
  sizeOf?: (facts: number) => void,
): Generator<readonly [number: number, text: string]> {
  const chunks = database.prepare(
    `SELECT caseNumber, ${column} AS text FROM chunk ORDER BY caseNumber, flush`,
  );
  let [number, text, facts] = [0, '', 0];
  for (const row of chunks.iterate()) {
    const next = Number(row['caseNumber']);
    if (next !== number) {
      if (number !== 0) yield [number, text];
      [number, text, facts] = [next, '', 0];
    }
    const chunk = textOf(row['text']);
    text += chunk;
    if (sizeOf !== undefined) sizeOf((facts += chunk.split('\n').length - 1));
  }
  if (number !== 0) yield [number, text];
}

function factsOf(database: DatabaseSync, number: number): LaidOut[] {
  const chunks = database.prepare('SELECT facts FROM chunk WHERE caseNumber = ? ORDER BY flush');
  return decodeFacts(
    chunks
      .all(number)
      .map(({ facts }) => textOf(facts))
      .join(''),
  );
}

function count(database: DatabaseSync, table: string, what: string, where: string): number {
  const query = `SELECT ${what} AS n FROM ${table} WHERE ${where}`;
  return Number(database.prepare(query).get()?.['n'] ?? 0);
}

function textOf(value: SQLOutputValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
