/**
 * monthly-meeting: the centre meets once a month (họp giao ban hàng tháng; SL Đ9.3, BL Đ12.2, KT Đ15).
 *
 * Discharged by a meeting of the kind, said to be of that month or, where it says nothing of a period,
 * held in it.
 */
import type { MonthEvent } from '../../centre/month/vocabulary.ts';
import { calendarDuty } from '../calendar-duty.ts';
import { endOfPeriod, isWithin, periodsOf } from '../period.ts';

export const monthlyMeeting = calendarDuty<MonthEvent>({
  key: 'monthly-meeting',
  version: 1,
  title: { vi: 'Họp Trung tâm hàng tháng', en: 'Monthly meeting of the centre' },
  subject: 'calendar',
  periods: (context) => periodsOf('month', context),
  bearers: (_, context) => [{ kind: 'centre', code: context.centre }],
  due: endOfPeriod,
  discharges: ['MeetingHeld'],
  answers(entry, period, _, context) {
    if (entry.type !== 'MeetingHeld') return false;
    if (entry.data.kind !== null && entry.data.kind !== 'monthly') return false;
    return entry.data.period === null
      ? isWithin(context.workingTime.dateAt(entry.occurredAt), period)
      : isWithin(entry.data.period.from, period);
  },
});
