/** On which day something happened, and how long it took. */
import { dayOf } from '../time/date.ts';
import { hoChiMinh, localDateOf } from '../time/zone.ts';
import type { CalendarDate, Instant } from '../units.ts';

/** The day on which it happened, in Vietnam. */
export function dayIn(at: Instant): CalendarDate {
  return localDateOf(at, hoChiMinh);
}

/** Calendar days from the day of `from` to that of `until`, in Vietnam: of one day, 0. */
export function daysBetween(from: Instant, until: Instant): number {
  return dayOf(dayIn(until)) - dayOf(dayIn(from));
}
