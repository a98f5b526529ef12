/**
 * The yardstick: events in a plain table of `node:sqlite`, as near to its limit as plain code comes.
 *
 * WAL and `synchronous=FULL` as the ledger has them, one commit for appends that arrive together,
 * prepared statements, whole rows in pages. No tree, no witness, no triggers, no checks: the unique
 * index alone refuses a wrong revision.
 */
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { NewEvent } from '../src/ledger/event-store.ts';
import { transaction } from '../src/ledger/transaction.ts';

export type PlainStore = Disposable & {
  readonly append: (stream: string, revision: number, event: NewEvent) => Promise<void>;
  /** All of them in one transaction, now. */
  readonly appendBatch: (batch: readonly PlainAppend[]) => void;
  readonly read: (stream: string) => readonly PlainRow[];
  /** At most `limit` after `position`, 0 for the start. */
  readonly page: (position: number, limit: number) => readonly PlainRow[];
  readonly database: DatabaseSync;
};

export type PlainAppend = {
  readonly stream: string;
  readonly revision: number;
  readonly event: NewEvent;
};

/** A row as it comes: `position`, `stream`, `revision`, `id`, `type`, `data`, `metadata`, `recordedAt`. */
export type PlainRow = Readonly<Record<string, SQLOutputValue>>;

/** The same room in the write-ahead log as the ledger has: a smaller one would only slow it down. */
const settings = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA wal_autocheckpoint = 4000;`;

const schema = `
  CREATE TABLE IF NOT EXISTS event (
    position   INTEGER PRIMARY KEY AUTOINCREMENT,
    stream     TEXT    NOT NULL,
    revision   INTEGER NOT NULL,
    id         TEXT    NOT NULL,
    type       TEXT    NOT NULL,
    data       TEXT    NOT NULL,
    metadata   TEXT    NOT NULL,
    recordedAt TEXT    NOT NULL,
    UNIQUE (stream, revision)
  );
  CREATE TABLE IF NOT EXISTS readModel (name TEXT PRIMARY KEY, position INTEGER, state TEXT);`;

const metadata = '{"source":"bench"}';

type Waiting = PlainAppend & PromiseWithResolvers<void>;

export function plainStore(file: string): PlainStore {
  const database = new DatabaseSync(file);
  database.exec(settings + schema);
  const insert = database.prepare(
    'INSERT INTO event (stream, revision, id, type, data, metadata, recordedAt) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const ofStream = database.prepare('SELECT * FROM event WHERE stream = ? ORDER BY revision');
  const after = database.prepare(
    'SELECT * FROM event WHERE position > ? ORDER BY position LIMIT ?',
  );
  let waiting: Waiting[] = [];

  function appendBatch(batch: readonly PlainAppend[]): void {
    const recordedAt = new Date().toISOString();
    transaction(database, () => {
      for (const { stream, revision, event } of batch) {
        const { id, type, content } = event;
        insert.run(stream, revision, id, type, content, metadata, recordedAt);
      }
    });
  }

  function commitTogether(): void {
    const together = waiting;
    waiting = [];
    try {
      appendBatch(together);
      for (const { resolve } of together) resolve();
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  }

  return {
    append(stream, revision, event) {
      const answer = Promise.withResolvers<void>();
      if (waiting.push({ stream, revision, event, ...answer }) === 1) setImmediate(commitTogether);
      return answer.promise;
    },
    appendBatch,
    read: (stream) => ofStream.all(stream),
    page: (position, limit) => after.all(position, limit),
    database,
    [Symbol.dispose]: () => database.close(),
  };
}

/** Fills an empty `file` with the events of a ledger. */
export function copyLedger(ledger: string, file: string): void {
  using plain = plainStore(file);
  plain.database.prepare('ATTACH ? AS ledger').run(ledger);
  plain.database.exec(
    `INSERT INTO event SELECT idx + 1, stream, revision, id, type, content, '${metadata}', recordedAt
     FROM ledger.event ORDER BY idx`,
  );
  plain.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}
