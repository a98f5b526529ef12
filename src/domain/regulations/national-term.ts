/**
 * Terms of national law. Whatever a centre's regulation says of its own terms, day 1 is the day after
 * (Civil Code 2015, article 147), and a term whose last day is a day off ends with the next working day
 * (article 148).
 */
import { plusDays } from '../time/date.ts';
import type { CalendarDate, Instant } from '../units.ts';
import type { Context } from './rule.ts';

/** Days off counted, or working days alone. At least 1. */
export type NationalTerm = { readonly calendarDays: number } | { readonly workingDays: number };

/** When `term` from the day of `from` ends. @throws RangeError if it is shorter than a day. */
export function nationalTermEnd(term: NationalTerm, from: Instant, context: Context): Instant {
  const { workingTime } = context;
  if ('workingDays' in term) {
    const end = workingTime.addWorkingDays(from, term.workingDays, 'next-day');
    return endOf(workingTime.dateAt(end), context);
  }
  if (term.calendarDays < 1) throw new RangeError(`a term cannot be ${term.calendarDays} days`);
  const last = plusDays(workingTime.dateAt(from), term.calendarDays);
  return endOf(workingTime.isWorkingDay(last) ? last : workingTime.nextWorkingDay(last), context);
}

function endOf(day: CalendarDate, { workingTime, parameters }: Context): Instant {
  if (parameters.dayDeadlineEnds === 'service-hours') return workingTime.endOfDate(day);
  return workingTime.midnightAfter(day);
}
