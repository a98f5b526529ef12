/** Whether what is proposed can have followed from what is on record. */
import type { AnyEvent, Proposal } from '../entry.ts';
import { msPerDay } from '../time/date.ts';
import { type Instant, millisecondsOf } from '../units.ts';

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
