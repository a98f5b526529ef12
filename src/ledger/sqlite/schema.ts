/**
 * The ledger in one SQLite file: its tables, and what the database itself refuses.
 *
 * Triggers bind everyone who opens the file with SQLite, also at a prompt; the authorizer binds
 * every statement of this program. REPLACE does not fire triggers on DELETE, so what is already
 * there is defended when something is inserted.
 */
import { constants, type DatabaseSync } from 'node:sqlite';

/** `MCUA`: tells the file from any other database. */
export const applicationId = 0x4d435541;

/** Raised when the tables change; this program reads no other. */
export const formatVersion = 1;

/** Leaves under one row of `tile`. The size of a tile in C2SP tlog-tiles. */
export const tileLeaves = 256;

/** What a new file is told that it is. Not told again: that would write, which a full disk refuses even to a reader. */
export const identity = `
  PRAGMA journal_mode = WAL;
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${formatVersion};
`;

export const schema = `
  -- What the ledger is: written once, when it is made.
  CREATE TABLE origin (
    name    TEXT NOT NULL,
    kind    TEXT NOT NULL CHECK (kind IN ('ledger', 'demo')),
    madeAt  TEXT NOT NULL
  ) STRICT;

  -- Which key ring the digests and seals since then were made with; the last one counts.
  CREATE TABLE key_ring (
    number INTEGER PRIMARY KEY, -- 0, 1, 2 … without gaps
    id     TEXT NOT NULL
  ) STRICT;

  CREATE TABLE event (
    idx        INTEGER PRIMARY KEY, -- 0, 1, 2 … without gaps
    stream     TEXT    NOT NULL,
    revision   INTEGER NOT NULL,
    id         TEXT    NOT NULL,
    type       TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    occurredAt TEXT    NOT NULL,
    recordedAt TEXT    NOT NULL,
    salt       TEXT    NOT NULL,
    content    TEXT    NOT NULL, -- canonical JSON, the very bytes that the leaf commits to
    leaf       BLOB    NOT NULL, -- hash of the event's leaf in the tree
    UNIQUE (stream, revision)
  ) STRICT;

  -- Root hash of each complete subtree of ${tileLeaves} leaves.
  CREATE TABLE tile (
    number INTEGER PRIMARY KEY,
    hash   BLOB NOT NULL
  ) STRICT;

  ${neverChanged('event', 'an event')}
  ${neverChanged('tile', 'a hash of the tree')}
  ${neverChanged('origin', 'the origin')}
  ${neverChanged('key_ring', 'the name of a key ring')}

  CREATE TRIGGER event_goes_at_the_end BEFORE INSERT ON event
    WHEN NEW.idx IS NOT (SELECT coalesce(max(idx) + 1, 0) FROM event)
      OR NEW.revision IS NOT
        (SELECT coalesce(max(revision) + 1, 0) FROM event WHERE stream = NEW.stream)
    BEGIN SELECT RAISE(ABORT, 'an event goes at the end: none is ever replaced'); END;
  CREATE TRIGGER tile_goes_at_the_end BEFORE INSERT ON tile
    WHEN NEW.number IS NOT (SELECT coalesce(max(number) + 1, 0) FROM tile)
    BEGIN SELECT RAISE(ABORT, 'a hash of the tree goes at the end: none is ever replaced'); END;
  CREATE TRIGGER key_ring_goes_at_the_end BEFORE INSERT ON key_ring
    WHEN NEW.number IS NOT (SELECT coalesce(max(number) + 1, 0) FROM key_ring)
    BEGIN SELECT RAISE(ABORT, 'the name of a key ring goes at the end: none is ever replaced'); END;
  CREATE TRIGGER origin_is_written_once BEFORE INSERT ON origin
    WHEN EXISTS (SELECT 1 FROM origin)
    BEGIN SELECT RAISE(ABORT, 'the origin is written once'); END;
`;

function neverChanged(table: string, what: string): string {
  return `
  CREATE TRIGGER ${table}_is_never_changed BEFORE UPDATE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${what} is never changed'); END;
  CREATE TRIGGER ${table}_is_never_removed BEFORE DELETE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${what} is never removed'); END;`;
}

const allowed = new Set<number>([
  constants.SQLITE_SELECT,
  constants.SQLITE_READ,
  constants.SQLITE_FUNCTION,
  constants.SQLITE_RECURSIVE,
  constants.SQLITE_TRANSACTION,
  constants.SQLITE_SAVEPOINT,
]);

const growing = new Set(['event', 'tile', 'origin', 'key_ring']);

/** From now on `database` prepares only statements that read, or that add to the tables above. */
export function forbidChange(database: DatabaseSync): void {
  database.setAuthorizer((action, first, second) => {
    if (allowed.has(action)) return constants.SQLITE_OK;
    if (action === constants.SQLITE_INSERT && growing.has(first ?? '')) return constants.SQLITE_OK;
    if (action === constants.SQLITE_PRAGMA && first === 'wal_checkpoint')
      return constants.SQLITE_OK;
    if (action === constants.SQLITE_PRAGMA && first === 'data_version' && second === null) {
      return constants.SQLITE_OK;
    }
    return constants.SQLITE_DENY;
  });
}
