/** Stretches of the hours of one day. */
import type { Hours } from './vocabulary/hours.ts';

/** Whether two stretches of one day share a minute. The end is not part of a stretch. */
export function hoursMeet(one: Hours, other: Hours): boolean {
  return one.from < other.to && other.from < one.to;
}
