/**
 * Attendance: one row a day that an official was there or was missed, one a note, one an entry of
 * overtime, and one a counter that was taken over with its assets, which the list of postings looks up.
 * What overtime earned is also added up, in `leave-balance.ts`.
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
import { partsOf } from '../domain/stream.ts';
import { attendanceTables } from './attendance-tables.ts';
import type { Viewing } from './projection.ts';
import type { Row } from './table.ts';

export const attendances: Viewing = {
  name: 'attendance',
  version: 3,
  category: 'attendance',
  tables: attendanceTables,

  view({ stream, entries, history: { timeline } }) {
    const events = timeline.filter(isAttendanceEvent);
    const { official = '', month = '' } = partsOf(stream, Object.keys(attendanceKey)) ?? {};
    const whose: Row = {
      subject: stream,
      place: entries[0]?.index ?? null,
      official,
      agency: events.reduce(evolve, emptyAttendance).agency,
    };
    const days = daysByCentre(events, month);
    return {
      rows: {
        attendance_day: days.map(({ centre, day }) => ({ ...whose, centre, ...columnsOf(day) })),
        attendance_mark: days.flatMap(({ centre, day: { day, marks } }) =>
          marks.map((mark) => ({ ...whose, centre, day, mark })),
        ),
        conduct_note: events
          .flatMap(notesIn)
          .map((note, number) => ({ ...whose, number, ...note })),
        overtime: events.flatMap(overtimeIn).map((work, number) => ({ ...whose, number, ...work })),
        assets_handed: events
          .flatMap(assetsIn)
          .map((one, number) => ({ ...whose, number, ...one })),
      },
      counts: {},
      failures: [],
    };
  },
};

/** Whoever moves within a month has days at two centres: each centre's are what was noted there. */
function daysByCentre(events: readonly Entry<AttendanceEvent>[], month: string) {
  return [...Map.groupBy(events, ({ centre }) => centre)].flatMap(([centre, noted]) => {
    const days = attendanceDays(noted.reduce(evolve, emptyAttendance), month);
    return days.map((day) => ({ centre, day }));
  });
}

function columnsOf({ absences, marks, ...day }: AttendanceDay): Row {
  return { ...day, absences: JSON.stringify(absences), marks: JSON.stringify(marks) };
}

/** What was noted of the official, and what the official noted of an applicant. */
function notesIn(entry: Entry<AttendanceEvent>): Row[] {
  const { type, data, id: event, occurredAt: at, centre } = entry;
  if (type === 'ConductNoted') {
    const { act, source, by, ownDress, counter, dossier, complaint, document } = data;
    const whose = { whose: 'official', rating: null };
    return [
      {
        event,
        at,
        centre,
        ...whose,
        act,
        source,
        by,
        ownDress,
        counter,
        dossier,
        complaint,
        document,
      },
    ];
  }
  if (type === 'ApplicantActNoted') {
    const { act, by, counter, dossier, rating, document } = data;
    const other = { source: null, ownDress: null, complaint: null };
    return [
      {
        event,
        at,
        centre,
        whose: 'applicant',
        act,
        by,
        counter,
        dossier,
        rating,
        document,
        ...other,
      },
    ];
  }
  return [];
}

function overtimeIn({
  type,
  data,
  id: event,
  occurredAt: at,
  centre,
}: Entry<AttendanceEvent>): Row[] {
  if (type !== 'OvertimeWorked') return [];
  const { kind, minutes, hours, compensation, orderedBy, counter, document } = data;
  return [
    {
      event,
      at,
      centre,
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

function assetsIn({ type, data, occurredAt: at, centre }: Entry<AttendanceEvent>): Row[] {
  if (type !== 'AssetsHandedOver') return [];
  const { posting, counter, document } = data;
  return [{ at, day: dayIn(at), centre, posting, counter, document }];
}
