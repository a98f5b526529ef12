/**
 * meetings-outside-service: a meeting of the centre takes no official from the counter in service hours
 * (SL Đ4.3; BL Đ4.6; KT Đ3.8).
 *
 * Read of a meeting that is said to have taken officials from their counters; not where it is said to
 * have been outside the service hours, or where its own hours show it. A conduct note that somebody was
 * taken by a meeting is the other proof: `meetings-outside-service-noted`. Both are the centre's breach.
 */
import type { AttendanceEvent } from '../../attendance/attendance/vocabulary.ts';
import type { MonthEvent, MonthEventOf } from '../../centre/month/vocabulary.ts';
import { isInHours } from '../conduct.ts';
import { prohibition } from '../prohibition.ts';
import { isOfItsYear } from '../reports.ts';
import type { Context } from '../rule.ts';

const title = {
  vi: 'Không họp làm gián đoạn việc tiếp công dân trong giờ hành chính',
  en: 'No meeting that takes officials from their counters in service hours',
};

export const meetingsOutsideService = prohibition<MonthEvent>({
  key: 'meetings-outside-service',
  version: 1,
  title,
  subject: 'calendar',
  watches: ['MeetingHeld'],
  gathered: false,
  offends(entry, _, context) {
    if (entry.type !== 'MeetingHeld' || !isOfItsYear(entry, context)) return null;
    const { fromCounters } = entry.data;
    if (fromCounters === null || fromCounters.length === 0) return null;
    return wasOutsideHours(entry.data, context) ? null : [];
  },
  blames: (_entry, _timeline, { centre }) => ({ kind: 'centre', code: centre }),
});

function wasOutsideHours(
  { inServiceHours, began, ended }: MonthEventOf<'MeetingHeld'>['data'],
  { workingTime }: Context,
): boolean {
  if (inServiceHours !== null) return !inServiceHours;
  return began !== null && ended !== null && workingTime.minutesBetween(began, ended) === 0;
}

export const meetingsOutsideServiceNoted = prohibition<AttendanceEvent>({
  key: 'meetings-outside-service-noted',
  version: 1,
  title,
  subject: 'attendance',
  watches: ['ConductNoted'],
  gathered: false,
  offends: (entry, _, context) =>
    entry.type === 'ConductNoted' &&
    entry.data.act === 'taken-by-meeting' &&
    isInHours(entry, context)
      ? []
      : null,
  blames: (_entry, _timeline, { centre }) => ({ kind: 'centre', code: centre }),
});
