/**
 * monthly-summary-and-remittance-money (NB Đ9.1d): each month the centre passes the whole (toàn bộ) of last
 * month's phí and lệ phí on to each agency, with its receipts. Owed as the summary is.
 *
 * Whole is what the month's receipts come to, and no less than what the agency's last summary says was
 * taken: the centre cannot make it less by its own word. With it counts what was paid to the budget for
 * the agency, and what was kept back under a decision (`retentionShare`, NB Đ9.1c) of what the budget
 * leaves. It may come in parts: the one that makes it whole discharges. As many receipts go with it as
 * stand or the summary counts; where no remittance says how many, that is not held against it.
 */
import type { Entry } from '../../entry.ts';
import type { FeesEvent, FeesEventOf } from '../../fees/month/vocabulary.ts';
import { type Sum, sumIn } from '../../fees/sums.ts';
import type { Timeline } from '../../timeline.ts';
import { calendarDuty } from '../calendar-duty.ts';
import { recordOf, summariesOf } from '../fees-of-month.ts';
import type { Period } from '../period.ts';
import { shareOn } from '../registers/shares.ts';
import { takingsIn } from '../registers/takings.ts';
import type { Context } from '../rule.ts';
import { toEachAgency } from './monthly-summary-and-remittance.ts';

export const monthlyRemittance = calendarDuty<FeesEvent>({
  ...toEachAgency,
  key: 'monthly-summary-and-remittance-money',
  version: 2,
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
  const taken = takingsIn(period, context).get(agency);
  const summary = summariesOf(period, agency, timeline, context).at(-1)?.data;
  const sent = remittances.map(({ data }) => data);
  const counted = Math.max(taken?.receipts ?? 0, summary?.receipts ?? 0);
  if (!hasReceipts(sent, counted)) return false;
  const said = summary?.collected ?? null;
  const owed = new Map(taken?.sums);
  if (said !== null) {
    owed.set(said.currency, Math.max(owed.get(said.currency) ?? 0, said.amount));
  }
  const share = shareOn(agency, period.to, context);
  return [...owed].every(([currency, amount]) => isAll(sent, { currency, amount }, share));
}

/** Whether all that is owed of one currency went on, but for the share. @param share in hundredths of a percent. */
function isAll(
  sent: readonly Remittance[],
  { currency, amount: owed }: Sum,
  share: number,
): boolean {
  const sum = (sums: readonly (Sum | null)[]) =>
    sumIn(
      sums.filter((one) => one !== null),
      currency,
    );
  const toBudget = sum(sent.map((one) => one.toBudget));
  const mayBeKept = Math.floor(((owed - toBudget) * share) / 10_000);
  const kept = Math.min(sum(sent.map(({ retained }) => retained)), mayBeKept);
  return sum(sent.map(({ amount }) => amount)) + toBudget + kept >= owed;
}

/** At least `counted` receipts went with the money, where all of it says how many. */
function hasReceipts(all: readonly Remittance[], counted: number): boolean {
  const numbers = all.map(({ receipts }) => receipts);
  if (numbers.includes(null)) return true;
  return numbers.reduce<number>((sum, one) => sum + (one ?? 0), 0) >= counted;
}
