import { expect, test } from 'vitest';
import { between, calendar, mondayToFriday } from '../../../src/domain/time/calendar.ts';
import { dateOf, dayOf, weekdayOf } from '../../../src/domain/time/date.ts';
import { vietnameseHolidays } from '../../../src/domain/time/holidays.ts';
import { WorkingTime } from '../../../src/domain/time/working-time.ts';
import { hoChiMinh } from '../../../src/domain/time/zone.ts';
import { CalendarDate, Instant } from '../../../src/domain/units.ts';

const hours = mondayToFriday(between('07:30', '11:30'), between('13:30', '17:30'));
const time = new WorkingTime(calendar(hoChiMinh, hours, vietnameseHolidays));

/** The table as people read it: `d/m`. */
function table(year: number, isOne: (day: number) => boolean): string {
  const first = dayOf(CalendarDate.parse(`${year}-01-01`));
  const end = dayOf(CalendarDate.parse(`${year + 1}-01-01`));
  const days = Array.from({ length: end - first }, (_, place) => first + place).filter(isOne);
  return days
    .map((day) => dateOf(day).slice(5).split('-').map(Number).toReversed().join('/'))
    .join(' ');
}
const isWeekend = (day: number) => ['sat', 'sun'].includes(weekdayOf(day));

test.each([
  [2024, '1/1 8/2 9/2 12/2 13/2 14/2 18/4 29/4 30/4 1/5 2/9 3/9', '4/5'],
  [2025, '1/1 27/1 28/1 29/1 30/1 31/1 7/4 30/4 1/5 2/5 1/9 2/9', '26/4'],
  [2026, '1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11', '10/1 22/8'],
  [2027, '1/1 5/2 8/2 9/2 10/2 16/4 30/4 3/5 2/9 24/11', ''],
  [2028, '', ''],
])('%i: weekdays off, and Saturdays worked', (year, off, worked) => {
  expect(table(year, (day) => !isWeekend(day) && !time.isWorkingDay(dateOf(day)))).toBe(off);
  expect(table(year, (day) => isWeekend(day) && time.isWorkingDay(dateOf(day)))).toBe(worked);
});

test('a swap takes as many hours as it gives', () => {
  const year = (text: string) => Instant.parse(`${text}-01-01T00:00:00+07:00`);
  const swaps = new Set(['vn-2024-swap', 'vn-2026-swap']);
  const others = vietnameseHolidays.filter(({ id }) => !swaps.has(id));
  const without = new WorkingTime(calendar(hoChiMinh, hours, others));
  for (const [from, to] of [
    ['2024', '2025'],
    ['2026', '2027'],
  ] as const) {
    const minutes = time.minutesBetween(year(from), year(to));
    expect(minutes).toBe(without.minutesBetween(year(from), year(to)));
  }
});

test('every notice names its source, and every day its reason', () => {
  for (const { source, off, worked } of vietnameseHolidays) {
    expect(source).not.toBe('');
    for (const { reason } of [...off, ...worked]) expect(reason).not.toBe('');
  }
});
