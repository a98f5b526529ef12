/** When what attendance tells took place, by the calendar and the clock on the wall in Vietnam. */
import type { Precision } from '../entry.ts';
import { hoChiMinh, localDateOf } from '../time/zone.ts';
import { type CalendarDate, type Instant, millisecondsOf } from '../units.ts';

const dayMs = 24 * 60 * 60 * 1_000;

/**
 * The last moment at which it can have happened, in milliseconds since 1970 UTC: where only the day
 * was stated, the end of that day (of 24 hours: Vietnam sets no clock forward or back).
 */
export function latestOf({
  occurredAt,
  precision,
}: {
  readonly occurredAt: Instant;
  readonly precision: Precision;
}): number {
  return millisecondsOf(occurredAt) + (precision === 'day' ? dayMs - 1 : 0);
}

/** The day on which it happened, in Vietnam. */
export function dayIn(at: Instant): CalendarDate {
  return localDateOf(at, hoChiMinh);
}

/** The month of a day: `2026-03` of `2026-03-02`. */
export function monthOf(day: CalendarDate): string {
  return day.slice(0, 7);
}
