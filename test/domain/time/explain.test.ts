import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { between, calendar, mondayToFriday } from '../../../src/domain/time/calendar.ts';
import {
  explainDay,
  explainMinutes,
  explainWorkingDays,
  explainWorkingDaysBefore,
} from '../../../src/domain/time/explain.ts';
import { vietnameseHolidays } from '../../../src/domain/time/holidays.ts';
import { type Counting, WorkingTime } from '../../../src/domain/time/working-time.ts';
import { hoChiMinh } from '../../../src/domain/time/zone.ts';
import { CalendarDate, Instant, instantAt } from '../../../src/domain/units.ts';
import { someHours, someMinute, someNotices } from './arbitraries.ts';

const office = mondayToFriday(between('07:30', '11:30'), between('13:30', '17:30'));
const time = new WorkingTime(calendar(hoChiMinh, office, vietnameseHolidays));
const at = (text: string) => Instant.parse(`${text}:00+07:00`);
const some = fc
  .tuple(someHours, someNotices)
  .map(([hours, notices]) => new WorkingTime(calendar(hoChiMinh, hours, notices)));

describe('minutes', () => {
  test('every interval that counted, and every pause', () => {
    const { due, days } = explainMinutes(time, at('2026-03-06T17:00'), 60);
    expect(due).toBe(at('2026-03-09T08:00'));
    expect(days.map(({ date, stretches }) => [date, ...stretches])).toEqual([
      [
        '2026-03-06',
        { from: at('2026-03-06T17:00'), to: at('2026-03-06T17:30'), minutes: 30, counted: true },
        { from: at('2026-03-06T17:30'), to: at('2026-03-07T00:00'), minutes: 390, counted: false },
      ],
      [
        '2026-03-07',
        { from: at('2026-03-07T00:00'), to: at('2026-03-08T00:00'), minutes: 1440, counted: false },
      ],
      [
        '2026-03-08',
        { from: at('2026-03-08T00:00'), to: at('2026-03-09T00:00'), minutes: 1440, counted: false },
      ],
      [
        '2026-03-09',
        { from: at('2026-03-09T00:00'), to: at('2026-03-09T07:30'), minutes: 450, counted: false },
        { from: at('2026-03-09T07:30'), to: at('2026-03-09T08:00'), minutes: 30, counted: true },
      ],
    ]);
  });

  test('the stretches run from start to due time without gap or overlap, and add up', () => {
    const minutes = fc.integer({ min: 0, max: 3000 });
    fc.assert(
      fc.property(some, someMinute, minutes, (workingTime, from, term) => {
        const start = instantAt(from * 60_000);
        const { due, days } = explainMinutes(workingTime, start, term);
        const stretches = days.flatMap((day) => day.stretches);
        const counted = stretches.filter((stretch) => stretch.counted);
        const ends = [start, ...stretches.map(({ to }) => to)];
        expect(stretches.map((stretch) => stretch.from)).toEqual(ends.slice(0, -1));
        expect(ends.at(-1)).toBe(due);
        expect(counted.reduce((sum, stretch) => sum + stretch.minutes, 0)).toBe(term);
        for (const { from: open, to } of counted) {
          expect(workingTime.isOpenAt(open)).toBe(true);
          expect(workingTime.minutesBetween(open, to)).toBe(
            (Date.parse(to) - Date.parse(open)) / 60_000,
          );
        }
      }),
    );
  });
});

describe('days', () => {
  test('which day is which, and why the others are off', () => {
    const { due, days } = explainWorkingDays(time, at('2025-12-31T10:00'), 2, 'next-day');
    expect(due).toBe(at('2026-01-06T17:30'));
    const law = 'Bộ luật Lao động 45/2019/QH14, Điều 112';
    const swap = 'Thông báo hoán đổi ngày làm việc dịp Tết Dương lịch 2026, 25/12/2025';
    const told = days.map(({ date, counted, number, because }) => {
      return [date, counted, number, because.map(({ reason, source }) => `${reason}: ${source}`)];
    });
    expect(told).toEqual([
      ['2025-12-31', 'day-of-start', null, []],
      ['2026-01-01', 'day-off', null, [`Tết Dương lịch: ${law}`]],
      ['2026-01-02', 'day-off', null, [`Hoán đổi với 10/01/2026: ${swap}`]],
      ['2026-01-03', 'day-off', null, []],
      ['2026-01-04', 'day-off', null, []],
      ['2026-01-05', 'yes', 1, []],
      ['2026-01-06', 'yes', 2, []],
    ]);
  });

  test('backwards', () => {
    const { due, days } = explainWorkingDaysBefore(time, CalendarDate.parse('2026-03-09'), 1);
    expect(due).toBe(at('2026-03-06T17:30'));
    expect(days.map(({ date, counted }) => [date, counted])).toEqual([
      ['2026-03-09', 'day-of-start'],
      ['2026-03-08', 'day-off'],
      ['2026-03-07', 'day-off'],
      ['2026-03-06', 'yes'],
    ]);
  });

  test('the last day that is counted is the day that it is due', () => {
    const counting = fc.constantFrom<Counting>('next-day', 'same-day');
    fc.assert(
      fc.property(
        some,
        someMinute,
        fc.integer({ min: 1, max: 20 }),
        counting,
        (one, from, n, how) => {
          const { due, days } = explainWorkingDays(one, instantAt(from * 60_000), n, how);
          const last = days.at(-1);
          expect(last?.number).toBe(n);
          expect(last?.date).toBe(one.dateAt(due));
          expect(days.filter(({ counted }) => counted === 'yes')).toHaveLength(n);
          for (const { counted, hours } of days)
            expect(counted === 'day-off').toBe(hours.length === 0);
        },
      ),
    );
  });
});

test('a worked Saturday says in whose stead', () => {
  expect(explainDay(time, CalendarDate.parse('2026-01-10'))).toMatchObject({
    hours: [
      { from: at('2026-01-10T07:30'), to: at('2026-01-10T11:30') },
      { from: at('2026-01-10T13:30'), to: at('2026-01-10T17:30') },
    ],
    because: [
      { kind: 'worked', reason: 'Làm bù cho 02/01/2026', notice: 'vn-2026-swap', part: null },
    ],
  });
});
