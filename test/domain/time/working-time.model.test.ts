import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { calendar } from '../../../src/domain/time/calendar.ts';
import { dateOf } from '../../../src/domain/time/date.ts';
import { type Counting, WorkingTime } from '../../../src/domain/time/working-time.ts';
import { hoChiMinh, zoneNamed } from '../../../src/domain/time/zone.ts';
import { instantAt, millisecondsOf } from '../../../src/domain/units.ts';
import { firstDay, intervals, someHours, someMinute, someNotices } from './arbitraries.ts';
import { slowModel } from './slow-model.ts';

const minute = 60_000;
const inVietnam = () => 7 * 60;

const both = fc.tuple(someHours, someNotices).map(([hours, notices]) => ({
  time: new WorkingTime(calendar(hoChiMinh, hours, notices)),
  model: slowModel(hours, notices, inVietnam),
}));

/** Hours that last until midnight end a term with the date, a millisecond before the next one. */
const endOf = (closing: number) =>
  closing % 1440 === (1440 - inVietnam()) % 1440 ? closing * minute - 1 : closing * minute;

describe('against counting minute by minute', () => {
  test('adding minutes', () => {
    const minutes = fc.integer({ min: 0, max: 1500 });
    fc.assert(
      fc.property(both, someMinute, minutes, ({ time, model }, from, term) => {
        const due = model.afterMinutes(from, term) * minute;
        expect(time.addMinutesMs(from * minute, term)).toBe(due);
      }),
      { numRuns: 150 },
    );
  });

  test('minutes between two instants, either way round', () => {
    fc.assert(
      fc.property(both, someMinute, someMinute, ({ time, model }, a, b) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        const worked = model.minutesBetween(early, late);
        expect(time.minutesBetweenMs(early * minute, late * minute)).toBe(worked);
        expect(time.minutesBetweenMs(late * minute, early * minute)).toBe(
          worked === 0 ? 0 : -worked,
        );
      }),
    );
  });

  test('whether it is open', () => {
    fc.assert(
      fc.property(both, someMinute, ({ time, model }, now) => {
        expect(time.isOpenAtMs(now * minute)).toBe(model.isOpen(now));
      }),
      { numRuns: 500 },
    );
  });

  test.each<Counting>(['next-day', 'same-day', 'same-moment'])('terms in days, %s', (counting) => {
    fc.assert(
      fc.property(both, someMinute, fc.integer({ min: 1, max: 12 }), ({ time, model }, from, n) => {
        const due = time.addWorkingDaysMs(from * minute, n, counting);
        const expected = model.termEnd(from, n, counting);
        const isMoment = counting === 'same-moment' && model.isWorkingDay(model.dayAt(from));
        expect(due).toBe(isMoment ? expected * minute : endOf(expected));
      }),
      { numRuns: 100 },
    );
  });

  test('working days before a date, and the days around it', () => {
    fc.assert(
      fc.property(both, fc.nat({ max: 39 }), fc.integer({ min: 1, max: 8 }), (made, later, n) => {
        const { time, model } = made;
        const day = firstDay + later;
        const date = dateOf(day);
        expect(time.isWorkingDay(date)).toBe(model.isWorkingDay(day));
        expect(time.nextWorkingDay(date)).toBe(dateOf(model.nthAfter(day, 1)));
        expect(time.previousWorkingDay(date)).toBe(dateOf(model.nthAfter(day, 1, -1)));
        const before = model.closing(model.nthAfter(day, n, -1));
        expect(time.workingDaysBefore(date, n)).toBe(instantAt(endOf(before)));
        const end = model.isWorkingDay(day)
          ? endOf(model.closing(day))
          : endOf(model.start(day + 1));
        expect(time.endOfDate(date)).toBe(instantAt(end));
      }),
    );
  });
});

test('where the clock changes, minutes are those that pass', () => {
  const zone = zoneNamed('Europe/Amsterdam');
  const offsets = new Map<number, number>();
  const ahead = (now: number) => {
    const hour = Math.floor(now / 60);
    const known = offsets.get(hour);
    if (known !== undefined) return known;
    const there = Temporal.Instant.fromEpochMilliseconds(hour * 3_600_000).toZonedDateTimeISO(
      zone.name,
    );
    offsets.set(hour, there.offsetNanoseconds / 6e10);
    return there.offsetNanoseconds / 6e10;
  };
  const nearAChange = fc
    .tuple(
      fc.constantFrom('2011-03-27T01:00Z', '2011-10-30T01:00Z'),
      fc.integer({ min: -4000, max: 2000 }),
    )
    .map(([change, minutes]) => Date.parse(change) / minute + minutes);
  fc.assert(
    fc.property(someHours, nearAChange, fc.nat({ max: 1500 }), (hours, from, minutes) => {
      const time = new WorkingTime(calendar(zone, hours));
      const model = slowModel(hours, [], ahead);
      expect(time.addMinutesMs(from * minute, minutes)).toBe(
        model.afterMinutes(from, minutes) * minute,
      );
    }),
    { numRuns: 60 },
  );
});

describe('laws', () => {
  const someMs = fc
    .tuple(someMinute, fc.nat({ max: minute - 1 }))
    .map(([at, ms]) => at * minute + ms);

  test('what was added has passed, to the millisecond, and not a millisecond earlier', () => {
    fc.assert(
      fc.property(both, someMs, fc.integer({ min: 1, max: 5000 }), ({ time }, from, minutes) => {
        const due = time.addMinutesMs(from, minutes);
        expect(time.minutesBetweenMs(from, due)).toBe(minutes);
        expect(time.minutesBetweenMs(from, due - 1)).toBeLessThan(minutes);
      }),
    );
  });

  test('adding in two steps is adding at once', () => {
    const some = fc.integer({ min: 1, max: 3000 });
    fc.assert(
      fc.property(both, someMs, some, some, ({ time }, from, a, b) => {
        const inSteps = time.addMinutesMs(time.addMinutesMs(from, a), b);
        expect(inSteps).toBe(time.addMinutesMs(from, a + b));
      }),
    );
  });

  test('where all days are alike, n days from the same moment are n days of minutes', () => {
    fc.assert(
      fc.property(intervals, someMs, fc.integer({ min: 1, max: 30 }), (day, from, n) => {
        const hours = { mon: day, tue: day, wed: day, thu: day, fri: day };
        const time = new WorkingTime(calendar(hoChiMinh, hours));
        const minutes = day.reduce((sum, part) => sum + part.to - part.from, 0);
        const due = time.addWorkingDaysMs(from, n, 'same-moment');
        // a term that ends with a date at midnight ends a millisecond early, so that the next date is late
        expect(time.addMinutesMs(from, n * minutes) - due).toBeOneOf([0, 1]);
      }),
    );
  });

  test('a longer term is never due earlier', () => {
    const counting = fc.constantFrom<Counting>('next-day', 'same-day', 'same-moment');
    fc.assert(
      fc.property(
        both,
        someMs,
        fc.integer({ min: 1, max: 40 }),
        counting,
        ({ time }, from, n, how) => {
          const due = time.addWorkingDaysMs(from, n, how);
          expect(time.addWorkingDaysMs(from, n + 1, how)).toBeGreaterThanOrEqual(due);
        },
      ),
    );
  });

  test('an answer does not depend on what was asked before', () => {
    const asked = fc.array(fc.integer({ min: 1905, max: 2190 }), { maxLength: 4 });
    fc.assert(
      fc.property(someHours, someNotices, asked, someMs, (hours, notices, years, from) => {
        const made = calendar(hoChiMinh, hours, notices);
        const [fresh, used] = [new WorkingTime(made), new WorkingTime(made)];
        for (const year of years) used.addMinutesMs(Date.UTC(year, 5, 1), 100);
        expect(used.addMinutesMs(from, 9000)).toBe(fresh.addMinutesMs(from, 9000));
        expect(used.addWorkingDaysMs(from, 40, 'same-day')).toBe(
          fresh.addWorkingDaysMs(from, 40, 'same-day'),
        );
      }),
      { numRuns: 20 },
    );
  });

  test('instants and milliseconds say the same', () => {
    fc.assert(
      fc.property(both, someMs, ({ time }, ms) => {
        const instant = instantAt(ms);
        expect(millisecondsOf(time.addMinutes(instant, 77))).toBe(time.addMinutesMs(ms, 77));
        const due = time.addWorkingDays(instant, 3, 'next-day');
        expect(millisecondsOf(due)).toBe(time.addWorkingDaysMs(ms, 3, 'next-day'));
        expect(time.isOpenAt(instant)).toBe(time.isOpenAtMs(ms));
        expect(time.minutesBetween(instant, due)).toBe(
          time.minutesBetweenMs(ms, millisecondsOf(due)),
        );
      }),
    );
  });
});
