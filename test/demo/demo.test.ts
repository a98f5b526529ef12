/** A demo as a whole: it is recorded without a refusal, and twice alike. */
import { describe, expect, it, test } from 'vitest';
import {
  type DemoOptions,
  type DemoWorld,
  demoSizeFor,
  demoWorld,
  fillDemo,
  sittingsOf,
} from '../../src/demo/demo.ts';
import { heldRecords } from '../../src/demo/held.ts';
import { sittingRecorder } from '../../src/demo/recording.ts';
import { families } from '../../src/domain/families.ts';
import { CalendarDate } from '../../src/domain/units.ts';
import { type Ledger, openLedger, pathsIn } from '../../src/ledger/ledger.ts';
import { newFolder } from '../support/ledger-folder.ts';
import { aMonth, factsOf } from './told.ts';

const small: DemoOptions = {
  seed: 'đò Trường Yên',
  until: CalendarDate.parse('2026-04-03'),
  days: 12,
  perDay: 2,
};

/** Fills an empty ledger. @returns its root. */
async function made(
  options: DemoOptions,
  fill: (ledger: Ledger, world: DemoWorld) => Promise<unknown>,
) {
  const world = demoWorld(`${options.seed} ${options.until}`);
  using ledger = openLedger({
    paths: pathsIn(newFolder()),
    families,
    origin: { name: 'demo', kind: 'demo' },
    isCentre: () => true,
    ...world,
  });
  await fill(ledger, world);
  expect(await ledger.store.size()).toBe(BigInt(factsOf(options).length));
  return Buffer.from(ledger.store.head().root).toString('hex');
}

const filled = (options: DemoOptions) =>
  made(options, (ledger, world) => fillDemo(ledger, world, options));

test('the same seed and last day make the same ledger, and another seed another', async () => {
  const root = await filled(small);
  expect(await filled(small)).toBe(root);
  expect(await filled({ ...small, seed: 'khác' })).not.toBe(root);
});

test('a record that is not held any more is read again, and the ledger is the same', async () => {
  const forgetful = await made(small, async (ledger, { setClock }) => {
    const record = sittingRecorder(ledger, heldRecords(ledger, 1));
    for (const { end, facts } of sittingsOf(small)) {
      setClock(end);
      await record(facts);
    }
  });
  expect(forgetful).toBe(await filled(small));
});

describe('a sitting', () => {
  const sittings = [...sittingsOf(aMonth)];

  it('comes after the one before it', () => {
    const ends = sittings.map(({ end }) => end);
    expect(ends).toEqual([...new Set(ends)].toSorted());
  });

  it('is recorded when everything in it has happened, and was entered', () => {
    const early = sittings.flatMap(({ end, facts }) =>
      facts.filter(({ occurredAt, enteredAt }) => occurredAt > enteredAt || enteredAt > end),
    );
    expect(early).toEqual([]);
  });
});

describe('a size that is asked for', () => {
  const until = aMonth.until;

  it.each([
    [12_000, 0.1],
    [60_000, 0.1],
    [250_000, 0.1],
    [5_000, 0.2], // a few days: whether a weekend is among them tells
  ])('is met: %i events, give or take %d of them', (events, share) => {
    const sittings = sittingsOf({ seed: '1', until, ...demoSizeFor(events) });
    const count = sittings.reduce((sum, { facts }) => sum + facts.length, 0);
    expect(Math.abs(count - events)).toBeLessThan(share * events);
  });

  it('is of more dossiers a day first, and then of more days', () => {
    expect(demoSizeFor(60_000).days).toBe(92);
    expect(demoSizeFor(1_000_000).days).toBe(92);
    expect(demoSizeFor(10_000_000)).toMatchObject({ perDay: 200 });
    expect(demoSizeFor(10_000_000).days).toBeGreaterThan(500);
  });

  it.each([4_999, 10_000_001, 2_500.5])('is refused where no demo is so large: %d', (events) => {
    expect(() => demoSizeFor(events)).toThrow(RangeError);
  });
});
