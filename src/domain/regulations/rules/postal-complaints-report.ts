/**
 * postal-complaints-report: the post reports to the centre on what it carried and on the complaints about
 * it (NB Đ5.3đ). No text says how often: the centre sets it (`postalReportPeriod`).
 *
 * Discharged by its report, said to be of that period or, where it says nothing of one, made in it.
 */
import type { MonthEvent } from '../../centre/month/vocabulary.ts';
import { calendarDuty } from '../calendar-duty.ts';
import { endOfPeriod, isWithin, periodsOf } from '../period.ts';

export const postalComplaintsReport = calendarDuty<MonthEvent>({
  key: 'postal-complaints-report',
  version: 1,
  title: { vi: 'Báo cáo của bưu chính công ích', en: 'Report of the postal service' },
  subject: 'calendar',
  periods: (context) => periodsOf(context.parameters.postalReportPeriod, context),
  bearers: () => [{ kind: 'post', code: null }],
  due: endOfPeriod,
  discharges: ['PostalReportSubmitted'],
  answers(entry, period, _, { workingTime }) {
    if (entry.type !== 'PostalReportSubmitted') return false;
    const { period: said } = entry.data;
    return isWithin(said === null ? workingTime.dateAt(entry.occurredAt) : said.from, period);
  },
});
