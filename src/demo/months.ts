/** Months and quarters, by their days. */
import { plusDays } from '../domain/time/date.ts';
import { CalendarDate } from '../domain/units.ts';

export type Days = { readonly from: CalendarDate; readonly to: CalendarDate };

/** The month of a day. */
export function monthWith(day: CalendarDate): Days {
  const from = CalendarDate.parse(`${day.slice(0, 7)}-01`);
  return { from, to: plusDays(firstOfNext(from), -1) };
}

/** The month after that of a day. */
export function monthAfter(day: CalendarDate): Days {
  return monthWith(firstOfNext(day));
}

/** The `length` months, of those that a year is divided into, in which a day lies: 3 for its quarter. */
export function monthsWith(day: CalendarDate, length: number): Days {
  const [year = '', month = ''] = day.split('-');
  const before = Math.floor((Number(month) - 1) / length) * length;
  const named = (number: number) =>
    CalendarDate.parse(`${year}-${String(number).padStart(2, '0')}-01`);
  return { from: named(before + 1), to: monthWith(named(before + length)).to };
}

function firstOfNext(day: CalendarDate): CalendarDate {
  const first = CalendarDate.parse(`${day.slice(0, 7)}-01`);
  return CalendarDate.parse(`${plusDays(first, 31).slice(0, 7)}-01`);
}
