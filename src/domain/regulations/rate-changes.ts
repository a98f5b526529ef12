/** Changes of phí and lệ phí on the record of a procedure (NB Đ9.2a): what changed, and which notice is about it. */

import type { ProcedureEvent, ProcedureEventOf } from '../centre/procedure/vocabulary.ts';
import type { Entry } from '../entry.ts';
import { plusDays } from '../time/date.ts';
import type { Timeline } from '../timeline.ts';
import { isCertainlyBefore } from './order.ts';
import type { Context } from './rule.ts';

export type RateChange = {
  readonly rate: string;
  /** The first day on which it is so, as `2026-03-02`. */
  readonly from: string;
};

type RateStated = { readonly rate: string; readonly amount: { readonly amount: number } };

/**
 * What `entry` changes of what the procedure cost at its centre: a rate set otherwise or ended, or a
 * version that lists rates otherwise. What is set for the first time changes nothing.
 */
export function changesIn(
  entry: Entry<ProcedureEvent>,
  timeline: Timeline<ProcedureEvent>,
  { workingTime }: Context,
): readonly RateChange[] {
  const { type, data, occurredAt } = entry;
  const day = workingTime.dateAt(occurredAt);
  if (type === 'FeeRateEnded') {
    return [{ rate: data.rate, from: data.to === null ? day : plusDays(data.to, 1) }];
  }
  const before = listedBefore(entry, timeline);
  if (type === 'FeeRateChanged' || type === 'FeeRateSet') {
    const was = before.get(data.rate);
    const isChange = type === 'FeeRateChanged' ? was !== amountOf(data) : isOtherwise(was, data);
    return isChange ? [{ rate: data.rate, from: data.from ?? day }] : [];
  }
  if ((type !== 'ProcedureChanged' && type !== 'ProcedurePublished') || data.rates === null) {
    return [];
  }
  const from = data.from ?? day;
  const now = new Set(data.rates.map(({ rate }) => rate));
  const changed = data.rates.filter((one) => isOtherwise(before.get(one.rate), one));
  const gone = [...before.keys()].filter((rate) => !now.has(rate));
  return [...changed.map(({ rate }) => rate), ...gone].map((rate) => ({ rate, from }));
}

/** The amounts, with their currency, as they were stated last before `entry` at its centre. */
function listedBefore(
  entry: Entry<ProcedureEvent>,
  timeline: Timeline<ProcedureEvent>,
): ReadonlyMap<string, string> {
  const listed = new Map<string, string>();
  for (const earlier of timeline) {
    if (earlier === entry) break;
    if (earlier.centre !== entry.centre) continue;
    const { type, data } = earlier;
    if (type === 'FeeRateSet' || type === 'FeeRateChanged') listed.set(data.rate, amountOf(data));
    if (type === 'FeeRateEnded') listed.delete(data.rate);
    if ((type !== 'ProcedurePublished' && type !== 'ProcedureChanged') || data.rates === null) {
      continue;
    }
    listed.clear();
    for (const one of data.rates) listed.set(one.rate, amountOf(one));
  }
  return listed;
}

/** Stated before, and otherwise. */
function isOtherwise(was: string | undefined, now: RateStated): boolean {
  return was !== undefined && was !== amountOf(now);
}

function amountOf({ amount }: RateStated): string {
  return JSON.stringify(amount);
}

type Telling = ProcedureEventOf<'FeeRateNotified' | 'FeeRatePublished'>;

/**
 * Whether a notice or a publication is about a change: by the day from which it says the rate holds, or,
 * where it names none, by coming after it.
 */
export function isAbout(
  telling: Entry<Telling>,
  change: RateChange,
  opening: Entry<ProcedureEvent>,
  context: Context,
): boolean {
  const { rate, effective } = telling.data;
  if (rate !== change.rate || telling.centre !== opening.centre) return false;
  if (effective !== null) return effective === change.from;
  return !isCertainlyBefore(telling, opening, context);
}
