/** What the database itself refuses: to whoever opens the file, by its triggers; to this program, by the authorizer. */
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { verifyLedger } from '../../../src/evidence/verify.ts';
import { forbidChange } from '../../../src/ledger/sqlite/schema.ts';
import { filled, newLedgerFolder, openStore } from '../../support/ledger-folder.ts';

const columns =
  'idx, stream, revision, id, type, version, occurredAt, recordedAt, salt, content, leaf';
const copyOf = (idx: number, as: string) =>
  `SELECT ${as}, stream, revision, id, type, version, occurredAt, recordedAt, salt, '{}', leaf FROM event WHERE idx = ${idx}`;

/** What would change or take away what is on record, or put something where it does not belong. */
const changes: readonly (readonly [what: string, statement: string])[] = [
  ['UPDATE of an event', "UPDATE event SET content = '{}' WHERE idx = 3"],
  ['UPDATE OR REPLACE', 'UPDATE OR REPLACE event SET idx = 3 WHERE idx = 4'],
  ['DELETE of an event', 'DELETE FROM event WHERE idx = 3'],
  ['DELETE of the last event', 'DELETE FROM event WHERE idx = 299'],
  ['REPLACE by index', `REPLACE INTO event ${copyOf(3, 'idx')}`],
  ['INSERT OR REPLACE by index', `INSERT OR REPLACE INTO event ${copyOf(3, 'idx')}`],
  ['INSERT OR REPLACE by revision', `INSERT OR REPLACE INTO event ${copyOf(3, '300')}`],
  ['INSERT OR IGNORE into the middle', `INSERT OR IGNORE INTO event ${copyOf(3, '-1')}`],
  [
    'UPSERT',
    `INSERT INTO event (${columns}) ${copyOf(3, 'idx')} ON CONFLICT DO UPDATE SET content = excluded.content`,
  ],
  ['INSERT after a gap', `INSERT INTO event ${copyOf(299, '301').replace('revision', '999')}`],
  ['UPDATE of a hash of the tree', "UPDATE tile SET hash = x'00'"],
  ['DELETE of a hash of the tree', 'DELETE FROM tile'],
  ['REPLACE of a hash of the tree', "REPLACE INTO tile VALUES (0, x'00')"],
  ['INSERT of a hash after a gap', "INSERT INTO tile VALUES (7, x'00')"],
  ['UPDATE of the origin', "UPDATE origin SET kind = 'demo'"],
  ['DELETE of the origin', 'DELETE FROM origin'],
  ['a second origin', "INSERT INTO origin VALUES ('other', 'demo', '')"],
];

describe('for an intruder with a connection of their own, triggers refuse', () => {
  test.each(changes)('%s', async (_, statement) => {
    const folder = await filled(300);
    using intruder = new DatabaseSync(folder.ledger);
    expect(() => intruder.exec(statement)).toThrow(/is never|goes at the end|is written once/);
    expect(verifyLedger(folder)).toMatchObject({ ok: true, size: 300n });
  });
});

describe('and of the key ring that the ledger was written with', () => {
  test.each([
    ['UPDATE', "UPDATE key_ring SET id = 'other'"],
    ['DELETE', 'DELETE FROM key_ring'],
    ['REPLACE', "REPLACE INTO key_ring VALUES (0, 'other')"],
    ['INSERT after a gap', "INSERT INTO key_ring VALUES (7, 'other')"],
  ])('%s', (_, statement) => {
    const folder = newLedgerFolder();
    openStore(folder, { keyRing: 'ring' })[Symbol.dispose]();
    using intruder = new DatabaseSync(folder.ledger);
    expect(() => intruder.exec(statement)).toThrow(/is never|goes at the end/);
    expect(intruder.prepare('SELECT * FROM key_ring').all()).toEqual([{ number: 0, id: 'ring' }]);
  });
});

const forbidden: typeof changes = [
  ...changes.filter(([, statement]) => /^(UPDATE|DELETE)|ON CONFLICT DO UPDATE/.test(statement)),
  ['DROP of a table', 'DROP TABLE event'],
  ['DROP of a trigger', 'DROP TRIGGER event_is_never_changed'],
  ['DROP of an index', 'DROP INDEX sqlite_autoindex_event_1'],
  ['ALTER of a table', 'ALTER TABLE event ADD COLUMN note TEXT'],
  ['CREATE of a table', 'CREATE TABLE other (a)'],
  ['CREATE of a trigger', 'CREATE TRIGGER t BEFORE INSERT ON event BEGIN SELECT 1; END'],
  ['ATTACH of another file', "ATTACH ':memory:' AS other"],
  ['leave to write the schema', 'PRAGMA writable_schema = ON'],
  ['less durability', 'PRAGMA synchronous = OFF'],
  ['another journal', 'PRAGMA journal_mode = DELETE'],
  ['VACUUM', "VACUUM INTO 'other.db'"],
];

describe('for this program, the authorizer refuses', () => {
  test.each(forbidden)('%s', async (_, statement) => {
    const folder = await filled(300);
    using database = new DatabaseSync(folder.ledger);
    forbidChange(database);
    expect(() => database.exec(statement)).toThrow(
      /not authorized|authorization denied|associated with/,
    );
    expect(verifyLedger(folder)).toMatchObject({ ok: true, size: 300n });
  });

  test('and nothing that only reads', async () => {
    const folder = await filled(3);
    using database = new DatabaseSync(folder.ledger);
    forbidChange(database);
    expect(database.prepare('SELECT max(idx) AS last FROM event').get()).toEqual({ last: 2 });
    expect(() => database.exec('BEGIN IMMEDIATE; ROLLBACK')).not.toThrow();
  });
});
