/** When what attendance tells took place, by the calendar and the clock on the wall in Vietnam. */
import { hoChiMinh, localDateOf } from '../time/zone.ts';
import type { CalendarDate, Instant } from '../units.ts';

/** The day on which it happened, in Vietnam. */
export function dayIn(at: Instant): CalendarDate {
  return localDateOf(at, hoChiMinh);
}

/** The month of a day: `2026-03` of `2026-03-02`. */
export function monthOf(day: CalendarDate): string {
  return day.slice(0, 7);
}
