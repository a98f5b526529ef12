/**
 * The tables of a key ring, and what keeps a destroyed key from lingering in its file.
 *
 * Three things would leave one behind: freed space that is not overwritten (`secure_delete`), the
 * write-ahead log (emptied after every erasure), and rows that are copied about as pages split. The
 * last cannot happen to `person`: its keys lie in order of arrival, so only the last page ever grows.
 */
import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { PersonId } from '../domain/units.ts';

/** `MCUK`: tells the file from any other database. */
const applicationId = 0x4d43554b;

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA application_id = ${applicationId};

  CREATE TABLE IF NOT EXISTS person (
    id  TEXT NOT NULL UNIQUE,
    key BLOB CHECK (length(key) = 32) -- NULL: destroyed
  ) STRICT;
  CREATE TRIGGER IF NOT EXISTS person_gets_no_other_key BEFORE UPDATE ON person
    WHEN NEW.key IS NOT NULL OR NEW.id <> OLD.id
    BEGIN SELECT RAISE(ABORT, 'a key is destroyed and never changed'); END;
  CREATE TRIGGER IF NOT EXISTS person_is_never_removed BEFORE DELETE ON person
    BEGIN SELECT RAISE(ABORT, 'who was erased stays named'); END;

  CREATE TABLE IF NOT EXISTS number (
    digest TEXT NOT NULL UNIQUE, -- HMAC-SHA256 of the national number, in hex
    person TEXT NOT NULL REFERENCES person (id)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS number_by_person ON number (person);

  CREATE TABLE IF NOT EXISTS secret (
    name  TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL CHECK (length(value) = 32)
  ) STRICT;
`;

/** Of every connection, not of the file. */
const settings = (durable: boolean) => `
  PRAGMA synchronous = ${durable ? 'FULL' : 'OFF'}; -- FULL: a commit that has returned survives loss of power
  PRAGMA secure_delete = ON; -- what is destroyed is overwritten
`;

/**
 * Opens the file, or makes it with mode 0600.
 *
 * @param durable false: see `SqliteStoreOptions`.
 * @throws Error if it is another program's.
 */
export function openKeys(file: string, durable: boolean): DatabaseSync {
  if (file !== ':memory:') makePrivate(file);
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    const tables = database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.['n'];
    const id = database.prepare('PRAGMA application_id').get()?.['application_id'];
    if (tables !== 0 && id !== applicationId) throw new Error(`${file} is not a key ring`);
    database.exec(settings(durable));
    if (tables === 0) database.exec(schema);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** SQLite gives its log and its shared memory the mode of the file. */
function makePrivate(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
}

export type KeyTables = ReturnType<typeof keyTables>;

/** What is asked of the tables; each line a statement, prepared once. */
export function keyTables(database: DatabaseSync) {
  const selectKey = database.prepare('SELECT key FROM person WHERE id = ?');
  const insertPerson = database.prepare('INSERT INTO person (id, key) VALUES (?, ?)');
  const destroyKey = database.prepare('UPDATE person SET key = NULL WHERE id = ?');
  const selectNumber = database.prepare('SELECT person FROM number WHERE digest = ?');
  const insertNumber = database.prepare('INSERT INTO number (digest, person) VALUES (?, ?)');
  const deleteNumbers = database.prepare('DELETE FROM number WHERE person = ?');
  const selectSecret = database.prepare('SELECT value FROM secret WHERE name = ?');
  const insertSecret = database.prepare('INSERT OR IGNORE INTO secret VALUES (?, ?)');
  const dataVersion = database.prepare('PRAGMA data_version');
  const emptyLog = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)');

  return {
    /** `null`: destroyed. `undefined`: there never was one. */
    keyOf(person: PersonId): Uint8Array | null | undefined {
      const row = selectKey.get(person);
      if (row === undefined) return undefined;
      return row['key'] instanceof Uint8Array ? row['key'] : null;
    },

    addPerson(person: PersonId, key: Uint8Array): void {
      insertPerson.run(person, key);
    },

    personWith(digest: string): PersonId | undefined {
      const row = selectNumber.get(digest);
      return row === undefined ? undefined : PersonId.parse(row['person']);
    },

    addNumber(digest: string, person: PersonId): void {
      insertNumber.run(digest, person);
    },

    erase(person: PersonId): void {
      deleteNumbers.run(person);
      destroyKey.run(person);
    },

    secretOf(name: string): Uint8Array | undefined {
      const value = selectSecret.get(name)?.['value'];
      return value instanceof Uint8Array ? value : undefined;
    },

    /** The secret as it now is: another process may have been first. */
    keepSecret(name: string, value: Uint8Array): Uint8Array {
      insertSecret.run(name, value);
      const kept = selectSecret.get(name)?.['value'];
      return kept instanceof Uint8Array ? kept : value;
    },

    /** Changes when another connection has written to the file. */
    changesByOthers(): unknown {
      return dataVersion.get()?.['data_version'];
    },

    /** Writes the log back into the file and empties it. False if a reader is in the way. */
    emptyLog(): boolean {
      return emptyLog.get()?.['busy'] === 0;
    },
  };
}
