/** When what a centre says holds, where it names no day. */
import { plusDays } from '../../time/date.ts';
import { hoChiMinh, localDateOf } from '../../time/zone.ts';
import type { CalendarDate, Instant } from '../../units.ts';

/** The day on which it happened, in Vietnam. */
export function dayIn(at: Instant): CalendarDate {
  return localDateOf(at, hoChiMinh);
}

/** The first day of what is said to hold `from` a day, or, where none is named, from when it was said. */
export function firstDay(from: CalendarDate | null, at: Instant): CalendarDate {
  return from ?? dayIn(at);
}

/** The last day of what is said to hold until `to`, or, where none is named, until the day before it was said. */
export function lastDay(to: CalendarDate | null, at: Instant): CalendarDate {
  return to ?? plusDays(dayIn(at), -1);
}

/**
 * When it was said, given what was said before it in the order of happening: where only its day was
 * stated, `at` is the day's first instant, and it was not said before what it follows.
 */
export function saidAfter(before: readonly { readonly at: Instant }[], at: Instant): Instant {
  return before.reduce((latest, one) => (one.at > latest ? one.at : latest), at);
}
