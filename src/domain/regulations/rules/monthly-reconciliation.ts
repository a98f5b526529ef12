/**
 * monthly-reconciliation (NB Đ9.2b): each agency checks the summary that the centre sent it against its own
 * figures, each month; that it agrees or disputes is recorded.
 *
 * Owed by every agency that was sent a summary of the month. Due by the end of the month after it, as the
 * summary is, but not before a term from the summary that the centre sets: what comes late, or on the
 * last day, can still be checked. A second summary of the month opens nothing more.
 */
import type { FeesEvent } from '../../fees/month/vocabulary.ts';
import { calendarDuty } from '../calendar-duty.ts';
import { endOfNextMonth, recordOf, summariesOf } from '../fees-of-month.ts';
import { periodsOf } from '../period.ts';
import { dueWithin } from '../term.ts';

const key = 'monthly-reconciliation';

export const monthlyReconciliation = calendarDuty<FeesEvent>({
  key,
  version: 2,
  title: { vi: 'Đối chiếu thu phí, lệ phí hàng tháng', en: 'Monthly reconciliation of fees' },
  subject: 'calendar',
  periods: (context) => periodsOf('month', context),
  bearers(period, context, timeline) {
    const summaries = summariesOf(period, null, timeline, context);
    const agencies = new Set(summaries.map(({ data }) => data.agency));
    return [...agencies].map((agency) => ({ kind: 'agency', code: agency }));
  },
  due(period, context, { code }, timeline) {
    const end = endOfNextMonth(period, context);
    const [summary] = summariesOf(period, code, timeline, context);
    if (summary === undefined) return end;
    const checked = dueWithin(key, { days: 5 }, summary, context);
    return checked > end ? checked : end;
  },
  discharges: ['ReconciliationAgreed', 'ReconciliationDisputed'],
  answers: (entry, period, { code }, context) =>
    (entry.type === 'ReconciliationAgreed' || entry.type === 'ReconciliationDisputed') &&
    entry.stream === recordOf(period, context) &&
    entry.data.agency === code,
});
