/** Which came first, of two entries or of an entry and a due time, as far as the record can say. */
import type { AnyEvent, Entry } from '../entry.ts';
import type { Instant } from '../units.ts';
import type { Context } from './rule.ts';

/**
 * Whether `first` came before `second`, beyond doubt. Where only the day of either was stated, the
 * days are compared: a midnight that nobody stated is no evidence of anything.
 */
export function isCertainlyBefore(
  first: Entry<AnyEvent>,
  second: Entry<AnyEvent>,
  { workingTime }: Context,
): boolean {
  if (first.precision === 'instant' && second.precision === 'instant') {
    return first.occurredAt < second.occurredAt;
  }
  return workingTime.dateAt(first.occurredAt) < workingTime.dateAt(second.occurredAt);
}

/** In time is up to the very instant; of a day alone, up to the end of the day on which it was due. */
export function isPast(
  { occurredAt, precision }: Entry<AnyEvent>,
  due: Instant,
  { workingTime }: Context,
): boolean {
  if (precision === 'day') return workingTime.dateAt(occurredAt) > workingTime.dateAt(due);
  return occurredAt > due;
}

/**
 * The last moment at which it can have happened: what runs from it runs from then, so that nobody is
 * late by hours that nobody stated. Of a day alone, the end of that day.
 */
export function lastMomentOf(
  { occurredAt, precision }: Happened,
  { workingTime }: Context,
): Instant {
  if (precision === 'instant') return occurredAt;
  return workingTime.midnightAfter(workingTime.dateAt(occurredAt));
}

/** When something happened, as far as that was stated. */
export type Happened = Pick<Entry<AnyEvent>, 'occurredAt' | 'precision'>;

export function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}
