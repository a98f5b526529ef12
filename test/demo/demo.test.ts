/** A demo as a whole: it is recorded without a refusal, and twice alike. */
import { describe, expect, it, test } from 'vitest';
import {
  type DemoOptions,
  demoSizeFor,
  demoWorld,
  fillDemo,
  sittingsOf,
} from '../../src/demo/demo.ts';
import { families } from '../../src/domain/families.ts';
import { CalendarDate } from '../../src/domain/units.ts';
import { openLedger, pathsIn } from '../../src/ledger/ledger.ts';
import { newFolder } from '../support/ledger-folder.ts';
import { aMonth, factsOf } from './told.ts';

const small: DemoOptions = {
  seed: 'đò Trường Yên',
  until: CalendarDate.parse('2026-04-03'),
  days: 12,
  perDay: 2,
};

/** How many events it has, and its root. */
async function made(options: DemoOptions) {
  const world = demoWorld(`${options.seed} ${options.until}`);
  using ledger = openLedger({
    paths: pathsIn(newFolder()),
    families,
    origin: { name: 'demo', kind: 'demo' },
    isCentre: () => true,
    ...world,
  });
  const events = await fillDemo(ledger, world, options);
  return { events, root: Buffer.from(ledger.store.head().root).toString('hex') };
}

test('the same seed and last day make the same ledger, and another seed another', async () => {
  const [one, again, other] = [
    await made(small),
    await made(small),
    await made({ ...small, seed: 'khác' }),
  ];
  expect(one.events).toBe(factsOf(small).length);
  expect(again).toEqual(one);
  expect(other.root).not.toBe(one.root);
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

  it.each([2_000, 8_000, 60_000, 250_000])('is met, give or take a tenth: %i events', (events) => {
    let count = 0;
    for (const { facts } of sittingsOf({ seed: '1', until, ...demoSizeFor(events) })) {
      count += facts.length;
    }
    expect(count / events).toBeGreaterThan(0.9);
    expect(count / events).toBeLessThan(1.1);
  });

  it('is of more dossiers a day first, and then of more days', () => {
    expect(demoSizeFor(60_000).days).toBe(92);
    expect(demoSizeFor(1_000_000).days).toBe(92);
    expect(demoSizeFor(10_000_000)).toMatchObject({ perDay: 200 });
    expect(demoSizeFor(10_000_000).days).toBeGreaterThan(500);
  });

  it.each([1_999, 10_000_001, 2_500.5])('is refused where no demo is so large: %d', (events) => {
    expect(() => demoSizeFor(events)).toThrow(RangeError);
  });
});
