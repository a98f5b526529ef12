/** Which of two entries came first, as far as the record can say. */
import type { AnyEvent, Entry } from '../entry.ts';
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
