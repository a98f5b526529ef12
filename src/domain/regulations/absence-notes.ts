/** Noted absences (ghi nhận vắng mặt): of which hours of a day they are, and whether with leave. */
import type { AttendanceEvent, AttendanceEventOf } from '../attendance/attendance/vocabulary.ts';
import type { Entry } from '../entry.ts';
import { dayOf } from '../time/date.ts';
import type { Zone } from '../time/zone.ts';
import type { CalendarDate } from '../units.ts';
import type { Stretch } from './coverage.ts';
import { hoursOn, partOn } from './presence.ts';

export type AbsenceNote = Entry<AttendanceEventOf<'AbsenceNoted'>>;

export function isAbsenceNote(entry: Entry<AttendanceEvent>): entry is AbsenceNote {
  return entry.type === 'AbsenceNoted';
}

/** Whether it is about that day. */
export function isAbout({ data }: AbsenceNote, date: CalendarDate): boolean {
  return data.days.some(({ from, to }) => from <= date && date <= to);
}

/** The hours of that day which it names, or else the part of the day. */
export function hoursNoted(
  { data }: AbsenceNote,
  date: CalendarDate,
  zone: Zone,
): readonly Stretch[] {
  const day = dayOf(date);
  return data.days
    .filter(({ from, to }) => from <= date && date <= to)
    .map(({ part }) =>
      data.hours === null ? partOn(day, part, zone) : hoursOn(day, data.hours, zone),
    );
}
