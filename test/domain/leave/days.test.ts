/** The days of a leave, against the plainest reading: every half day written out. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endsOf, overlapsItself, spansMeet } from '../../../src/domain/leave/days.ts';
import { LeaveDays, type LeaveSpan } from '../../../src/domain/leave/vocabulary.ts';
import { dateOf, dayOf } from '../../../src/domain/time/date.ts';
import { CalendarDate } from '../../../src/domain/units.ts';

const monday = dayOf(CalendarDate.parse('2026-03-02'));
const day = (place: number) => dateOf(monday + place);

const anySpan = fc
  .record({
    start: fc.integer({ min: 0, max: 8 }),
    length: fc.integer({ min: 0, max: 4 }),
    part: fc.constantFrom('whole', 'morning', 'afternoon'),
  })
  .map(
    ({ start, length, part }): LeaveSpan => ({ from: day(start), to: day(start + length), part }),
  );

/** Every half day of a span, by name. */
function halves({ from, to, part }: LeaveSpan): string[] {
  const parts = part === 'whole' ? ['morning', 'afternoon'] : [part];
  const length = dayOf(to) - dayOf(from) + 1;
  return Array.from({ length }, (_, place) => dateOf(dayOf(from) + place)).flatMap((date) =>
    parts.map((half) => `${date} ${half}`),
  );
}

test('two spans meet where they share half a day', () => {
  fc.assert(
    fc.property(anySpan, anySpan, (one, other) => {
      const shared = halves(one).filter((half) => halves(other).includes(half));
      expect(spansMeet(one, other)).toBe(shared.length > 0);
      expect(spansMeet(other, one)).toBe(spansMeet(one, other));
    }),
  );
});

test('days overlap where half a day is named twice', () => {
  fc.assert(
    fc.property(fc.array(anySpan, { maxLength: 4 }), (spans) => {
      const all = spans.flatMap(halves);
      expect(overlapsItself(spans)).toBe(new Set(all).size < all.length);
    }),
  );
});

test('a leave goes from its first day to its last, whatever the order in which they are named', () => {
  fc.assert(
    fc.property(fc.array(anySpan, { minLength: 1, maxLength: 4 }), (spans) => {
      const all = spans.flatMap(({ from, to }) => [from, to]).toSorted();
      expect(endsOf(spans)).toEqual({ first: all.at(0), last: all.at(-1) });
    }),
  );
  expect(endsOf([])).toBeNull();
});

test('days are whole unless they say otherwise, and none ends before it begins', () => {
  expect(LeaveDays.parse([{ from: '2026-03-02', to: '2026-03-02' }])).toEqual([
    { from: '2026-03-02', to: '2026-03-02', part: 'whole' },
  ]);
  expect(LeaveDays.safeParse([{ from: '2026-03-03', to: '2026-03-02' }]).success).toBe(false);
  expect(LeaveDays.safeParse([]).success).toBe(false);
});
