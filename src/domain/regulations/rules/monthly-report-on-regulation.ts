/**
 * monthly-report-on-regulation: each month the Chief of the Provincial Office reports to the People's
 * Committee on how the regulation is carried out (NB Đ11.1). No day is named.
 *
 * The record knows nobody by that office, so the bearer has no code. Another's report on the regulation
 * is not the Chief's; one that does not say whose it is may be.
 */
import type { MonthEvent } from '../../centre/month/vocabulary.ts';
import { calendarDuty } from '../calendar-duty.ts';
import { endOfPeriod, periodsOf } from '../period.ts';
import { isFor } from '../reports.ts';

export const monthlyReportOnRegulation = calendarDuty<MonthEvent>({
  key: 'monthly-report-on-regulation',
  version: 1,
  title: {
    vi: 'Chánh Văn phòng báo cáo hàng tháng việc thực hiện Quy chế',
    en: 'Monthly report of the Chief of the Provincial Office on the regulation',
  },
  subject: 'calendar',
  periods: (context) => periodsOf('month', context),
  bearers: () => [{ kind: 'official', code: null }],
  due: endOfPeriod,
  discharges: ['ReportSubmitted'],
  answers(entry, period, _, context) {
    if (entry.type !== 'ReportSubmitted' || entry.data.report !== 'monthly') return false;
    const { by, about } = entry.data;
    const isTheChiefs =
      by === 'chief-of-office'
        ? about === null || about === 'regulation'
        : by === null && about === 'regulation';
    return isTheChiefs && isFor(entry.data.period, entry, period, context);
  },
});
