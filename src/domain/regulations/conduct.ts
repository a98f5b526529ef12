/** Conduct notes (ghi nhận tác phong): whose they are, and whether what they note was in service hours. */
import type { ConductAct } from '../attendance/attendance/vocabulary/conduct.ts';
import type { AnyEvent, Entry } from '../entry.ts';
import { partsOf } from '../stream.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { Bearer, Context } from './rule.ts';

/** The official whose month is judged. @param context of a subject such as `attendance-cv-1203-2026-03`. */
export function officialOfMonth({ subject }: Context): Bearer {
  const { official } = partsOf(subject, ['official', 'month']) ?? {};
  return { kind: 'official', code: official ?? null };
}

/**
 * Whether it was in the service hours, those of Saturdays included where a procedure is served then. Of
 * a note that states the day alone: whether that was a service day, as it notes what is forbidden in
 * service hours only.
 */
export function isInHours(entry: Entry<AnyEvent>, context: Context): boolean {
  return isInHoursOf(context.saturdayTime ?? context.workingTime, entry);
}

/** The same of the hours that are owed, which those of Saturdays are not: they are worked for leave (BL Đ5.3, Đ8.3l). */
export function isInOwedHours(
  entry: Entry<AnyEvent>,
  { workingTime }: Pick<Context, 'workingTime'>,
): boolean {
  return isInHoursOf(workingTime, entry);
}

function isInHoursOf(time: WorkingTime, { occurredAt, precision }: Entry<AnyEvent>): boolean {
  return precision === 'day'
    ? time.isWorkingDay(time.dateAt(occurredAt))
    : time.isOpenAt(occurredAt);
}

/** Whether `entry` is a note of one of `acts`. */
export function notes(
  { type, data }: Pick<Entry<AnyEvent>, 'type' | 'data'>,
  acts: readonly ConductAct[],
): boolean {
  const act = data['act'];
  return type === 'ConductNoted' && acts.some((one) => one === act);
}
