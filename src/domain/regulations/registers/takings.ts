/** What was taken at a centre on a day for each agency, and stands: what a summary and the money are owed of (NB Đ9.1d). */
import { foldReceipt } from '../../fees/receipt/fold.ts';
import { amountOf, refundedOf, type Use } from '../../fees/receipt/state.ts';
import { noSums, plus, type Sum, type Sums } from '../../fees/sums.ts';
import { partsOf, streamName } from '../../stream.ts';
import { plusDays } from '../../time/date.ts';
import { hoChiMinh, localDateOf } from '../../time/zone.ts';
import { timeline } from '../../timeline.ts';
import type { CalendarDate } from '../../units.ts';
import type { Period } from '../period.ts';
import type { Register } from '../register.ts';
import type { Context } from '../rule.ts';

export type Takings = {
  readonly receipts: number;
  /** Phí and lệ phí, without what was paid back. */
  readonly sums: Sums;
};

type ByAgency = ReadonlyMap<string, Takings>;

/**
 * By centre and day, as `takingsKey` makes it: a receipt is of its day in Vietnam, unless it was voided.
 * By days, so that a receipt more makes only those of its day be read again.
 */
export const takings: Register<ByAgency> = {
  name: 'takings',
  category: 'receipt',
  types: ['FeeAssessed', 'ReceiptIssued', 'ReceiptVoided', 'FeeRefunded'],
  keys(stream, entries) {
    const { centre = '' } = partsOf(stream, ['centre', 'rest']) ?? {};
    if (!entries.some(({ type }) => type === 'ReceiptIssued')) return [];
    const { uses } = foldReceipt(timeline(entries));
    return uses.map(({ issuedAt }) => takingsKey(centre, dayOf(issuedAt)));
  },
  isForGathered: true,
  isAboutSubjects: false,
  isUnamended: true,
  fold(records, key) {
    const day = key.slice(-10);
    const all = new Map<string, Takings>();
    for (const { timeline: told } of records) {
      const receipt = foldReceipt(told);
      for (const use of receipt.uses) {
        const agency = use.agency ?? receipt.agency;
        if (agency === null || dayOf(use.issuedAt) !== day || !isTaken(use)) continue;
        const { receipts, sums } = all.get(agency) ?? nothingTaken;
        all.set(agency, { receipts: receipts + 1, sums: plus(sums, moneyOf(use)) });
      }
    }
    return all;
  },
};

const nothingTaken: Takings = { receipts: 0, sums: noSums };

/** What was taken in a period, by agency. */
export function takingsIn(
  { from, to }: Pick<Period, 'from' | 'to'>,
  { centre, registers }: Pick<Context, 'centre' | 'registers'>,
): ByAgency {
  const all = new Map<string, Takings>();
  for (let day = from; day <= to; day = plusDays(day, 1)) {
    for (const [agency, of] of registers.look(takings, takingsKey(centre, day))) {
      const { receipts, sums } = all.get(agency) ?? nothingTaken;
      const money = [...of.sums].map(([currency, amount]) => ({ amount, currency }));
      all.set(agency, { receipts: receipts + of.receipts, sums: plus(sums, ...money) });
    }
  }
  return all;
}

function takingsKey(centre: string, day: CalendarDate): string {
  return streamName('takings', centre, day);
}

function dayOf(instant: Use['issuedAt']): CalendarDate {
  return localDateOf(instant, hoChiMinh);
}

/** It stands, and is not of support services alone: those are the centre's own. */
function isTaken({ voidedAt, items }: Use): boolean {
  return voidedAt === null && (items.length === 0 || items.some(({ kind }) => kind !== 'service'));
}

function moneyOf(use: Use): Sum {
  const amount = use.total.amount - amountOf(use, 'service') - refundedOf(use);
  return { amount: Math.max(0, amount), currency: use.total.currency };
}
