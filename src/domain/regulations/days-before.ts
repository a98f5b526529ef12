/** "N working days before" a day (trước … ngày làm việc). */
import type { CalendarDate, Instant } from '../units.ts';
import { counted } from './counted.ts';
import type { Context } from './rule.ts';

/**
 * When what is due `days` working days before `day` is due: by the end of the last of them counted back,
 * or so that as many whole ones lie between (`daysBefore`). @throws RangeError unless `days` is from 1 on.
 */
export function dueDaysBefore(day: CalendarDate, days: number, context: Context): Instant {
  const { workingTime, parameters } = context;
  const count = parameters.daysBefore === 'whole-days' ? days + 1 : days;
  const end = workingTime.workingDaysBefore(day, count);
  const isWithHours = parameters.dayDeadlineEnds === 'service-hours';
  const due = isWithHours ? end : workingTime.midnightAfter(workingTime.dateAt(end));
  return counted(due, { unit: 'days-before', amount: count, date: day }, context);
}
