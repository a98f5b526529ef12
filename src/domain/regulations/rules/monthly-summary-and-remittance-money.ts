/**
 * monthly-summary-and-remittance-money (NB Đ9.1d): each month the centre passes the whole (toàn bộ) of last
 * month's phí and lệ phí on to each agency, with its receipts. Owed as the summary is.
 *
 * Whole is what the agency's last summary says was taken: with what was paid to the budget for it, and
 * with what was kept back under a decision (`retentionShare`, NB Đ9.1c) of what the budget leaves. It may
 * come in parts: the one that makes it whole discharges. Where no sum was stated, any remittance does.
 */
import type { Entry } from '../../entry.ts';
import type { FeesEvent, FeesEventOf } from '../../fees/month/vocabulary.ts';
import { sumIn } from '../../fees/sums.ts';
import type { Timeline } from '../../timeline.ts';
import type { Money } from '../../units.ts';
import { calendarDuty } from '../calendar-duty.ts';
import { recordOf, summariesOf } from '../fees-of-month.ts';
import type { Period } from '../period.ts';
import { shareOn } from '../registers/shares.ts';
import type { Context } from '../rule.ts';
import { toEachAgency } from './monthly-summary-and-remittance.ts';

export const monthlyRemittance = calendarDuty<FeesEvent>({
  ...toEachAgency,
  key: 'monthly-summary-and-remittance-money',
  version: 1,
  title: {
    vi: 'Chuyển toàn bộ phí, lệ phí và biên lai hàng tháng',
    en: 'Whole of the fees remitted each month',
  },
  discharges: ['FeesRemitted'],
  answers(entry, period, { part = '' }, context, timeline) {
    const ofMonth = remittancesOf(period, part, timeline, context);
    const place = ofMonth.findIndex((one) => one === entry);
    if (place === -1) return false;
    return isWhole(ofMonth.slice(0, place + 1), period, part, timeline, context);
  },
});

type Remittance = FeesEventOf<'FeesRemitted'>['data'];

function remittancesOf(
  period: Period,
  agency: string,
  timeline: Timeline<FeesEvent>,
  context: Context,
): readonly Entry<FeesEventOf<'FeesRemitted'>>[] {
  const record = recordOf(period, context);
  return timeline.flatMap((entry) =>
    entry.type === 'FeesRemitted' && entry.stream === record && entry.data.agency === agency
      ? [entry]
      : [],
  );
}

function isWhole(
  remittances: readonly { readonly data: Remittance }[],
  period: Period,
  agency: string,
  timeline: Timeline<FeesEvent>,
  context: Context,
): boolean {
  const summary = summariesOf(period, agency, timeline, context).at(-1)?.data;
  const sent = remittances.map(({ data }) => data);
  return hasReceipts(sent, summary?.receipts ?? null) && isAll(sent, summary?.collected ?? null);

  function isAll(all: readonly Remittance[], collected: Money | null): boolean {
    if (collected === null) return true;
    const sum = (sums: readonly (Money | null)[]) =>
      sumIn(
        sums.filter((one) => one !== null),
        collected.currency,
      );
    const toBudget = sum(all.map((one) => one.toBudget));
    const share = shareOn(agency, period.to, context);
    const mayBeKept = Math.floor(((collected.amount - toBudget) * share) / 10_000);
    const kept = Math.min(sum(all.map(({ retained }) => retained)), mayBeKept);
    return sum(all.map(({ amount }) => amount)) + toBudget + kept >= collected.amount;
  }
}

/** As many receipts went with the money as the summary counts, where both say how many. */
function hasReceipts(all: readonly Remittance[], counted: number | null): boolean {
  const numbers = all.map(({ receipts }) => receipts);
  if (counted === null || numbers.includes(null)) return true;
  return numbers.reduce<number>((sum, one) => sum + (one ?? 0), 0) >= counted;
}
