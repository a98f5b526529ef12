/** The tables of the access tokens. A token is never removed: revoked, it still says that it was there. */
import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

/** `MCUT`: tells the file from any other database. */
const applicationId = 0x4d435554;

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA application_id = ${applicationId};

  CREATE TABLE IF NOT EXISTS token (
    id        TEXT NOT NULL UNIQUE,
    role      TEXT NOT NULL,
    digest    BLOB NOT NULL CHECK (length(digest) = 32), -- HMAC-SHA256 of the token
    centres   TEXT, -- JSON array of codes; NULL: all centres
    agency    TEXT,
    official  TEXT,
    name      TEXT,
    createdAt TEXT NOT NULL,
    revokedAt TEXT
  ) STRICT;

  CREATE TABLE IF NOT EXISTS secret (
    name  TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL CHECK (length(value) = 32)
  ) STRICT;
`;

const TokenRow = z.object({
  id: z.string(),
  role: z.string(),
  digest: z.instanceof(Uint8Array),
  centres: z.string().nullable(),
  agency: z.string().nullable(),
  official: z.string().nullable(),
  name: z.string().nullable(),
  createdAt: z.string(),
  revokedAt: z.string().nullable(),
});
export type TokenRow = z.output<typeof TokenRow>;

export type AccessDatabase = ReturnType<typeof openAccessFile>;

/** Opens the file, or makes it with mode 0600. @throws Error if it is another program's. */
export function openAccessFile(file: string) {
  if (file !== ':memory:') makePrivate(file);
  const database = openTables(file);
  const insert = database.prepare('INSERT INTO token VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)');
  const select = database.prepare('SELECT * FROM token WHERE id = ?');
  const selectAll = database.prepare('SELECT * FROM token ORDER BY rowid');
  const revoke = database.prepare(
    'UPDATE token SET revokedAt = coalesce(revokedAt, ?) WHERE id = ?',
  );
  const selectSecret = database.prepare("SELECT value FROM secret WHERE name = 'tokens'");
  const insertSecret = database.prepare("INSERT OR IGNORE INTO secret VALUES ('tokens', ?)");

  return {
    insert(row: Omit<TokenRow, 'revokedAt'>): void {
      const { id, role, digest, centres, agency, official, name, createdAt } = row;
      insert.run(id, role, digest, centres, agency, official, name, createdAt);
    },

    find(id: string): TokenRow | undefined {
      const row = select.get(id);
      return row === undefined ? undefined : TokenRow.parse(row);
    },

    all: (): TokenRow[] => selectAll.all().map((row) => TokenRow.parse(row)),

    revoke: (id: string, at: string): boolean => revoke.run(at, id).changes > 0,

    /** The secret in the file; `made` if there is none yet, unless another process is first. */
    ownSecret(made: Uint8Array): Uint8Array {
      insertSecret.run(made);
      const value = selectSecret.get()?.['value'];
      return value instanceof Uint8Array ? value : made;
    },

    isOpen: () => database.isOpen,
    close: () => database.close(),
  };
}

function openTables(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    const tables = database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.['n'];
    const id = database.prepare('PRAGMA application_id').get()?.['application_id'];
    if (tables !== 0 && id !== applicationId) throw new Error(`${file} does not hold tokens`);
    database.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
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
