/** Tháng thu phí: the record family of a month of fees. Stream `fees-{centre}-{month}`. */
import type { Proposal } from '../../entry.ts';
import { type Family, family, type Misplaced } from '../../family.ts';
import { hoChiMinh, localDateOf } from '../../time/zone.ts';
import { type FeesRefusal, feesDecider } from './month.ts';
import { type FeesEvent, fees, feesKey } from './vocabulary.ts';

/** What does not fit its month comes by an import; what is entered live is told where it belongs. */
const misplaced: Misplaced<FeesEvent, FeesRefusal> = (proposed, { centre, month = '' }) => {
  if (proposed.centre !== centre) return 'fees/other-centre';
  if (proposed.recordedVia.mode !== 'live') return null;
  if (!fitsMonth(proposed, month)) return 'fees/other-month';
  return monthOf(proposed) < month && followsMoney(proposed) ? 'fees/before-month' : null;
};

/** The months, by their last two digits, with which a period ends. */
const lastMonths = {
  month: /\d\d$/,
  quarter: /(03|06|09|12)$/,
  'half-year': /(06|12)$/,
  year: /12$/,
} as const;

function fitsMonth(proposed: Proposal<FeesEvent>, month: string): boolean {
  const { type, data } = proposed;
  if (type === 'ReceiptBookIssued') return monthOf(proposed) === month;
  if (type === 'RetentionShareDecided') return data.from === null || data.from.startsWith(month);
  if (type === 'FeesSettled') return data.period === null || lastMonths[data.period].test(month);
  return true;
}

/** A decision on shares may come before the month from which it holds; what is done about money, not. */
function followsMoney({ type }: FeesEvent): boolean {
  return type !== 'RetentionShareDecided' && type !== 'EntryWithdrawn';
}

/** In Vietnam. */
function monthOf({ occurredAt }: Proposal<FeesEvent>): string {
  return localDateOf(occurredAt, hoChiMinh).slice(0, 7);
}

export const feesFamily: Family = family({
  category: 'fees',
  key: feesKey,
  vocabulary: fees,
  decider: feesDecider,
  opens: [
    'FeeSummarySent',
    'FeesRemitted',
    'ReconciliationAgreed',
    'ReconciliationDisputed',
    'RetentionShareDecided',
    'FeesSettled',
    'ReceiptBookIssued',
    'ReceiptBookClosed',
  ],
  misplaced,
});
