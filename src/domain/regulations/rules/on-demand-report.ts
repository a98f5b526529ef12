/**
 * on-demand-report: what the authority asks to be reported is reported (BL Đ12.1; KT Đ7.2k, Đ14; TQ
 * Đ11.3), when the demand says; where it names no time, within the centre's own term.
 *
 * The director owes it, or the centre (`reportBearer`). A report answers the demand whose reference it
 * carries; where either carries none, only a report that is said to be on demand does.
 */
import type { MonthEvent, MonthEventOf } from '../../centre/month/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import type { Instant } from '../../units.ts';
import { duty } from '../duty.ts';
import { endOfDay } from '../period.ts';
import { isSameReference } from '../reference.ts';
import { isOfItsYear, reporterAt } from '../reports.ts';
import type { Context } from '../rule.ts';
import { dueWithin } from '../term.ts';

const key = 'on-demand-report';

export const onDemandReport = duty<MonthEvent>({
  key,
  version: 2,
  title: { vi: 'Báo cáo đột xuất theo yêu cầu', en: 'Report on demand' },
  subject: 'calendar',
  openedBy: ['ReportDemanded'],
  opens(entry, context) {
    if (entry.type !== 'ReportDemanded' || !isOfItsYear(entry, context)) return null;
    const due = dueOf(entry, context);
    const { reference } = entry.data;
    const told = reference === null ? {} : { detail: reference };
    return { due, bearer: reporterAt(due, context), ...told };
  },
  discharges: ['ReportSubmitted'],
  answers(entry, opened) {
    if (entry.type !== 'ReportSubmitted' || !isSameReference(entry, opened)) return false;
    const asked = opened.entry.type === 'ReportDemanded' ? opened.entry.data.reference : null;
    const isNamed = asked !== null && entry.data.reference !== null;
    return isNamed || entry.data.report === 'on-demand';
  },
  oneForOne: true,
});

function dueOf(demand: Entry<MonthEventOf<'ReportDemanded'>>, context: Context): Instant {
  const { due } = demand.data;
  if (due === null) return dueWithin(key, { days: 5 }, demand, context);
  return 'at' in due ? due.at : endOfDay(due.on, context);
}
