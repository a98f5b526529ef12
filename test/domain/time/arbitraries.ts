/** Random hours and notices about the first weeks of 2026, dense with boundaries. */
import fc from 'fast-check';
import type { CalendarNotice, Hours, Interval } from '../../../src/domain/time/calendar.ts';
import { weekdays } from '../../../src/domain/time/date.ts';
import { CalendarDate, Instant } from '../../../src/domain/units.ts';

export const firstDay = Date.parse('2026-01-05T00:00:00Z') / 86_400_000; // a Monday
const noticeDays = 40;

/** One to three intervals between whole hours; some touch, some last until midnight. */
export const intervals: fc.Arbitrary<readonly Interval[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 24 }), { minLength: 2, maxLength: 6 })
  .map((edges) => {
    const ordered = edges.toSorted((a, b) => a - b).map((hour) => hour * 60);
    return Array.from({ length: Math.floor(ordered.length / 2) }, (_, pair) => ({
      from: ordered[pair * 2] ?? 0,
      to: ordered[pair * 2 + 1] ?? 0,
    }));
  });

/** Monday always has hours, so that every search ends. */
export const someHours: fc.Arbitrary<Hours> = fc
  .tuple(intervals, fc.dictionary(fc.constantFrom(...weekdays), intervals))
  .map(([mon, others]) => ({ ...others, mon }));

const date = fc
  .integer({ min: 0, max: noticeDays - 1 })
  .map((days) =>
    CalendarDate.parse(new Date((firstDay + days) * 86_400_000).toISOString().slice(0, 10)),
  );

/** Notices known at different times, so that what two of them say about one date has an order. */
export const someNotices: fc.Arbitrary<readonly CalendarNotice[]> = fc
  .array(
    fc.record({
      dates: fc.uniqueArray(date, { maxLength: 8 }),
      kinds: fc.array(fc.constantFrom('off', 'worked', 'like'), { minLength: 8, maxLength: 8 }),
      hours: intervals,
      closures: fc.uniqueArray(
        fc
          .tuple(date, intervals)
          .map(([day, parts]) => ({ day, part: parts[0] ?? { from: 0, to: 60 } })),
        { maxLength: 5, selector: ({ day }) => day },
      ),
    }),
    { maxLength: 3 },
  )
  .map((drafts) =>
    drafts.map(({ dates, kinds, hours, closures }, place) => {
      const of = (kind: string) => dates.filter((_, index) => kinds[index] === kind);
      return {
        id: `notice-${place}`,
        source: `decision ${place}`,
        known: Instant.parse(`2025-12-0${9 - place}T00:00:00Z`), // given latest first
        off: of('off').map((day) => ({ date: day, reason: 'holiday' })),
        worked: [
          ...of('worked').map((day) => ({ date: day, hours, reason: 'swap' })),
          ...of('like').map((day) => ({ date: day, hours: 'mon' as const, reason: 'swap' })),
        ],
        closures: closures.map(({ day, part }) => ({ date: day, ...part, reason: 'closed' })),
      };
    }),
  );

/** Whole minutes since 1970 UTC in those weeks: half of them on an hour, where the boundaries are. */
export const someMinute: fc.Arbitrary<number> = fc
  .oneof(
    fc.integer({ min: 0, max: noticeDays * 24 }).map((hour) => hour * 60),
    fc.integer({ min: 0, max: noticeDays * 1440 }),
  )
  .map((minute) => firstDay * 1440 + minute);
