/** Tỷ lệ trích để lại: what a centre may keep of an agency's money, by decision and day (NB Đ9.1c, Đ9.2c); by the centre's code. */
import { fees } from '../../fees/month/vocabulary.ts';
import { hoChiMinh, localDateOf } from '../../time/zone.ts';
import type { CalendarDate, EventId } from '../../units.ts';
import { inWords } from '../in-words.ts';
import type { Register } from '../register.ts';
import type { Context } from '../rule.ts';
import { centreIn } from './centre-key.ts';

export type Share = {
  /** Of whose money; null: of every agency's. */
  readonly agency: string | null;
  /** In hundredths of a percent of what the budget leaves. */
  readonly share: number;
  readonly from: CalendarDate;
  /** Last day; null: none is set. */
  readonly to: CalendarDate | null;
  readonly decision: EventId;
};

/** By the day from which each holds. */
export const shares: Register<readonly Share[]> = {
  name: 'shares',
  category: 'fees',
  types: ['RetentionShareDecided'],
  keys: centreIn,
  isKeyedByName: true,
  isAboutSubjects: false,
  fold: (records) =>
    records
      .flatMap(({ timeline }) => inWords('fees', fees, timeline))
      .flatMap((entry): Share[] => {
        if (entry.type !== 'RetentionShareDecided') return [];
        const { agency, share, from, to } = entry.data;
        const day = localDateOf(entry.occurredAt, hoChiMinh);
        return [{ agency, share, from: from ?? day, to, decision: entry.id }];
      })
      .toSorted((a, b) => (a.from < b.from ? -1 : 1)),
};

/** The share that holds on a day: the last decision on that agency, else on all; else the centre's `retentionShare`. */
export function shareOn(
  agency: string,
  day: CalendarDate,
  { registers, centre, parameters }: Context,
): number {
  const inForce = registers
    .look(shares, centre)
    .filter(({ from, to }) => from <= day && (to === null || day <= to));
  const decided =
    inForce.findLast((one) => one.agency === agency) ??
    inForce.findLast((one) => one.agency === null);
  return decided?.share ?? parameters.retentionShare;
}
