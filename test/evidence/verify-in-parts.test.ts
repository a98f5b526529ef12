/** Given a ledger, when its parts are verified at once, then the answer is that of verifying it from end to end. */
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../src/evidence/leaf-hashes.ts';
import { checkPart } from '../../src/evidence/part-check.ts';
import { verifyLedger } from '../../src/evidence/verify.ts';
import { verifyInParts } from '../../src/evidence/verify-in-parts.ts';
import { Frontier, groupHeight } from '../../src/ledger/merkle.ts';
import { NotThisLedger } from '../../src/ledger/sqlite/open.ts';
import {
  appendMany,
  filled,
  type LedgerFolder,
  newLedgerFolder,
  openStore,
} from '../support/ledger-folder.ts';
import { type Covering, tamper } from '../support/tamper.ts';

/** On seven streams in turn: two complete groups, and what comes after them. */
const size = 700;

const inParts = (folder: LedgerFolder, threads = 3) =>
  verifyInParts(folder, undefined, { threads, eventsMin: 0 });

describe('a part', () => {
  const partsOf = (folder: LedgerFolder, starts: readonly number[], held?: number) => {
    using database = new DatabaseSync(folder.ledger, { readOnly: true });
    const options = held === undefined ? {} : { held };
    return starts.map((from, place) => {
      return checkPart(database, from, starts[place + 1] ?? size, options);
    });
  };

  test.each([
    ['in one', [0]],
    ['in two', [0, 512]],
    ['by groups', [0, 256, 512]],
  ])('has the hashes that the whole is made of: %s', async (_, starts) => {
    const folder = await filled(size);
    for (const held of [1, 3, 200_000]) {
      const tree = new Frontier();
      for (const part of partsOf(folder, starts, held)) {
        const { groups = new Uint8Array(), tail = [] } = part ?? {};
        for (let at = 0; at < groups.length; at += 32)
          tree.push(groups.slice(at, at + 32), groupHeight);
        for (const leaf of tail) tree.push(fromHex(leaf));
      }
      expect(toHex(tree.root())).toBe(verifyLedger(folder).root);
    }
  });

  test.each([
    `content = replace(content, 'tiếng', 'Tiếng')`,
    `content = content || ' '`,
    `content = CAST(x'ff' AS TEXT)`,
    `stream = 'dossier-other'`,
    'revision = 999',
    `id = 'x'`,
    `type = 'DossierDecided'`,
    'version = 2',
    `occurredAt = '2026-03-02T01:00:00.001Z'`,
    `recordedAt = '2026-03-02T01:00:00.001Z'`,
    `recordedAt = '2026-03-01T01:00:00.000Z'`,
    'salt = upper(salt)',
    'leaf = zeroblob(32)',
    `leaf = x'00'`,
  ])('with an event of which somebody changed %s is wrong, wherever it stands', async (change) => {
    for (const index of [0, 255, 256, 300, 511, 512, 699]) {
      const folder = await filled(size);
      tamper(folder, `UPDATE event SET ${change} WHERE idx = ${index}`);
      expect(partsOf(folder, [0, 256, 512])[Math.floor(index / 256)]).toBeNull();
    }
  });

  test.each([0, 255, 256, 511, 512, 698])('that lacks event %i is wrong', async (index) => {
    const folder = await filled(size);
    tamper(folder, `DELETE FROM event WHERE idx = ${index}`);
    expect(partsOf(folder, [0, 256, 512])[Math.floor(index / 256)]).toBeNull();
  });

  test('whose end is not there is wrong', async () => {
    using database = new DatabaseSync((await filled(size)).ledger, { readOnly: true });
    expect(checkPart(database, 512, size)).not.toBeNull();
    expect(checkPart(database, 512, size + 1)).toBeNull();
    expect(checkPart(database, 768, 769)).toBeNull();
  });

  test('is given up when it matters no more', async () => {
    using database = new DatabaseSync((await filled(size)).ledger, { readOnly: true });
    const told: number[] = [];
    const goOn = (events: number) => told.push(events) < 1;
    expect(checkPart(database, 0, size, { goOn })).toBeNull();
    expect(told).toEqual([500]);
  });
});

describe('a ledger that is right', () => {
  test.each([
    [0, 2],
    [1, 2],
    [255, 2],
    [256, 2],
    [257, 2],
    [size, 1],
    [size, 2],
    [size, 8],
  ])('with %i events, in %i parts', async (events, threads) => {
    const folder = await filled(events);
    const found = await inParts(folder, threads);
    expect(found).toEqual(verifyLedger(folder));
    expect(found.ok).toBe(true);
  });

  test('while it is written to', async () => {
    const folder = newLedgerFolder();
    using store = openStore(folder);
    await appendMany(store, 300);
    const appended = appendMany(store, 400, 7, 300);
    expect(await inParts(folder)).toMatchObject({ ok: true });
    await appended;
    expect(await inParts(folder)).toMatchObject({ ok: true, size: 700n });
  });

  test('when it is ahead of its witness', async () => {
    const folder = await filled(size);
    const earlier = readFileSync(folder.witness);
    using store = openStore(folder);
    await appendMany(store, 100, 7, size);
    store[Symbol.dispose]();
    writeFileSync(folder.witness, earlier);
    const found = await inParts(folder);
    expect(found).toEqual(verifyLedger(folder));
    expect(found).toMatchObject({ ok: true, size: 800n, witness: { size: 700n, agrees: true } });
  });

  test('and says how far it has come', async () => {
    const told: [bigint, bigint][] = [];
    await verifyInParts(await filled(size), (done, total) => told.push([done, total]), {
      threads: 1,
      eventsMin: 0,
    });
    expect(told).toEqual([
      [500n, 700n],
      [700n, 700n],
    ]);
  });
});

const everyHash: Covering = { leaves: 'all', groups: true };

const damages: readonly (readonly [what: string, spoil: (folder: LedgerFolder) => void])[] = [
  ['an event was changed', (folder) => tamper(folder, `UPDATE event SET id = 'x' WHERE idx = 300`)],
  [
    'an event was rewritten together with every hash but the witness',
    (folder) => tamper(folder, `UPDATE event SET type = 'x' WHERE idx = 20`, everyHash),
  ],
  [
    'events are missing at the end',
    (folder) => tamper(folder, 'DELETE FROM event WHERE idx > 650'),
  ],
  ['all events are missing', (folder) => tamper(folder, 'DELETE FROM event; DELETE FROM tile')],
  [
    'there is one before the first',
    (folder) => tamper(folder, 'UPDATE event SET idx = -1 WHERE idx = 0'),
  ],
  [
    'the hash of a group was changed',
    (folder) => tamper(folder, 'UPDATE tile SET hash = zeroblob(32)'),
  ],
  [
    'there is the hash of no group',
    (folder) => tamper(folder, 'INSERT INTO tile VALUES (2, zeroblob(32))'),
  ],
  ['it has another name', (folder) => tamper(folder, "UPDATE origin SET name = 'x'")],
  ['a trigger is missing', ({ ledger }) => run(ledger, 'DROP TRIGGER event_is_never_changed')],
  ['there is no witness', ({ witness }) => rmSync(witness)],
  ['the witness cannot be read', ({ witness }) => writeFileSync(witness, 'nonsense')],
  ['an index disagrees with the table', ({ ledger }) => spoilIndex(ledger)],
  ['its file lost its second half', ({ ledger }) => truncateSync(ledger, 40 * 4096)],
  ['its file is no database', ({ ledger }) => writeFileSync(ledger, 'Dear diary, '.repeat(1_000))],
  ['its file is gone', ({ ledger }) => rmSync(ledger)],
];

function run(ledger: string, statements: string): void {
  using database = new DatabaseSync(ledger);
  database.exec(statements);
}

function spoilIndex(ledger: string): void {
  const file = readFileSync(ledger);
  const [pageBytes, leafOfIndex] = [4096, 0x0a]; // sqlite.org/fileformat2.html#b_tree_pages
  let page = 0;
  while (file[page] !== leafOfIndex) page += pageBytes;
  file.write('X', file.indexOf('dossier-3', page));
  writeFileSync(ledger, file);
}

test.each(damages)('the same is said as from end to end when %s', async (_, spoil) => {
  const folder = await filled(size);
  spoil(folder);
  const found = await inParts(folder);
  expect(found.ok).toBe(false);
  expect(found).toEqual(verifyLedger(folder));
});

test('where there is no ledger, none is verified', async () => {
  await expect(inParts(newLedgerFolder())).rejects.toThrow(NotThisLedger);
});
