/** Whether what is proposed can have followed from what is on record, and how long something took. */
import type { AnyEvent, Proposal } from '../entry.ts';
import { dayOf, msPerDay } from '../time/date.ts';
import { hoChiMinh, localDateOf } from '../time/zone.ts';
import { type CalendarDate, type Instant, millisecondsOf } from '../units.ts';

/**
 * Whether `proposed` is said to have happened before `cause`. Where only its day was stated, it may
 * have happened until the end of that day (of 24 hours: Vietnam sets no clock forward or back).
 */
export function isBefore(
  { occurredAt, precision }: Proposal<AnyEvent>,
  cause: Instant | null,
): boolean {
  if (cause === null) return false;
  const latest = millisecondsOf(occurredAt) + (precision === 'day' ? msPerDay - 1 : 0);
  return latest < millisecondsOf(cause);
}

/** The day on which it happened, in Vietnam. */
export function dayIn(at: Instant): CalendarDate {
  return localDateOf(at, hoChiMinh);
}

/** Calendar days from the day of `from` to that of `until`, in Vietnam: of one day, 0. */
export function daysBetween(from: Instant, until: Instant): number {
  return dayOf(dayIn(until)) - dayOf(dayIn(from));
}
