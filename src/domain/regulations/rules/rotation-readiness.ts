/**
 * rotation-readiness: before 30 November 2023 the centre has the procedures of the six agencies taught
 * to all who will take turns, formal officials and reserves (TQ Đ6.7).
 *
 * Owed once, from the day of the regulation; in time until the end of 29 November. Asked of a centre
 * whose records had begun by then: of what was never recorded here nothing is asked. Discharged by a
 * training for those who take turns, or one of which it is not stated for whom it was.
 */
import type { MonthEvent } from '../../centre/month/vocabulary.ts';
import { CalendarDate } from '../../units.ts';
import { calendarDuty } from '../calendar-duty.ts';
import { endOfDay, startOf } from '../period.ts';
import { recordsBegin } from '../registers/beginning.ts';

const from = CalendarDate.parse('2023-11-27');
const to = CalendarDate.parse('2023-11-29');

export const rotationReadiness = calendarDuty<MonthEvent>({
  key: 'rotation-readiness',
  version: 1,
  title: {
    vi: 'Hướng dẫn bộ thủ tục hành chính trước khi luân phiên',
    en: 'Procedures taught before the rotation begins',
  },
  subject: 'calendar',
  periods(context) {
    if (!context.subject.endsWith('-2023')) return [];
    const begin = context.registers.look(recordsBegin, context.centre);
    if (begin === null || context.workingTime.dateAt(begin) > from) return [];
    return [{ name: '2023', from, to, start: startOf(from, context) }];
  },
  bearers: (_, context) => [{ kind: 'centre', code: context.centre }],
  due: (period, context) => endOfDay(period.to, context),
  discharges: ['TrainingHeld'],
  answers(entry) {
    if (entry.type !== 'TrainingHeld') return false;
    const { audience } = entry.data;
    return audience === null || audience.includes('rotating');
  },
});
