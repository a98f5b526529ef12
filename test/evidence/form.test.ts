/** What no event holds and is held against the ledger all the same: its triggers, its tables, its name, its key rings. */
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { verifyLedger } from '../../src/evidence/verify.ts';
import { NotThisLedger } from '../../src/ledger/sqlite/open.ts';
import { everything, filled, type LedgerFolder, openStore } from '../support/ledger-folder.ts';
import { newEvent } from '../support/new-event.ts';
import { tamper } from '../support/tamper.ts';

function changed({ ledger }: LedgerFolder, statements: string): void {
  using database = new DatabaseSync(ledger);
  database.exec(statements);
}

const alterations: readonly (readonly [what: string, statements: string, said: string])[] = [
  [
    'a trigger was dropped',
    'DROP TRIGGER event_is_never_removed',
    'the trigger event_is_never_removed is missing',
  ],
  [
    'a trigger was made to refuse nothing',
    'DROP TRIGGER event_is_never_changed; CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event WHEN 0 BEGIN SELECT 1; END',
    'the trigger event_is_never_changed was altered',
  ],
  [
    'a trigger was added',
    'CREATE TRIGGER helper AFTER INSERT ON event BEGIN SELECT 1; END',
    'the trigger helper was added',
  ],
  ['a table was added', 'CREATE TABLE note (text)', 'the table note was added'],
];

describe.each(alterations)('when %s', (_, statements, said) => {
  test('verification says so, and every event is still right', async () => {
    const folder = await filled(300);
    changed(folder, statements);
    const found = verifyLedger(folder);
    expect(found).toMatchObject({ ok: false, firstWrong: null, witness: { agrees: true } });
    expect(found.problems).toEqual([`the file is not as a ledger is made: ${said}`]);
  });

  test('the ledger serves reads only, does not mend it in silence, and does not go on by accepting it', async () => {
    const folder = await filled(300);
    changed(folder, statements);
    for (let start = 0; start < 2; start += 1) {
      using store = openStore(folder);
      expect(store.loss()).toMatchObject({
        kind: 'schema-differs',
        message: expect.stringContaining(said),
      });
      expect(() => store.acceptLoss()).toThrow(/restore/);
      await expect(store.append('dossier-new', -1, [newEvent('A')])).rejects.toMatchObject({
        code: 'read-only',
      });
      expect(await everything(store)).toHaveLength(300);
    }
  });
});

test('statistics that SQLite keeps for itself are no alteration', async () => {
  const folder = await filled(300);
  changed(folder, 'ANALYZE');
  expect(verifyLedger(folder).ok).toBe(true);
  using store = openStore(folder);
  expect(store.loss()).toBeNull();
});

test('a file with a table that is altered is not opened', async () => {
  const folder = await filled(300);
  changed(folder, 'ALTER TABLE tile RENAME COLUMN hash TO digest');
  expect(verifyLedger(folder).ok).toBe(false);
  expect(() => openStore(folder)).toThrow(NotThisLedger);
  expect(() => openStore(folder)).toThrow(/the table tile was altered/);
});

const rewritings: readonly (readonly [what: string, statements: string])[] = [
  ['the name', "UPDATE origin SET name = 'another'"],
  ['the time of making', "UPDATE origin SET madeAt = '2020-01-01T00:00:00.000Z'"],
  ['the whole origin, removed', 'DELETE FROM origin'],
  ['the key rings', "INSERT INTO key_ring VALUES (0, 'another')"],
];

describe.each(rewritings)('when somebody rewrote %s, and left no other trace', (_, statements) => {
  test('verification says so, and every event is still right', async () => {
    const folder = await filled(300);
    tamper(folder, statements);
    const found = verifyLedger(folder);
    expect(found).toMatchObject({ ok: false, firstWrong: null, witness: { agrees: true } });
    expect(found.problems).toEqual([expect.stringContaining('not what the witness vouches for')]);
  });

  test('the ledger serves reads only until a person accepts it, and the witness then vouches for what there is', async () => {
    const folder = await filled(300);
    tamper(folder, statements);
    for (let start = 0; start < 2; start += 1) {
      using store = openStore(folder);
      expect(store.loss()).toMatchObject({ kind: 'origin-differs', witnessed: { size: 300n } });
    }
    {
      using store = openStore(folder);
      store.acceptLoss();
      await store.append('ledger-test', -1, [newEvent('accepted')]);
    }
    expect(verifyLedger(folder)).toMatchObject({ ok: true, problems: [] });
    using store = openStore(folder);
    expect(store.loss()).toBeNull();
  });
});

test.each([
  ['an event', "UPDATE event SET leaf = x'00' WHERE idx = 290"],
  ['a group of events', "UPDATE tile SET hash = x'00' WHERE number = 0"],
])('a hash of %s that is none is a loss, and no error', async (_, statements) => {
  const folder = await filled(300);
  tamper(folder, statements);
  using store = openStore(folder);
  expect(store.loss()).toMatchObject({ kind: 'tree-incomplete' });
  expect(await everything(store)).toHaveLength(300);
});
