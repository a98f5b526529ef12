/**
 * Nhập bù: entries from paper after an outage (SL Đ2.7, BL Đ3.3): of which outage they are, until when they
 * are entered, and since when it was known that they could not be entered before.
 */
import type { AnyEvent, Entry } from '../entry.ts';
import type { Instant } from '../units.ts';
import { type DeclaredOutage, declaredOutages } from './registers/outages.ts';
import type { Context } from './rule.ts';
import { dueAfter } from './term.ts';

/** The rule by which paper is entered in time. */
export const catchUpRule = 'outage-catch-up';

/** When all is to be entered after an outage that ended at `ended`. "Right after" gives no number, so the centre sets one. */
export function catchUpDue(ended: Instant, context: Context): Instant {
  return dueAfter(catchUpRule, { days: 1 }, ended, context);
}

/** The outage that an entry says it was caught up after, by the centre at which it was entered. */
export function outageOf(
  { recordedVia, centre }: Entry<AnyEvent>,
  { registers }: Context,
): DeclaredOutage | undefined {
  if (recordedVia.mode !== 'backfill') return undefined;
  return registers
    .look(declaredOutages, centre)
    .find(({ outage }) => outage === recordedVia.outage);
}

/** Whether it happened in the outage, both ends included; where the day alone is stated, whether some of that day lies in it. */
export function isWithin(
  { occurredAt, precision }: Entry<AnyEvent>,
  { began, ended }: Pick<DeclaredOutage, 'began' | 'ended'>,
  { workingTime }: Context,
): boolean {
  if (precision === 'instant')
    return began <= occurredAt && (ended === null || occurredAt <= ended);
  const day = workingTime.dateAt(occurredAt);
  return workingTime.dateAt(began) <= day && (ended === null || day <= workingTime.dateAt(ended));
}

/**
 * Since when it was known that `entry` had to wait: since its outage was declared. Null: it did not have to,
 * or not for so long; it is late like any other.
 *
 * What was not broken by then is not taken away by an entry that came as soon as it could. An outage that
 * is declared afterwards, or made longer, so hides nothing of what was broken before that was said.
 */
export function excusedSince(entry: Entry<AnyEvent>, context: Context): Instant | null {
  const outage = outageOf(entry, context);
  if (outage === undefined || outage.ended === null) return null;
  if (!isWithin(entry, outage, context)) return null;
  return isInTerm(entry, outage.ended, context) ? outage.declaredAt : null;
}

/** An end outside the years in which working time is counted is a mistake, and excuses nothing. */
function isInTerm({ recordedAt }: Entry<AnyEvent>, ended: Instant, context: Context): boolean {
  try {
    return recordedAt <= catchUpDue(ended, context.at(ended));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
