/**
 * Attendance: one row a day that an official was there or was missed, one a note, and one an entry of
 * overtime. What overtime earned is also added up, in `leave-balance.ts`.
 *
 * It holds no personal data: of an applicant's act it says which, and never whose.
 */
import { type AttendanceDay, attendanceDays } from '../domain/attendance/attendance/days.ts';
import { isAttendanceEvent } from '../domain/attendance/attendance/fold.ts';
import { earnedBy } from '../domain/attendance/attendance/overtime.ts';
import { emptyAttendance, evolve } from '../domain/attendance/attendance/state.ts';
import type { AttendanceEvent } from '../domain/attendance/attendance/vocabulary.ts';
import { attendanceKey } from '../domain/attendance/attendance/vocabulary.ts';
import { dayIn } from '../domain/attendance/times.ts';
import type { Entry } from '../domain/entry.ts';
import { centreOf } from '../domain/regulations/judge.ts';
import { partsOf } from '../domain/stream.ts';
import { attendanceTables } from './attendance-tables.ts';
import type { Projection } from './projection.ts';
import type { Row } from './table.ts';

export const attendances: Projection = {
  name: 'attendance',
  version: 1,
  category: 'attendance',
  tables: attendanceTables,

  view({ stream, entries, history: { timeline } }) {
    const events = timeline.filter(isAttendanceEvent);
    const state = events.reduce(evolve, emptyAttendance);
    const { official = '', month = '' } = partsOf(stream, Object.keys(attendanceKey)) ?? {};
    const whose: Row = {
      subject: stream,
      place: entries[0]?.index ?? null,
      official,
      centre: centreOf(entries),
      agency: state.agency,
    };
    const days = attendanceDays(state, month);
    return {
      rows: {
        attendance_day: days.map((day) => ({ ...whose, ...columnsOf(day) })),
        attendance_mark: days.flatMap(({ day, marks }) =>
          marks.map((mark) => ({ ...whose, day, mark })),
        ),
        conduct_note: events
          .flatMap(notesIn)
          .map((note, number) => ({ ...whose, number, ...note })),
        overtime: events.flatMap(overtimeIn).map((work, number) => ({ ...whose, number, ...work })),
      },
      counts: {},
      failures: [],
    };
  },
};

function columnsOf({ absences, marks, ...day }: AttendanceDay): Row {
  return { ...day, absences: JSON.stringify(absences), marks: JSON.stringify(marks) };
}

/** What was noted of the official, and what the official noted of an applicant. */
function notesIn(entry: Entry<AttendanceEvent>): Row[] {
  const { type, data, id: event, occurredAt: at } = entry;
  if (type === 'ConductNoted') {
    const { act, source, by, ownDress, counter, dossier, complaint, document } = data;
    const whose = { whose: 'official', rating: null };
    return [
      { event, at, ...whose, act, source, by, ownDress, counter, dossier, complaint, document },
    ];
  }
  if (type === 'ApplicantActNoted') {
    const { act, by, counter, dossier, rating, document } = data;
    const other = { source: null, ownDress: null, complaint: null };
    return [
      { event, at, whose: 'applicant', act, by, counter, dossier, rating, document, ...other },
    ];
  }
  return [];
}

function overtimeIn({ type, data, id: event, occurredAt: at }: Entry<AttendanceEvent>): Row[] {
  if (type !== 'OvertimeWorked') return [];
  const { kind, minutes, hours, compensation, orderedBy, counter, document } = data;
  return [
    {
      event,
      at,
      day: dayIn(at),
      kind,
      minutes,
      startsAt: hours?.from ?? null,
      endsAt: hours?.to ?? null,
      earned: earnedBy(data),
      compensation,
      orderedBy,
      counter,
      document,
    },
  ];
}
