/**
 * officials-notice: each month the director tells the sending agency of the hours, the progress and the
 * conduct of every official it sent (BL Đ8.1c). No day is named.
 *
 * Owed of each who was posted for all of the month and whose agency is known. A notice that names
 * nobody is of all whom the agency sent; one that says it leaves out the hours, the progress or the
 * conduct is not what is owed.
 */
import type { MonthEvent } from '../../centre/month/vocabulary.ts';
import { calendarDuty } from '../calendar-duty.ts';
import { endOfPeriod, type Period, periodsOf } from '../period.ts';
import { withPredecessors } from '../registers/agencies.ts';
import { directorAt, postedThrough } from '../registers/people.ts';
import { isFor } from '../reports.ts';
import type { Context } from '../rule.ts';

export const officialsNotice = calendarDuty<MonthEvent>({
  key: 'officials-notice',
  version: 1,
  title: {
    vi: 'Hàng tháng thông báo cho cơ quan cử về công chức',
    en: 'Monthly notice about each official to the sending agency',
  },
  subject: 'calendar',
  periods: (context) => periodsOf('month', context),
  bearers(period, context) {
    const director = directorAt(endOfPeriod(period, context), context);
    return [...sentBy(period, context).keys()].map((part) => ({ ...director, part }));
  },
  due: endOfPeriod,
  discharges: ['OfficialsNoticeSent'],
  answers(entry, period, { part = '' }, context) {
    if (entry.type !== 'OfficialsNoticeSent') return false;
    const { agency, officials, hours, progress, conduct } = entry.data;
    if (hours === false || progress === false || conduct === false) return false;
    if (officials !== null && !officials.some((one) => one === part)) return false;
    if (!isFor(entry.data.period, entry, period, context)) return false;
    const sender = sentBy(period, context).get(part);
    return sender !== undefined && withPredecessors(agency, context).has(sender);
  },
});

/** Who sent each official that was posted for all of the period. */
function sentBy(period: Period, context: Context): ReadonlyMap<string, string> {
  const posted = postedThrough(period, context);
  return new Map(
    posted.flatMap(({ official, agency }) =>
      agency === null ? [] : [[official, agency] as const],
    ),
  );
}
