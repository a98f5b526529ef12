import { describe, expect, test } from 'vitest';
import {
  aroundTheClock,
  between,
  type CalendarNotice,
  calendar,
  mondayToFriday,
} from '../../../src/domain/time/calendar.ts';
import { vietnameseHolidays } from '../../../src/domain/time/holidays.ts';
import { termMax, WorkingTime } from '../../../src/domain/time/working-time.ts';
import { hoChiMinh, zoneNamed } from '../../../src/domain/time/zone.ts';
import { CalendarDate, Instant } from '../../../src/domain/units.ts';

const morning = between('07:30', '11:30');
const afternoon = between('13:30', '17:30');
const office = mondayToFriday(morning, afternoon);

/** The week of Monday 2 March 2026: Wednesday closed after noon. */
const powerCut: CalendarNotice = {
  id: 'power-cut',
  source: 'Notice 12/TB-TTPVHCC',
  known: Instant.parse('2026-03-01T00:00:00+07:00'),
  off: [],
  worked: [],
  closures: [{ date: CalendarDate.parse('2026-03-04'), ...afternoon, reason: 'a power cut' }],
};
const time = new WorkingTime(calendar(hoChiMinh, office, [...vietnameseHolidays, powerCut]));

const at = (text: string) => Instant.parse(`${text}:00+07:00`);
const day = (text: string) => CalendarDate.parse(text);

describe('minutes: the earliest instant by which they have passed', () => {
  test.each([
    ['within the morning', '2026-03-02T08:00', 30, '2026-03-02T08:30'],
    ['to the end of the morning, not to the afternoon', '2026-03-02T11:00', 30, '2026-03-02T11:30'],
    ['over lunch', '2026-03-02T11:00', 31, '2026-03-02T13:31'],
    ['from lunch', '2026-03-02T12:00', 30, '2026-03-02T14:00'],
    ['from the end of the morning', '2026-03-02T11:30', 30, '2026-03-02T14:00'],
    ['from before the opening', '2026-03-02T06:00', 30, '2026-03-02T08:00'],
    ['from the opening', '2026-03-02T07:30', 30, '2026-03-02T08:00'],
    ['to the end of the day', '2026-03-02T17:00', 30, '2026-03-02T17:30'],
    ['over night', '2026-03-02T17:00', 31, '2026-03-03T07:31'],
    ['from the closing', '2026-03-02T17:30', 30, '2026-03-03T08:00'],
    ['over a weekend', '2026-03-06T17:20', 30, '2026-03-09T07:50'],
    ['from a Sunday', '2026-03-08T10:00', 30, '2026-03-09T08:00'],
    ['to a half-day closure', '2026-03-04T11:00', 30, '2026-03-04T11:30'],
    ['over a half-day closure', '2026-03-04T11:00', 31, '2026-03-05T07:31'],
    ['from within a half-day closure', '2026-03-04T15:00', 30, '2026-03-05T08:00'],
    ['over Tết, nine days', '2026-02-13T17:20', 30, '2026-02-23T07:50'],
    ['onto a Saturday that is worked', '2026-01-09T17:20', 30, '2026-01-10T07:50'],
    ['a day of eight hours', '2026-03-02T10:00', 480, '2026-03-03T10:00'],
    ['none', '2026-03-08T10:00', 0, '2026-03-08T10:00'],
  ])('%s', (_, from, minutes, due) => {
    expect(time.addMinutes(at(from), minutes)).toBe(at(due));
  });

  test('seconds and milliseconds are kept', () => {
    const from = Instant.parse('2026-03-02T11:29:59.990+07:00');
    expect(time.addMinutes(from, 1)).toBe('2026-03-02T06:30:59.990Z');
  });
});

describe('days', () => {
  test.each([
    // received, days, due by next-day, same-day, same-moment
    ['in hours', '2026-03-02T10:00', 1, '2026-03-03T17:30', '2026-03-02T17:30', '2026-03-03T10:00'],
    [
      'five days',
      '2026-03-02T10:00',
      5,
      '2026-03-09T17:30',
      '2026-03-06T17:30',
      '2026-03-09T10:00',
    ],
    [
      'on Friday',
      '2026-03-06T10:00',
      1,
      '2026-03-09T17:30',
      '2026-03-06T17:30',
      '2026-03-09T10:00',
    ],
    [
      'on Saturday',
      '2026-03-07T10:00',
      1,
      '2026-03-09T17:30',
      '2026-03-09T17:30',
      '2026-03-09T17:30',
    ],
    [
      'on Saturday, 2',
      '2026-03-07T10:00',
      2,
      '2026-03-10T17:30',
      '2026-03-10T17:30',
      '2026-03-10T17:30',
    ],
    [
      'at the last minute',
      '2026-03-02T23:59',
      1,
      '2026-03-03T17:30',
      '2026-03-02T17:30',
      '2026-03-03T17:30',
    ],
    [
      'at the first',
      '2026-03-02T00:00',
      1,
      '2026-03-03T17:30',
      '2026-03-02T17:30',
      '2026-03-02T17:30',
    ],
    [
      'before opening',
      '2026-03-02T07:00',
      1,
      '2026-03-03T17:30',
      '2026-03-02T17:30',
      '2026-03-02T17:30',
    ],
    [
      'at the opening',
      '2026-03-02T07:30',
      1,
      '2026-03-03T17:30',
      '2026-03-02T17:30',
      '2026-03-02T17:30',
    ],
    ['at lunch', '2026-03-02T12:00', 1, '2026-03-03T17:30', '2026-03-02T17:30', '2026-03-03T11:30'],
    [
      'after hours',
      '2026-03-02T18:00',
      1,
      '2026-03-03T17:30',
      '2026-03-02T17:30',
      '2026-03-03T17:30',
    ],
    [
      'half-day closure last',
      '2026-03-03T15:00',
      1,
      '2026-03-04T11:30',
      '2026-03-03T17:30',
      '2026-03-04T11:30',
    ],
    [
      'half-day closure counts',
      '2026-03-03T15:00',
      2,
      '2026-03-05T17:30',
      '2026-03-04T11:30',
      '2026-03-05T15:00',
    ],
    ['over Tết', '2026-02-13T09:00', 1, '2026-02-23T17:30', '2026-02-13T17:30', '2026-02-23T09:00'],
    ['in Tết', '2026-02-17T09:00', 1, '2026-02-23T17:30', '2026-02-23T17:30', '2026-02-23T17:30'],
    [
      'to a worked Saturday',
      '2026-01-09T09:00',
      1,
      '2026-01-10T17:30',
      '2026-01-09T17:30',
      '2026-01-10T09:00',
    ],
    [
      'over a swapped Friday',
      '2025-12-31T09:00',
      1,
      '2026-01-05T17:30',
      '2025-12-31T17:30',
      '2026-01-05T09:00',
    ],
  ])('%s', (_, from, n, nextDay, sameDay, sameMoment) => {
    expect(time.addWorkingDays(at(from), n, 'next-day')).toBe(at(nextDay));
    expect(time.addWorkingDays(at(from), n, 'same-day')).toBe(at(sameDay));
    expect(time.addWorkingDays(at(from), n, 'same-moment')).toBe(at(sameMoment));
  });

  test.each([0, -1, 1.5, Number.NaN, termMax + 1])('%d days are no term', (n) => {
    expect(() => time.addWorkingDays(at('2026-03-02T10:00'), n, 'next-day')).toThrow(RangeError);
    expect(() => time.workingDaysBefore(day('2026-03-02'), n)).toThrow(RangeError);
  });

  test('the longest term has an end', () => {
    const due = time.addWorkingDays(at('2026-03-02T10:00'), termMax, 'next-day');
    expect(due > at('2064-01-01T00:00')).toBe(true);
  });
});

describe('Saturday mornings, for the procedures that have them', () => {
  const saturdays = new WorkingTime(
    calendar(hoChiMinh, { ...office, sat: [morning] }, vietnameseHolidays),
  );

  test('count for them and not for the others', () => {
    const friday = at('2026-03-06T17:20');
    expect(saturdays.addMinutes(friday, 30)).toBe(at('2026-03-07T07:50'));
    expect(saturdays.addWorkingDays(friday, 1, 'next-day')).toBe(at('2026-03-07T11:30'));
    expect(saturdays.addWorkingDays(friday, 2, 'next-day')).toBe(at('2026-03-09T17:30'));
    expect(time.addWorkingDays(friday, 1, 'next-day')).toBe(at('2026-03-09T17:30'));
  });

  test('a Saturday worked in the stead of a Friday has all its hours', () => {
    expect(saturdays.endOfDate(day('2026-01-10'))).toBe(at('2026-01-10T17:30'));
    expect(saturdays.endOfDate(day('2026-01-17'))).toBe(at('2026-01-17T11:30'));
  });
});

describe('a date', () => {
  test.each([
    ['a working day ends with its hours', '2026-03-02', '2026-03-02T10:30:00.000Z'],
    [
      'with a half-day closure, with what is left of them',
      '2026-03-04',
      '2026-03-04T04:30:00.000Z',
    ],
    ['a day off ends at midnight', '2026-03-08', '2026-03-08T16:59:59.999Z'],
    ['so does the last date there is', '9999-12-30', '9999-12-30T10:30:00.000Z'],
  ])('%s', (_, date, end) => {
    expect(time.endOfDate(day(date))).toBe(end);
  });

  test.each([
    ['3 days before a Monday', '2026-03-09', 3, '2026-03-04T11:30'],
    ['1 day before a Sunday', '2026-03-08', 1, '2026-03-06T17:30'],
    ['2 days before the end of Tết', '2026-02-23', 2, '2026-02-12T17:30'],
    ['1 day before a worked Saturday', '2026-01-10', 1, '2026-01-09T17:30'],
  ])('%s', (_, date, n, due) => {
    expect(time.workingDaysBefore(day(date), n)).toBe(at(due));
  });

  test('working days, and the next and the last of them', () => {
    expect(time.isWorkingDay(day('2026-03-04'))).toBe(true); // a half-day closure leaves it one
    expect(time.isWorkingDay(day('2026-03-07'))).toBe(false);
    expect(time.isWorkingDay(day('2026-01-10'))).toBe(true);
    expect(time.isWorkingDay(day('2026-02-17'))).toBe(false);
    expect(time.nextWorkingDay(day('2026-02-13'))).toBe('2026-02-23');
    expect(time.previousWorkingDay(day('2026-02-23'))).toBe('2026-02-13');
    expect(time.nextWorkingDay(day('2026-03-02'))).toBe('2026-03-03');
    expect(time.openingOf(day('2026-03-02'))).toBe(at('2026-03-02T07:30'));
    expect(time.openingOf(day('2026-03-01'))).toBeNull();
    expect(time.dateAt(at('2026-03-02T00:00'))).toBe('2026-03-02');
  });
});

test.each([
  ['2026-03-02T07:29', false],
  ['2026-03-02T07:30', true],
  ['2026-03-02T11:29', true],
  ['2026-03-02T11:30', false],
  ['2026-03-02T13:30', true],
  ['2026-03-02T17:30', false],
  ['2026-03-04T14:00', false],
  ['2026-03-07T08:00', false],
  ['2026-01-10T08:00', true],
])('at %s it is open: %s', (instant, isOpen) => {
  expect(time.isOpenAt(at(instant))).toBe(isOpen);
});

test('minutes between two instants, whichever is the earlier', () => {
  const [friday, monday] = [at('2026-03-06T17:00'), at('2026-03-09T08:00')];
  expect(time.minutesBetween(friday, monday)).toBe(60);
  expect(time.minutesBetween(monday, friday)).toBe(-60);
  expect(time.minutesBetween(at('2026-03-07T08:00'), at('2026-03-08T08:00'))).toBe(0);
  expect(time.minutesBetween(at('2011-03-07T08:00'), at('2011-03-07T08:00'))).toBe(0);
  expect(time.minutesBetween(friday, Instant.parse('2026-03-06T17:00:15+07:00'))).toBe(0.25);
});

describe('a centre that is always open', () => {
  const amsterdam = zoneNamed('Europe/Amsterdam');
  const reference = new WorkingTime(calendar(amsterdam, aroundTheClock()));
  const there = (text: string) => Instant.parse(text);

  test('minutes pass as on any clock, also where it changes', () => {
    const before = there('2011-10-29T12:00:00+02:00');
    expect(reference.addMinutes(before, 24 * 60)).toBe(there('2011-10-30T11:00:00+01:00'));
    expect(reference.minutesBetween(before, there('2011-10-30T12:00:00+01:00'))).toBe(25 * 60);
    const spring = there('2011-03-26T12:00:00+01:00');
    expect(reference.minutesBetween(spring, there('2011-03-27T12:00:00+02:00'))).toBe(23 * 60);
  });

  test('a day is a day on the wall, whatever its length', () => {
    const before = there('2011-10-29T12:00:00+02:00');
    const due = there('2011-10-30T12:00:00+01:00');
    expect(reference.addWorkingDays(before, 1, 'same-moment')).toBe(due);
  });

  test('a date ends with its last millisecond, so that the next date is late', () => {
    const end = there('2011-10-30T23:59:59.999+01:00');
    expect(reference.endOfDate(day('2011-10-30'))).toBe(end);
    expect(reference.addWorkingDays(there('2011-10-29T12:00:00+02:00'), 1, 'next-day')).toBe(end);
    expect(reference.isOpenAt(there('2011-10-30T23:59:59.999+01:00'))).toBe(true);
  });

  test('office hours follow the clock on the wall', () => {
    const dutch = new WorkingTime(calendar(amsterdam, office));
    const friday = there('2011-10-28T17:20:00+02:00');
    expect(dutch.addMinutes(friday, 30)).toBe(there('2011-10-31T07:50:00+01:00'));
  });
});

describe('beyond the years in which working time is counted', () => {
  const bounds = 'working time is counted within the years 1900 to 2199 only';

  test('sums are refused', () => {
    const [early, late] = [at('1899-12-31T10:00'), at('2199-12-31T17:20')];
    expect(() => time.addMinutes(early, 1)).toThrow(bounds);
    expect(() => time.addMinutes(late, 30)).toThrow(bounds);
    expect(() => time.addWorkingDays(late, 1, 'next-day')).toThrow(bounds);
    expect(() => time.minutesBetween(at('2026-03-02T08:00'), at('2200-02-01T08:00'))).toThrow(
      bounds,
    );
    expect(() => time.addMinutesMs(Number.NaN, 1)).toThrow(bounds);
    expect(() => time.addMinutes(at('2026-03-02T08:00'), -1)).toThrow(RangeError);
    expect(() => time.addMinutes(at('2026-03-02T08:00'), Number.NaN)).toThrow(RangeError);
  });

  test('within them they are not', () => {
    expect(time.addMinutes(at('1900-01-03T17:20'), 30)).toBe(at('1900-01-04T07:50'));
    expect(time.addMinutes(at('2199-12-31T17:00'), 30)).toBe(at('2199-12-31T17:30'));
  });
});
