/**
 * monthly-report: what was received and returned is reported to the authority (SL Đ9.1, by the 29th; BL
 * Đ12.1, on the 15th; KT Đ14, on the 22nd; TQ Đ11.3 and NB Đ5.1c, with no period named) and, but for
 * Tuyên Quang, sent to the agencies.
 *
 * The director owes it, or the centre (`reportBearer`); `reportPeriod` says how often, `reportDay` by
 * which day, `reportToAgencies` whether to the agencies. A report is of the month in which its period
 * ends; where the day comes before the month is over (BL, KT), one that is filed in a month on the whole
 * month before it is that month's, too (`reportOfMonthBefore`). One that says that it went to no agency
 * is not all that is owed.
 */
import type { MonthEvent } from '../../centre/month/vocabulary.ts';
import type { Instant } from '../../units.ts';
import { calendarDuty } from '../calendar-duty.ts';
import { dayOfMonth, endOfPeriod, onReportDay, type Period, periodsOf } from '../period.ts';
import { isReportOf, reporterAt } from '../reports.ts';
import type { Context } from '../rule.ts';

export const monthlyReport = calendarDuty<MonthEvent>({
  key: 'monthly-report',
  version: 2,
  title: { vi: 'Báo cáo định kỳ hàng tháng', en: 'Monthly report' },
  subject: 'calendar',
  periods: (context) => periodsOf(context.parameters.reportPeriod, context),
  bearers: (period, context) => [reporterAt(dueOf(period, context), context)],
  due: dueOf,
  discharges: ['ReportSubmitted'],
  answers(entry, period, _, context) {
    if (entry.type !== 'ReportSubmitted' || !isReportOf(entry, period, context)) return false;
    return !context.parameters.reportToAgencies || entry.data.copies?.length !== 0;
  },
});

function dueOf(period: Period, context: Context): Instant {
  const { reportDay, reportPeriod } = context.parameters;
  if (reportDay === null || reportPeriod !== 'month') return endOfPeriod(period, context);
  return onReportDay(dayOfMonth(period, reportDay), context);
}
