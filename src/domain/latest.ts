/** When something can have happened at the latest, and so whether it can have followed from what is on record. */
import type { Stated } from './entry.ts';
import { msPerDay } from './time/date.ts';
import { type Instant, millisecondsOf } from './units.ts';

type Happened = Pick<Stated, 'occurredAt' | 'precision'>;

/**
 * The last moment at which it can have happened, in milliseconds since 1970 UTC: where only the day
 * was stated, the end of that day (of 24 hours: Vietnam sets no clock forward or back).
 */
export function latestOf({ occurredAt, precision }: Happened): number {
  return millisecondsOf(occurredAt) + (precision === 'day' ? msPerDay - 1 : 0);
}

/** Whether it is said to have happened before `cause`, beyond doubt. @param cause null: none is known. */
export function isBefore(happened: Happened, cause: Instant | null): boolean {
  return cause !== null && latestOf(happened) < millisecondsOf(cause);
}
