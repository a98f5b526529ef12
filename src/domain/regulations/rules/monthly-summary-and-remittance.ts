/**
 * monthly-summary-and-remittance (NB Đ9.1d): each month the centre sums up last month's phí and lệ phí and
 * tells each agency. That the money and the receipts go with it is `monthly-summary-and-remittance-money`.
 *
 * Owed for each month to every agency for which a receipt of that month stands that is not of support
 * services alone. Due by the end of the month after it (`periodDeadline`).
 */
import type { FeesEvent } from '../../fees/month/vocabulary.ts';
import { type CalendarDutySpec, calendarDuty, type Owing } from '../calendar-duty.ts';
import { endOfNextMonth, recordOf } from '../fees-of-month.ts';
import { type Period, periodsOf } from '../period.ts';
import { takingsIn } from '../registers/takings.ts';
import type { Context } from '../rule.ts';

type Spec = CalendarDutySpec<FeesEvent>;

/** Of each month, to each agency for which money was taken in it. */
export const toEachAgency: Pick<Spec, 'subject' | 'periods' | 'bearers' | 'due'> = {
  subject: 'calendar',
  periods: (context) => periodsOf('month', context),
  bearers: owedTo,
  due: endOfNextMonth,
};

function owedTo(period: Period, context: Context): Owing[] {
  const agencies = [...takingsIn(period, context).keys()].toSorted();
  return agencies.map((agency) => ({ kind: 'centre', code: context.centre, part: agency }));
}

export const monthlySummaryAndRemittance = calendarDuty<FeesEvent>({
  ...toEachAgency,
  key: 'monthly-summary-and-remittance',
  version: 2,
  title: { vi: 'Tổng hợp thu phí, lệ phí hàng tháng', en: 'Monthly summary of fees' },
  discharges: ['FeeSummarySent'],
  answers: (entry, period, { part }, context) =>
    entry.type === 'FeeSummarySent' &&
    entry.stream === recordOf(period, context) &&
    entry.data.agency === part,
});
