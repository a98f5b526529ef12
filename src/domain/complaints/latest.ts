/** When something can have happened at the latest. */
import type { Stated } from '../entry.ts';
import { millisecondsOf } from '../units.ts';

const dayMs = 24 * 60 * 60 * 1_000;

/**
 * The last moment at which it can have happened, in milliseconds since 1970 UTC: where only the day
 * was stated, the end of that day (of 24 hours: Vietnam sets no clock forward or back).
 */
export function latestOf({
  occurredAt,
  precision,
}: Pick<Stated, 'occurredAt' | 'precision'>): number {
  return millisecondsOf(occurredAt) + (precision === 'day' ? dayMs - 1 : 0);
}
