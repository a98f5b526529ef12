/**
 * monthly-summary-and-remittance (NB Đ9.1d): each month the centre sums up last month's phí and lệ phí and
 * tells each agency. That the money and the receipts go with it is `monthly-summary-and-remittance-money`.
 *
 * Owed for each month to every agency for which a receipt of that month stands, of those with which the
 * centre reckons at all: the months' records name them, by a book or by what was done for them. Due by
 * the end of the month after it (`periodDeadline`).
 */
import type { FeesEvent } from '../../fees/month/vocabulary.ts';
import type { Timeline } from '../../timeline.ts';
import { type CalendarDutySpec, calendarDuty, type Owing } from '../calendar-duty.ts';
import { agenciesIn, endOfNextMonth, recordOf } from '../fees-of-month.ts';
import { type Period, periodsOf } from '../period.ts';
import { takings, takingsKey } from '../registers/takings.ts';
import type { Context } from '../rule.ts';

type Spec = CalendarDutySpec<FeesEvent>;

/** Of each month, to each agency for which money was taken in it. */
export const toEachAgency: Pick<Spec, 'subject' | 'periods' | 'bearers' | 'due'> = {
  subject: 'calendar',
  periods: (context) => periodsOf('month', context),
  bearers: owedTo,
  due: endOfNextMonth,
};

function owedTo(
  { name }: Period,
  { centre, registers }: Context,
  timeline: Timeline<FeesEvent>,
): Owing[] {
  return agenciesIn(timeline)
    .filter((agency) => registers.look(takings, takingsKey(centre, name, agency)))
    .map((agency) => ({ kind: 'centre', code: centre, part: agency }));
}

export const monthlySummaryAndRemittance = calendarDuty<FeesEvent>({
  ...toEachAgency,
  key: 'monthly-summary-and-remittance',
  version: 1,
  title: { vi: 'Tổng hợp thu phí, lệ phí hàng tháng', en: 'Monthly summary of fees' },
  discharges: ['FeeSummarySent'],
  answers: (entry, period, { part }, context) =>
    entry.type === 'FeeSummarySent' &&
    entry.stream === recordOf(period, context) &&
    entry.data.agency === part,
});
