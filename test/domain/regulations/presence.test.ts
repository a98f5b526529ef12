/** Stretches, against a list of minutes: the obvious way. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minus, type Stretch } from '../../../src/domain/regulations/coverage.ts';
import { common, union } from '../../../src/domain/regulations/presence.ts';

const stretches = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 }))
    .map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 6 },
);

/** Every minute of them, once, in order. */
function minutesOf(all: readonly Stretch[]): number[] {
  const minutes = all.flatMap(({ from, to }) =>
    Array.from({ length: to - from }, (_, after) => from + after),
  );
  return [...new Set(minutes)].toSorted((a, b) => a - b);
}

test('a union has every minute of them, and none twice', () => {
  fc.assert(
    fc.property(stretches, (all) => {
      const apart = union(all);
      expect(minutesOf(apart)).toEqual(minutesOf(all));
      const ends = apart.flatMap(({ from, to }) => [from, to]);
      expect(ends).toEqual([...new Set(ends)].toSorted((a, b) => a - b));
    }),
  );
});

test('what two lists have in common are the minutes of both', () => {
  fc.assert(
    fc.property(stretches, stretches, (some, others) => {
      const other = minutesOf(others);
      const both = minutesOf(some).filter((minute) => other.includes(minute));
      expect(minutesOf(common(some, others))).toEqual(both);
    }),
  );
});

test('what is left is what is not covered', () => {
  fc.assert(
    fc.property(stretches, stretches, (whole, parts) => {
      const covered = minutesOf(parts);
      const left = minutesOf(whole).filter((minute) => !covered.includes(minute));
      expect(minutesOf(minus(whole, parts))).toEqual(left);
    }),
  );
});
