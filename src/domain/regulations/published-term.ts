/** When the terms end that procedures and their steps are published with. */
import type { Term } from '../centre/procedure/vocabulary.ts';
import { dayOf, msPerDay, msPerMinute } from '../time/date.ts';
import { instantOfLocal } from '../time/zone.ts';
import { type CalendarDate, type Instant, instantAt } from '../units.ts';
import { counted } from './counted.ts';
import { nationalTermEnd } from './national-term.ts';
import { closeOf } from './period.ts';
import type { Context } from './rule.ts';
import { countedEnd } from './term.ts';

/** When `term` from `from` ends: day 1 of days of work as `firstDay` says, calendar days as national law counts them. */
export function publishedTermEnd(
  term: Term,
  from: Instant,
  firstDay: 'same' | 'next',
  context: Context,
): Instant {
  if ('days' in term || 'minutes' in term) return countedEnd(term, from, firstDay, context);
  if ('sameDay' in term) return endOfSameDay(from, context);
  return nationalTermEnd({ calendarDays: term.calendarDays }, from, context);
}

/** The end of the day of `from`; after `sameDayUntil`, and where the centre is closed by then, of the next working day. */
export function endOfSameDay(from: Instant, context: Context): Instant {
  const { workingTime, parameters } = context;
  const day = workingTime.dateAt(from);
  const { sameDayUntil } = parameters;
  const isTooLate = sameDayUntil !== null && from > clockTime(day, sameDayUntil, context);
  const isToday = isBeforeClosing(from, context) && !isTooLate;
  const due = closeOf(isToday ? day : workingTime.nextWorkingDay(day), context);
  return counted(due, { unit: 'same-day', from }, context);
}

/** Whether some of the service hours of its day are still to come, or it is the instant at which they end. */
export function isBeforeClosing(instant: Instant, { workingTime }: Context): boolean {
  const day = workingTime.dateAt(instant);
  return workingTime.isWorkingDay(day) && instant <= workingTime.endOfDate(day);
}

/** @param minutes since local midnight. */
export function clockTime(day: CalendarDate, minutes: number, { workingTime }: Context): Instant {
  const local = dayOf(day) * msPerDay + minutes * msPerMinute;
  return instantAt(instantOfLocal(workingTime.calendar.zone, local));
}
