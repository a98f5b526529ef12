/** Months counted from a day. */
import { plusDays } from '../time/date.ts';
import { CalendarDate } from '../units.ts';

/**
 * The corresponding day `months` later, or the last of a month that has no such day (Civil Code 2015,
 * article 148). @throws RangeError outside the years 1 to 9999.
 */
export function plusMonths(date: CalendarDate, months: number): CalendarDate {
  const first = firstOfMonth(date, months);
  const corresponding = plusDays(first, Number(date.slice(8)) - 1);
  const last = lastOfMonth(first);
  return corresponding < last ? corresponding : last;
}

/** The last day of the month of a date. */
export function lastOfMonth(date: CalendarDate): CalendarDate {
  return plusDays(firstOfMonth(date, 1), -1);
}

/** Whole months from the month of one date to that of another. */
export function monthsBetween(one: CalendarDate, other: CalendarDate): number {
  return monthNumber(other) - monthNumber(one);
}

function monthNumber(date: CalendarDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function firstOfMonth(date: CalendarDate, later: number): CalendarDate {
  const number = monthNumber(date) + later;
  const [year, month] = [Math.floor(number / 12), (number % 12) + 1];
  return CalendarDate.parse(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`,
  );
}
