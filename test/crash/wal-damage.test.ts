/**
 * A byte of the write-ahead log flips, or its end is cut off, after a crash.
 *
 * SQLite drops what follows and calls the rest healthy. The ledger must not: either everything that was
 * acknowledged is there, or it says that it is not. It is never lost in silence.
 */
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { verifyLedger } from '../../src/evidence/verify.ts';
import {
  inFolder,
  type LedgerFolder,
  newFolder,
  newLedgerFolder,
  openStore,
} from '../support/ledger-folder.ts';
import { kill } from '../support/program.ts';
import { randomFrom } from '../support/random.ts';
import {
  type Acknowledged,
  expectNothingLost,
  lost,
  readEverything,
  startAppending,
} from './oracle.ts';

const trials = 60; // of each of the four kinds

/** How one ledger was killed: what is only in its log, and what has been written back into the file. */
const killed = [
  { when: 'before anything was written back', rounds: [] },
  { when: 'after a part was written back', rounds: [160] },
];

describe.each(killed)('killed $when', ({ when, rounds }) => {
  test('it has everything, if its log is not damaged', async () => {
    const { files, acknowledged } = await crash(rounds);
    const folder = putBack(files);
    expect(verifyLedger(folder).ok).toBe(true);
    expectNothingLost(folder, acknowledged);
  });

  test.each([
    ['flipped in one byte', flip],
    ['cut off', cut],
  ])('and its log %s anywhere, a loss is always said', async (how, damage) => {
    const { files, acknowledged } = await crash(rounds);
    const random = randomFrom(when.length * 1_000 + how.length);
    const seen = { whole: 0, lost: 0 };
    for (let trial = 0; trial < trials; trial += 1) {
      const folder = putBack(files);
      damage(`${folder.ledger}-wal`, random);

      const { ok, firstWrong, size } = verifyLedger(folder);
      using store = openStore(folder);
      expect(store.loss() === null).toBe(ok);
      expect(lost(readEverything(folder), acknowledged).length === 0).toBe(ok);
      expect(firstWrong?.index).toBe(ok ? undefined : size);
      seen[ok ? 'whole' : 'lost'] += 1;
    }
    expect(seen.whole + seen.lost).toBe(trials);
    expect(seen.lost).toBeGreaterThan(trials / 4);
  });
});

type Crash = {
  readonly files: ReadonlyMap<string, Buffer>;
  readonly acknowledged: readonly Acknowledged[];
};

/** Killed after a clean run for each of `rounds`, and a last one that is not ended cleanly. */
async function crash(rounds: readonly number[]): Promise<Crash> {
  const folder = newLedgerFolder();
  const acknowledged: Acknowledged[] = [];
  for (const [round, appends] of [...rounds, 160].entries()) {
    const appending = startAppending(folder, `${round}`, 8, appends);
    await appending.until(appends);
    await kill(appending.program);
    acknowledged.push(...appending.acknowledged);
    if (round < rounds.length) openStore(folder)[Symbol.dispose](); // writes it back
  }
  const files = new Map(paths(folder).map(([name, path]) => [name, readFileSync(path)]));
  return { files, acknowledged };
}

function paths({ ledger, witness }: LedgerFolder): [string, string][] {
  return [
    ['ledger.db', ledger],
    ['ledger.db-wal', `${ledger}-wal`],
    ['head.witness', witness],
  ];
}

function putBack(files: ReadonlyMap<string, Buffer>): LedgerFolder {
  const folder = inFolder(newFolder());
  for (const [name, path] of paths(folder)) writeFileSync(path, files.get(name) ?? '');
  return folder;
}

function flip(file: string, random: () => number): void {
  const bytes = readFileSync(file);
  const place = Math.floor(random() * bytes.length);
  bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << Math.floor(random() * 8)), place);
  writeFileSync(file, bytes);
}

function cut(file: string, random: () => number): void {
  truncateSync(file, Math.floor(random() * readFileSync(file).length));
}

test('a log that is gone altogether is a loss', async () => {
  const { files, acknowledged } = await crash([]);
  const folder = putBack(new Map([...files, ['ledger.db-wal', Buffer.alloc(0)]]));
  expect(acknowledged).toHaveLength(160);
  expect(verifyLedger(folder).ok).toBe(false);
  using store = openStore(folder);
  expect(store.loss()).toMatchObject({ kind: 'log-shorter' });
});
