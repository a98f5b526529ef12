/**
 * agency-sessions: the director works with the agencies on their procedures and their dossiers (BL Đ8.1b,
 * every three months; KT Đ10.2, periodically; `sessionPeriod`).
 *
 * A session that was called for a reason of its own (đột xuất) is not the periodic one.
 */
import type { MonthEvent } from '../../centre/month/vocabulary.ts';
import { calendarDuty } from '../calendar-duty.ts';
import { endOfPeriod, periodsOf } from '../period.ts';
import { directorAt } from '../registers/people.ts';
import { isFor } from '../reports.ts';

export const agencySessions = calendarDuty<MonthEvent>({
  key: 'agency-sessions',
  version: 1,
  title: { vi: 'Định kỳ làm việc với các cơ quan', en: 'Periodic session with the agencies' },
  subject: 'calendar',
  periods: (context) => periodsOf(context.parameters.sessionPeriod, context),
  bearers: (period, context) => [directorAt(endOfPeriod(period, context), context)],
  due: endOfPeriod,
  discharges: ['AgencySessionHeld'],
  answers(entry, period, _, context) {
    if (entry.type !== 'AgencySessionHeld' || entry.data.occasion === 'ad-hoc') return false;
    return isFor(entry.data.period, entry, period, context);
  },
});
