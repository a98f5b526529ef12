/** What was said of a procedure's rates, in the order in which it was said. */
import type { CalendarDate, Instant } from '../../units.ts';
import { firstDay, lastDay, saidAfter } from '../centre/times.ts';
import type { Rate } from './vocabulary/fields.ts';
import type { ProcedureEvent } from './vocabulary.ts';

export type RateStatement =
  /** From a day on these rates hold. `all`: and no others. */
  | {
      readonly is: 'set';
      readonly all: boolean;
      readonly rates: readonly Rate[];
      readonly from: CalendarDate;
      readonly document: string | null;
      readonly at: Instant;
    }
  | { readonly is: 'ended'; readonly rate: string; readonly to: CalendarDate; readonly at: Instant }
  /** Of the rate in force from the day `effective`; null: of the newest that there was. */
  | {
      readonly is: 'notified' | 'published';
      readonly rate: string;
      readonly effective: CalendarDate | null;
      readonly at: Instant;
      /** The same; where only the day is known, not before what it follows. */
      readonly since: Instant;
    };

/** With what one more event says of rates; most say nothing. */
export function ratesAfter(
  before: readonly RateStatement[],
  { type, data }: ProcedureEvent,
  at: Instant,
): readonly RateStatement[] {
  if (type === 'ProcedurePublished' || type === 'ProcedureChanged') {
    if (data.rates === null) return before;
    const { rates, document } = data;
    const from = firstDay(data.from, at);
    return [...before, { is: 'set', all: true, rates, from, document, at }];
  }
  if (type === 'FeeRateSet' || type === 'FeeRateChanged') {
    const { rate, name, kind, amount, unit, document } = data;
    const rates = [{ rate, name, kind, amount, unit }];
    const from = firstDay(data.from, at);
    return [...before, { is: 'set', all: false, rates, from, document, at }];
  }
  if (type === 'FeeRateEnded') {
    return [...before, { is: 'ended', rate: data.rate, to: lastDay(data.to, at), at }];
  }
  if (type === 'FeeRateNotified' || type === 'FeeRatePublished') {
    const is = type === 'FeeRateNotified' ? 'notified' : 'published';
    const { rate, effective } = data;
    return [...before, { is, rate, effective, at, since: saidAfter(before, at) }];
  }
  return before;
}
