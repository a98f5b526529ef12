/** Given a ledger, when its files are changed so, then verification says this. 700 events on 7 streams in turn, unless told. */
import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { verifyLedger } from '../../src/evidence/verify.ts';
import { NotThisLedger } from '../../src/ledger/sqlite/open.ts';
import {
  appendMany,
  filled,
  type LedgerFolder,
  newLedgerFolder,
  openStore,
} from '../support/ledger-folder.ts';
import { newEvent } from '../support/new-event.ts';
import { type Covering, tamper } from '../support/tamper.ts';

/** Seven streams in turn: the event after `index` on its stream. */
const streams = 7;
const size = 700;

describe('a ledger that nobody touched is right', () => {
  test.each([0, 1, 255, 256, 257, size])('with %i events', async (events) => {
    const folder = await filled(events);
    using store = openStore(folder);
    const root = Buffer.from(store.head().root).toString('hex');
    expect(verifyLedger(folder)).toEqual({
      ok: true,
      size: BigInt(events),
      root,
      firstWrong: null,
      problems: [],
      witness: { kind: 'head', size: BigInt(events), root, agrees: true },
    });
  });

  test('while it is written to, and after', async () => {
    const folder = newLedgerFolder();
    using store = openStore(folder);
    for (let round = 0; round < 10; round += 1) {
      const appended = appendMany(store, 70, streams, round * 70);
      expect(verifyLedger(folder).ok).toBe(true);
      await appended;
      expect(verifyLedger(folder)).toMatchObject({ ok: true, size: BigInt(round * 70 + 70) });
    }
  });

  test('when it is ahead of its witness, as a crash may leave it', async () => {
    const folder = await filled(size);
    const earlier = readFileSync(folder.witness);
    using store = openStore(folder);
    await appendMany(store, 100, streams, size);
    store[Symbol.dispose]();
    writeFileSync(folder.witness, earlier);
    expect(verifyLedger(folder)).toMatchObject({
      ok: true,
      size: 800n,
      witness: { size: 700n, agrees: true },
    });
  });

  test('when a text holds the character that stands for what cannot be decoded', async () => {
    const folder = newLedgerFolder();
    using store = openStore(folder);
    await store.append('dossier-1', -1, [newEvent('A', { text: 'a \ufffd b' })]);
    expect(verifyLedger(folder).ok).toBe(true);
  });

  test('and says how far it has come', async () => {
    const told: [bigint, bigint][] = [];
    verifyLedger(await filled(size), (done, total) => told.push([done, total]));
    expect(told.at(-1)).toEqual([700n, 700n]);
    expect(told.length).toBeGreaterThan(1);
  });
});

const changes: readonly (readonly [what: string, change: string])[] = [
  ['its content', `content = replace(content, 'tiếng', 'Tiếng')`],
  ['its content, as to be canonical no more', `content = content || ' '`],
  ['its content, hidden behind a NUL', `content = content || char(0) || '{}'`],
  ['its content, by bytes that are not UTF-8', `content = CAST(x'ff' AS TEXT)`],
  ['its stream', `stream = 'dossier-other'`],
  ['its revision', 'revision = 999'],
  ['its id', `id = '00000000-0000-4000-8000-000000000000'`],
  ['its type', `type = 'DossierDecided'`],
  ['its version', 'version = 2'],
  ['when it happened', `occurredAt = '2026-03-02T01:00:00.001Z'`],
  ['when it was recorded', `recordedAt = '2026-03-02T01:00:00.001Z'`],
  ['when it was recorded, to before the one before', `recordedAt = '2026-03-01T01:00:00.000Z'`],
  ['its salt', `salt = '00112233445566778899aabbccddeeff'`],
  ['the case of its salt, which means the same', 'salt = upper(salt)'],
  ['the length of its salt', `salt = salt || 'zz'`],
];

describe('one event that was changed is named, wherever it stands', () => {
  test.each(changes)('%s', async (_, change) => {
    for (const index of [0, 300, 511, 699]) {
      const folder = await filled(size);
      tamper(folder, `UPDATE event SET ${change} WHERE idx = ${index}`);
      expect(verifyLedger(folder)).toMatchObject(wrongAt(index));
    }
  });

  test('and the events no longer agree with the witness, though every hash beside them does', async () => {
    const folder = await filled(size);
    tamper(folder, `UPDATE event SET content = '{}' WHERE idx = 300`);
    const { root, witness } = verifyLedger(folder);
    expect(witness).toMatchObject({ kind: 'head', agrees: false });
    expect(witness).not.toMatchObject({ root });
  });

  test('by the stream, revision, id and type that it has', async () => {
    const folder = await filled(size);
    tamper(folder, `UPDATE event SET content = '{}' WHERE idx = 300`);
    const { id } = newEvent('300');
    expect(verifyLedger(folder).firstWrong).toEqual({
      index: 300n,
      last: 300n,
      stream: 'dossier-6',
      revision: 42,
      id,
      type: 'ProgressNoted',
      why: 'it is not what the hash beside it was made from',
    });
  });

  test('in a ledger that a crash left ahead of its witness', async () => {
    const folder = await filled(size);
    const earlier = readFileSync(folder.witness);
    using store = openStore(folder);
    await appendMany(store, 100, streams, size);
    store[Symbol.dispose]();
    writeFileSync(folder.witness, earlier);
    for (const index of [790, 300]) {
      tamper(folder, `UPDATE event SET content = '{}' WHERE idx = ${index}`);
      expect(verifyLedger(folder)).toMatchObject(wrongAt(index));
    }
  });

  test('of several, the first', async () => {
    const folder = await filled(size);
    tamper(folder, `UPDATE event SET content = '{}' WHERE idx IN (600, 20, 307)`);
    const found = verifyLedger(folder);
    expect(found).toMatchObject(wrongAt(20));
    for (const index of [20, 307, 600]) expect(found.problems.join()).toContain(`event ${index} (`);
  });

  test('of very many, the first, and how many there are', async () => {
    const folder = await filled(size);
    tamper(folder, `UPDATE event SET content = '{}' WHERE idx >= 100`);
    const found = verifyLedger(folder);
    expect(found).toMatchObject(wrongAt(100));
    expect(found.problems).toContain('500 more events are wrong');
  });

  test('in the two of a swap, the first', async () => {
    const folder = await filled(size);
    tamper(
      folder,
      `CREATE TEMP TABLE old AS SELECT idx, content FROM event WHERE idx IN (100, 400);
       UPDATE event SET content = (SELECT content FROM old WHERE old.idx = 500 - event.idx) WHERE idx IN (100, 400)`,
    );
    expect(verifyLedger(folder)).toMatchObject(wrongAt(100));
  });

  test('by bytes that decode to the same text', async () => {
    const folder = newLedgerFolder();
    using store = openStore(folder);
    await store.append('dossier-1', -1, [newEvent('A'), newEvent('B', { text: 'a \ufffd b' })]);
    store[Symbol.dispose]();
    const file = readFileSync(folder.ledger);
    const place = file.indexOf('a \ufffd b');
    Buffer.from('f09f98', 'hex').copy(file, place + 2); // the start of a character, and no end
    writeFileSync(folder.ledger, file);
    expect(verifyLedger(folder)).toMatchObject(wrongAt(1, /not UTF-8/));
  });
});

describe('a hash beside an event that was changed names the event, and says that only the hash is wrong', () => {
  test.each([0, 300, 699])('of event %i', async (index) => {
    const folder = await filled(size);
    tamper(folder, `UPDATE event SET leaf = zeroblob(32) WHERE idx = ${index}`);
    expect(verifyLedger(folder)).toMatchObject(wrongAt(index, /the event itself is as it was/));
  });

  test('when it is no hash at all', async () => {
    const folder = await filled(size);
    tamper(folder, `UPDATE event SET leaf = x'00' WHERE idx = 300`);
    expect(verifyLedger(folder)).toMatchObject(wrongAt(300, /no hash/));
  });
});

describe('an event that was rewritten together with its hash', () => {
  const rewrite = (index: number) => `UPDATE event SET content = '{}' WHERE idx = ${index}`;

  test.each([
    [300, 'in a complete group'],
    [510, 'whose successor is in another group'],
    [600, 'of which no group is kept'],
  ])('is named by the next entry of its stream: event %i, %s', async (index) => {
    const folder = await filled(size);
    tamper(folder, rewrite(index), { leaves: [index] });
    const { firstWrong } = verifyLedger(folder);
    expect(firstWrong).toMatchObject({ index: BigInt(index) });
    expect(firstWrong?.why).toContain(
      `event ${index + streams} does not follow from event ${index}`,
    );
  });

  test('for certain, when that entry is vouched for', async () => {
    const folder = await filled(size);
    tamper(folder, rewrite(510), { leaves: [510] });
    expect(verifyLedger(folder)).toMatchObject(wrongAt(510, /rewritten together with its hash/));
  });

  test('with all that follow on its stream is known by its group', async () => {
    const folder = await filled(300, 300);
    tamper(folder, rewrite(100), { leaves: [100] });
    const { firstWrong, ok } = verifyLedger(folder);
    expect(ok).toBe(false);
    expect(firstWrong).toMatchObject({ index: 0n, last: 255n });
  });

  test('is known, at the end, by the witness', async () => {
    const folder = await filled(300, 300);
    tamper(folder, rewrite(290), { leaves: [290] });
    const { firstWrong, ok } = verifyLedger(folder);
    expect(ok).toBe(false);
    expect(firstWrong).toMatchObject({ index: 256n, last: 299n });
  });

  test.each<[string, Covering, number, number]>([
    ['the hash of its group', { leaves: [20], groups: true }, 20, 27],
    ['every hash but the witness', { leaves: 'all', groups: true }, 512, 699],
  ])('and %s is known by the witness', async (_, covering, from, to) => {
    const folder = await filled(size);
    tamper(folder, rewrite(20), covering);
    const { firstWrong, ok, witness } = verifyLedger(folder);
    expect(ok).toBe(false);
    expect(witness).toMatchObject({ agrees: false });
    expect(firstWrong).toMatchObject({ index: BigInt(from), last: BigInt(to) });
  });

  test('in a ledger of whole groups, with every hash but the witness, could be any', async () => {
    const folder = await filled(512);
    tamper(folder, rewrite(20), { leaves: 'all', groups: true });
    expect(verifyLedger(folder).firstWrong).toMatchObject({ index: 0n, last: 511n });
  });
});

describe('whoever rewrites every hash and the witness is still held to the form', () => {
  const everything: Covering = { leaves: 'all', groups: true, witness: true };

  test('and could not be told from the ledger otherwise', async () => {
    const folder = await filled(size);
    tamper(folder, `UPDATE event SET content = '{}' WHERE idx = 300`, everything);
    expect(verifyLedger(folder).ok).toBe(true);
  });

  test.each([
    ['content that is not canonical JSON', `content = '{ }'`, /canonical/],
    ['content with a key twice', `content = '{"a":1,"a":1}'`, /canonical/],
    ['content with keys out of order', `content = '{"b":1,"a":1}'`, /canonical/],
    ['content with a number that no double holds', `content = '12345678901234567890'`, /canonical/],
    ['content that is not JSON', `content = 'tiếng Việt'`, /canonical/],
    [
      'a time before that of the event before',
      `recordedAt = '2026-03-01T01:00:00.000Z'`,
      /recorded/,
    ],
    ['a revision left out', 'revision = 999', /revision 42/],
    ['a salt in capitals', 'salt = upper(salt)', /salt/],
  ])('%s', async (_, change, why) => {
    const folder = await filled(size);
    tamper(folder, `UPDATE event SET ${change} WHERE idx = 300`, everything);
    expect(verifyLedger(folder)).toMatchObject(wrongAt(300, why));
  });
});

describe('events that are not there', () => {
  test('at the end: the first of them is named', async () => {
    const folder = await filled(size);
    tamper(folder, 'DELETE FROM event WHERE idx >= 650');
    const found = verifyLedger(folder);
    expect(found).toMatchObject(wrongAt(650, /missing at the end.*700 events, and there are 650/));
    expect(found).toMatchObject({ size: 650n, firstWrong: { stream: null, id: null } });
  });

  test('at the end, with the hashes of their groups left: both are said', async () => {
    const folder = await filled(size);
    tamper(folder, 'DELETE FROM event WHERE idx >= 500');
    const found = verifyLedger(folder);
    expect(found).toMatchObject(wrongAt(500));
    expect(found.problems.join()).toContain('1 hashes are kept of groups of events that are not');
  });

  test('all of them', async () => {
    const folder = await filled(size);
    tamper(folder, 'DELETE FROM event; DELETE FROM tile');
    expect(verifyLedger(folder)).toMatchObject(wrongAt(0));
  });

  test.each([0, 300, 698])('in the middle: event %i is named', async (index) => {
    const folder = await filled(size);
    tamper(folder, `DELETE FROM event WHERE idx = ${index}`);
    expect(verifyLedger(folder)).toMatchObject(wrongAt(index, /missing: after it comes/));
  });

  test('and one that was changed before them is named first', async () => {
    const folder = await filled(size);
    tamper(folder, `DELETE FROM event WHERE idx >= 650; UPDATE event SET id = 'x' WHERE idx = 20`);
    expect(verifyLedger(folder)).toMatchObject(wrongAt(20));
  });

  test('an event before the first is one too many', async () => {
    const folder = await filled(size);
    tamper(folder, 'UPDATE event SET idx = -1 WHERE idx = 300');
    expect(verifyLedger(folder)).toMatchObject(wrongAt(0));
  });
});

describe('hashes and indexes that are wrong while every event is right', () => {
  test.each([
    ['changed', 'UPDATE tile SET hash = zeroblob(32) WHERE number = 1'],
    ['no hash', `UPDATE tile SET hash = x'00' WHERE number = 1`],
    ['missing', 'DELETE FROM tile WHERE number = 1'],
  ])('the hash of a group that is %s', async (_, change) => {
    const folder = await filled(size);
    tamper(folder, change);
    const found = verifyLedger(folder);
    expect(found).toMatchObject({ ok: false, firstWrong: null, witness: { agrees: true } });
    expect(found.problems).toEqual([
      'the hash kept of events 256 to 511 is not that of these events',
    ]);
  });

  test('an index that disagrees with the table', async () => {
    const folder = await filled(size);
    const file = readFileSync(folder.ledger);
    const [pageBytes, leafOfIndex] = [4096, 0x0a]; // sqlite.org/fileformat2.html#b_tree_pages
    let page = 0;
    while (file[page] !== leafOfIndex) page += pageBytes;
    file.write('X', file.indexOf('dossier-3', page));
    writeFileSync(folder.ledger, file);

    const found = verifyLedger(folder);
    expect(found).toMatchObject({ ok: false, firstWrong: null, witness: { agrees: true } });
    expect(found.problems.join()).toContain('the file is damaged');
  });
});

describe('the witness', () => {
  test('that is gone leaves the events right, and the ledger not', async () => {
    const folder = await filled(size);
    rmSync(folder.witness);
    const found = verifyLedger(folder);
    expect(found).toMatchObject({ ok: false, size: 700n, firstWrong: null });
    expect(found.witness).toEqual({ kind: 'absent' });
    expect(found.problems).toEqual([expect.stringContaining('there is no witness')]);
  });

  test('that cannot be read, likewise', async () => {
    const folder = await filled(size);
    writeFileSync(folder.witness, 'nonsense');
    expect(verifyLedger(folder)).toMatchObject({
      ok: false,
      firstWrong: null,
      witness: { kind: 'unreadable' },
    });
  });

  test('that is gone does not hide which event was changed', async () => {
    const folder = await filled(size);
    rmSync(folder.witness);
    tamper(folder, `UPDATE event SET content = '{}' WHERE idx IN (300, 690)`);
    expect(verifyLedger(folder)).toMatchObject(wrongAt(300));
  });

  test('of another ledger agrees with nothing', async () => {
    const [folder, other] = [await filled(size), await filled(size, 3)];
    copyFileSync(other.witness, folder.witness);
    const found = verifyLedger(folder);
    expect(found).toMatchObject({ ok: false, witness: { agrees: false } });
    expect(found.firstWrong?.why).toContain('the witness is that of another ledger');
  });

  test('is not missed by a ledger that is empty', async () => {
    const folder = await filled(0);
    rmSync(folder.witness);
    expect(verifyLedger(folder).ok).toBe(true);
  });
});

describe('a file that can hardly be read', () => {
  test('and is no database: not even event 0 can be read', async () => {
    const folder = await filled(size);
    writeFileSync(folder.ledger, 'Dear diary, '.repeat(1_000));
    expect(verifyLedger(folder)).toMatchObject(wrongAt(0, /cannot be read/));
  });

  test('and is empty, beside a witness', async () => {
    const folder = await filled(size);
    truncateSync(folder.ledger);
    expect(verifyLedger(folder)).toMatchObject(wrongAt(0));
  });

  test('and is gone, beside a witness', async () => {
    const folder = await filled(size);
    rmSync(folder.ledger);
    expect(verifyLedger(folder)).toMatchObject(wrongAt(0, /there is no ledger/));
  });

  test('and never was one, is not a wrong ledger but none', () => {
    expect(() => verifyLedger(newLedgerFolder())).toThrow(NotThisLedger);
  });

  test('and lost its second half: the first event that cannot be read is named', async () => {
    const folder = await filled(size);
    const half = Math.floor(readFileSync(folder.ledger).length / 2 / 4096) * 4096;
    truncateSync(folder.ledger, half);
    const found = verifyLedger(folder);
    expect(found).toMatchObject({ ok: false, firstWrong: { index: firstUnreadable(folder) } });
    expect(found.size).toBe(found.firstWrong?.index);
  });
});

/** The first event that SQLite cannot read, one by one from the start. */
function firstUnreadable({ ledger }: LedgerFolder): bigint {
  using database = new DatabaseSync(ledger, { readOnly: true });
  for (let index = 0; index < size; index += 1) {
    try {
      if (database.prepare('SELECT * FROM event WHERE idx = ?').get(index) === undefined) {
        return BigInt(index);
      }
    } catch {
      return BigInt(index);
    }
  }
  return BigInt(size);
}

/** Event `index` is named, and no other. */
function wrongAt(index: number, why = /./): object {
  const at = BigInt(index);
  return { ok: false, firstWrong: { index: at, last: at, why: expect.stringMatching(why) } };
}
