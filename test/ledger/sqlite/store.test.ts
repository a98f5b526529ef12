/** What the embedded store promises beside the port. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyLedger } from '../../../src/evidence/verify.ts';
import { leafOf } from '../../../src/ledger/leaf.ts';
import { leafHash, rootOf } from '../../../src/ledger/merkle.ts';
import type { SqliteEventStore } from '../../../src/ledger/sqlite/store.ts';
import {
  appendMany,
  everything,
  filled,
  type LedgerFolder,
  newLedgerFolder,
  openStore,
} from '../../support/ledger-folder.ts';
import { newEvent } from '../../support/new-event.ts';

describe('group commit', () => {
  test('appends that arrive together are one commit and one word of the witness, and each has its own answer', async () => {
    const folder = newLedgerFolder();
    using store = openStore(folder);
    const [commits, words] = [commitsTo(folder), wordsOf(folder)];
    const results = await Promise.all([
      store.append('dossier-1', -1, [newEvent('A')]),
      store.append('dossier-2', -1, [newEvent('B')]),
      store.append('dossier-1', -1, [newEvent('C')]),
      store.append('dossier-1', 0, [newEvent('D')]),
    ]);
    expect(results).toMatchObject([
      { kind: 'appended', index: 0n },
      { kind: 'appended', index: 1n },
      { kind: 'conflict', actual: 0 },
      { kind: 'appended', index: 2n },
    ]);
    expect(commitsTo(folder)).toBe(commits + 1);
    expect(wordsOf(folder)).toBe(words + 1n);
  });

  test('what only conflicts asks nothing of the disk', async () => {
    const folder = newLedgerFolder();
    using store = openStore(folder);
    const [commits, words] = [commitsTo(folder), wordsOf(folder)];
    await store.append('dossier-1', 5, [newEvent('A')]);
    expect(commitsTo(folder)).toBe(commits);
    expect(wordsOf(folder)).toBe(words);
  });

  test('when an append is acknowledged, the witness has vouched for it', async () => {
    const folder = newLedgerFolder();
    using store = openStore(folder);
    for (let number = 0; number < 5; number += 1) {
      await store.append(`dossier-${number}`, -1, [newEvent(`${number}`)]);
      const { witness } = verifyLedger(folder);
      expect(witness).toMatchObject({ kind: 'head', size: BigInt(number + 1), agrees: true });
    }
  });
});

describe('the tree', () => {
  test('of any appends is the tree over the leaves of all events, after reopening too', async () => {
    const batches = fc.array(
      fc.record({ stream: fc.nat({ max: 4 }), events: fc.integer({ min: 1, max: 90 }) }),
      { maxLength: 14 },
    );
    await fc.assert(
      fc.asyncProperty(batches, async (appends) => {
        const folder = newLedgerFolder();
        using store = openStore(folder);
        const revisions = new Map<number, number>();
        for (const [batch, { stream, events }] of appends.entries()) {
          const revision = revisions.get(stream) ?? -1;
          revisions.set(stream, revision + events);
          const several = Array.from({ length: events }, (_, n) => newEvent(`${batch}.${n}`));
          await store.append(`dossier-${stream}`, revision, several);
        }
        const root = await rootFromZero(store);
        expect(hex(store.head().root)).toBe(root);
        store[Symbol.dispose]();
        using reopened = openStore(folder);
        expect(hex(reopened.head().root)).toBe(root);
        expect(reopened.loss()).toBeNull();
      }),
      { numRuns: 25 },
    );
  });

  test.each([0, 1, 255, 256, 257, 511, 512, 700])(
    'over %i events goes on where it was when the ledger is opened again',
    async (size) => {
      const folder = await filled(size);
      using store = openStore(folder);
      expect(store.head().size).toBe(BigInt(size));
      await appendMany(store, 300, 7, size);
      expect(hex(store.head().root)).toBe(await rootFromZero(store));
      expect(verifyLedger(folder)).toMatchObject({ ok: true, size: BigInt(size + 300) });
    },
  );
});

describe('closing', () => {
  test('writes the log back into the one file', async () => {
    const folder = await filled(10);
    expect(() => readFileSync(`${folder.ledger}-wal`)).toThrow('ENOENT');
    expect(readFileSync(folder.ledger).includes('tiếng Việt: 9')).toBe(true);
  });

  test('first commits what was sent', async () => {
    const folder = newLedgerFolder();
    const store = openStore(folder);
    const appended = store.append('dossier-1', -1, [newEvent('A')]);
    store[Symbol.dispose]();
    expect(await appended).toMatchObject({ kind: 'appended', index: 0n });
    using reopened = openStore(folder);
    expect(await reopened.size()).toBe(1n);
  });

  test('a closed ledger takes nothing, and its subscribers end', async () => {
    const store = openStore(newLedgerFolder());
    const following = Array.fromAsync(store.subscribe(-1n, new AbortController().signal));
    store[Symbol.dispose]();
    await expect(store.append('dossier-1', -1, [newEvent('A')])).rejects.toMatchObject({
      code: 'closed',
    });
    expect(await following).toEqual([]);
  });
});

test('the time of recording does not run backwards across a restart', async () => {
  const folder = newLedgerFolder();
  using store = openStore(folder, { now: () => new Date('2026-03-02T08:00:00.000Z') });
  await store.append('dossier-1', -1, [newEvent('A')]);
  store[Symbol.dispose]();
  using reopened = openStore(folder, { now: () => new Date('2026-03-02T07:00:00.000Z') });
  await reopened.append('dossier-1', 0, [newEvent('B')]);
  const times = (await everything(reopened)).map(({ recordedAt }) => recordedAt);
  expect(times).toEqual(['2026-03-02T08:00:00.000Z', '2026-03-02T08:00:00.000Z']);
});

/** Frames of the write-ahead log that end a transaction: sqlite.org/fileformat2.html#walformat. */
function commitsTo({ ledger }: LedgerFolder): number {
  const log = readFileSync(`${ledger}-wal`);
  const [headerBytes, frameBytes] = [32, 24 + 4096];
  let commits = 0;
  for (let frame = headerBytes; frame < log.length; frame += frameBytes) {
    if (log.readUInt32BE(frame + 4) > 0) commits += 1;
  }
  return commits;
}

/** How often the witness has spoken: the later turn of its two slots. */
function wordsOf({ witness }: LedgerFolder): bigint {
  const bytes = readFileSync(witness);
  const turns = [bytes.readBigUInt64BE(8), bytes.readBigUInt64BE(4096 + 8)];
  return turns.reduce((latest, turn) => (turn > latest ? turn : latest), 0n);
}

/** Root of the tree, by the plainest way there is. */
async function rootFromZero(store: SqliteEventStore): Promise<string> {
  const last = new Map<string, string>();
  const leaves = (await everything(store)).map((event) => {
    const leaf = leafHash(Buffer.from(leafOf(event, last.get(event.stream) ?? null)));
    last.set(event.stream, hex(leaf));
    return leaf;
  });
  return hex(rootOf(leaves));
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
