/** Đến và về: which check-out ends which check-in. */
import { latestOf } from '../../latest.ts';
import { millisecondsOf } from '../../units.ts';
import { dayIn } from '../times.ts';
import type { Passing } from './state.ts';

type Moment = Pick<Passing, 'occurredAt' | 'precision'>;

/** Of one person: a stay that began and ended, or of which only one end is known. */
export type Stay = { readonly from: Passing | null; readonly to: Passing | null };

/** Minutes within which a second passing of the same direction is the same one: a finger that was laid on twice. */
const againWithin = 2;

/**
 * The last passing of the day, before `moment` or at it: what a check-out would end. Undefined: there
 * was none that day.
 */
export function lastPassing(moment: Moment, passings: readonly Passing[]): Passing | undefined {
  const day = dayIn(moment.occurredAt);
  const ofDay = passings.filter(({ occurredAt }) => dayIn(occurredAt) === day);
  return inOrder(ofDay).findLast((one) => placeOf(one) <= latestOf(moment));
}

/**
 * The stays of one day, in order, and how many of its passings only repeat the one before.
 *
 * @param passings of one day.
 */
export function staysIn(passings: readonly Passing[]): {
  readonly stays: readonly Stay[];
  readonly repeats: number;
} {
  const stays: Stay[] = [];
  let open: Passing | null = null;
  let before: Passing | null = null;
  let repeats = 0;
  for (const one of inOrder(passings)) {
    if (before !== null && repeatsPassing(one, before)) {
      repeats += 1;
    } else if (one.direction === 'in') {
      if (open !== null) stays.push({ from: open, to: null });
      open = one;
    } else {
      stays.push({ from: open, to: one });
      open = null;
    }
    before = one;
  }
  if (open !== null) stays.push({ from: open, to: null });
  return { stays, repeats };
}

/** Whole minutes of a stay; null where an end of it, or its time, is not known. */
export function minutesOf({ from, to }: Stay): number | null {
  if (from === null || to === null) return null;
  if (from.precision === 'day' || to.precision === 'day') return null;
  return Math.floor((millisecondsOf(to.occurredAt) - millisecondsOf(from.occurredAt)) / 60_000);
}

function repeatsPassing(one: Passing, before: Passing): boolean {
  if (one.direction !== before.direction || one.precision === 'day') return false;
  return placeOf(one) - placeOf(before) <= againWithin * 60_000;
}

/** In the order of the day. */
export function inOrder(passings: readonly Passing[]): readonly Passing[] {
  return passings.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** Where it stands in its day: who came at a time that nobody knows came first, and who went so went last. */
function placeOf({ direction, ...moment }: Passing): number {
  return direction === 'in' ? millisecondsOf(moment.occurredAt) : latestOf(moment);
}
