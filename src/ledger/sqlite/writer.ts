/** Opening the ledger's file to write to it: made whole or not at all, and never made anew over what is there. */
import { DatabaseSync } from 'node:sqlite';
import { transaction } from '../transaction.ts';
import { checkFormat, keyRingOf, NotThisLedger, type Origin, originOf } from './open.ts';
import { identity, schema } from './schema.ts';
import { schemaDifferences } from './schema-check.ts';

export type WriterOptions = {
  readonly file: string;
  readonly origin: Origin;
  readonly now: () => Date;
  readonly keyRing?: string | undefined;
  /** See `SqliteStoreOptions`. */
  readonly durable?: boolean | undefined;
};

/** @throws NotThisLedger if the file is something else, is of the other kind, or lacks a table. */
export function openWriter({
  file,
  origin,
  now,
  keyRing,
  durable = true,
}: WriterOptions): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    const tables = Number(database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.['n']);
    if (tables === 0) make(database, origin, now);
    else checkFormat(database, file);
    checkTables(database, file);
    database.exec(`PRAGMA synchronous = ${durable ? 'FULL' : 'OFF'}`);
    database.exec('PRAGMA wal_autocheckpoint = 4000');
    const known = originOf(database);
    if (known !== null && known.kind !== origin.kind) {
      throw new NotThisLedger(
        `${file} holds the ${known.kind} "${known.name}", not a ${origin.kind}: a demo has a folder of its own`,
      );
    }
    // Nothing has been sealed or digested yet, so any ring will do.
    if (keyRing !== undefined && isEmpty(database) && keyRingOf(database) !== keyRing) {
      addKeyRing(database, keyRing);
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function make(database: DatabaseSync, { name, kind }: Origin, now: () => Date): void {
  database.exec(identity);
  transaction(database, () => {
    database.exec(schema);
    database.prepare('INSERT INTO origin VALUES (?, ?, ?)').run(name, kind, now().toISOString());
  });
}

/** Triggers are another matter: without them the ledger can still be read. */
function checkTables(database: DatabaseSync, file: string): void {
  const [wrong] = schemaDifferences(database).filter(({ kind }) => kind === 'table');
  if (wrong === undefined) return;
  throw new NotThisLedger(
    `${file} is not as a ledger is made: ${wrong.what}. Put a backup back with "motcua restore"`,
  );
}

function isEmpty(database: DatabaseSync): boolean {
  return database.prepare('SELECT 1 FROM event LIMIT 1').get() === undefined;
}

/** The ring that is written with from now on. */
export function addKeyRing(database: DatabaseSync, id: string): void {
  database
    .prepare('INSERT INTO key_ring SELECT coalesce(max(number) + 1, 0), ? FROM key_ring')
    .run(id);
}
