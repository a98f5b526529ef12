/**
 * Terms of national law. Whatever a centre's regulation says of its own terms, day 1 is the day after
 * (Civil Code 2015, article 147), and a term whose last day is a day off ends with the next working day
 * (article 148).
 */
import { plusDays } from '../time/date.ts';
import type { CalendarDate, Instant } from '../units.ts';
import { counted } from './counted.ts';
import type { DayTerm } from './duty-spec.ts';
import type { Context } from './rule.ts';

/** Days off counted, or working days alone. At least 1. */
export type NationalTerm = { readonly calendarDays: number } | { readonly workingDays: number };

/** When `term` from the day of `from` ends. @throws RangeError if it is shorter than a day. */
export function nationalTermEnd(term: NationalTerm, from: Instant, context: Context): Instant {
  const { workingTime } = context;
  if ('workingDays' in term) {
    const end = workingTime.addWorkingDays(from, term.workingDays, 'next-day');
    const due = lastDayEnd(workingTime.dateAt(end), context);
    const amount = term.workingDays;
    return counted(due, { unit: 'working-days', amount, from, firstDay: 'next' }, context);
  }
  if (term.calendarDays < 1) throw new RangeError(`a term cannot be ${term.calendarDays} days`);
  const last = plusDays(workingTime.dateAt(from), term.calendarDays);
  const amount = term.calendarDays;
  return counted(lastDayEnd(last, context), { unit: 'calendar-days', amount, from }, context);
}

/** The same of a term in calendar days, with what it is if it is prolonged. @throws as that does. */
export function calendarTerm(calendarDays: number, from: Instant, context: Context): DayTerm {
  const prolonged = (days: number) =>
    nationalTermEnd({ calendarDays: calendarDays + days }, from, context);
  return { due: prolonged(0), since: from, prolonged };
}

/** When a term ends whose last day is `last`: with that day, or with the next working day if it is a day off. */
export function dayDeadline(last: CalendarDate, context: Context): Instant {
  return counted(lastDayEnd(last, context), { unit: 'date', date: last }, context);
}

function lastDayEnd(last: CalendarDate, { workingTime, parameters }: Context): Instant {
  const day = workingTime.isWorkingDay(last) ? last : workingTime.nextWorkingDay(last);
  if (parameters.dayDeadlineEnds === 'service-hours') return workingTime.endOfDate(day);
  return workingTime.midnightAfter(day);
}
