/**
 * longer-reports: the centre's other periodic reports (SL Đ10.1: quarter, half-year, year; KT Đ7.2k:
 * week, month, quarter, year; `longerReports`). No day is named.
 *
 * A report is of the period in which its own ends. In Kon Tum the report of the 22nd (Đ14) is the
 * month's here, too.
 */
import type { MonthEvent } from '../../centre/month/vocabulary.ts';
import { calendarDuty } from '../calendar-duty.ts';
import { endOfPeriod, periodsOf } from '../period.ts';
import { isReportOf } from '../reports.ts';

export const longerReports = calendarDuty<MonthEvent>({
  key: 'longer-reports',
  version: 2,
  title: {
    vi: 'Báo cáo định kỳ tuần, tháng, quý, 6 tháng, năm',
    en: 'Weekly, monthly, quarterly, half-yearly and yearly reports',
  },
  subject: 'calendar',
  periods: (context) =>
    context.parameters.longerReports.flatMap((length) => periodsOf(length, context)),
  bearers: (_, context) => [{ kind: 'centre', code: context.centre }],
  due: endOfPeriod,
  discharges: ['ReportSubmitted'],
  answers: (entry, period, _, context) => isReportOf(entry, period, context),
});
