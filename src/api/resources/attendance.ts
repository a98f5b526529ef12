/** Chấm công over HTTP: the month of one official, the list of days, of notes, and of overtime. */
import { z } from 'zod';
import { attendanceDays, dayMarks } from '../../domain/attendance/attendance/days.ts';
import { attendanceFamily } from '../../domain/attendance/attendance/family.ts';
import { foldAttendance } from '../../domain/attendance/attendance/fold.ts';
import {
  AttendanceFilters,
  AttendanceItem,
  listAttendance,
} from '../../projections/lists/attendance.ts';
import { ConductFilters, ConductItem, listConduct } from '../../projections/lists/conduct.ts';
import { listOvertime, OvertimeFilters, OvertimeItem } from '../../projections/lists/overtime.ts';
import { listed } from '../list-route.ts';
import { policyOf } from '../policy.ts';
import { type Resource, resource } from '../resource.ts';
import { ownAgency, ownOfficial } from '../scope.ts';

const Code = z.string().nullable();
const Time = z.iso.datetime().nullable();
const Day = z.iso.date().nullable();
const Clock = z.object({ from: z.string(), to: z.string() }).nullable();

const AttendanceState = z.object({
  official: z.string(),
  month: z.string(),
  agency: Code.describe('The home agency, as it was stated last.'),
  days: z
    .array(
      z.object({
        day: z.iso.date(),
        firstIn: Time,
        lastOut: Time,
        minutes: z.int().nullable(),
        absences: z.array(
          z.object({
            part: z.string(),
            hours: Clock,
            withLeave: z.boolean().nullable(),
            kind: Code,
          }),
        ),
        marks: z
          .array(z.enum(dayMarks))
          .describe('What looks wrong, and breaks no rule by itself.'),
      }),
    )
    .describe('Those of which anything is on record.'),
  minutes: z.int().describe('Of all days together, as far as they are known.'),
  conduct: z.array(z.object({ act: z.string(), at: z.iso.datetime() })),
  applicantActs: z
    .array(z.object({ act: z.string(), at: z.iso.datetime() }))
    .describe('What the official noted of applicants.'),
  overtime: z.array(
    z.object({
      at: z.iso.datetime(),
      kind: z.string(),
      hours: Clock,
      minutes: z.int(),
      earned: z.int().describe('Minutes of compensatory leave.'),
    }),
  ),
  minutesEarned: z.int().describe('Of compensatory leave.'),
  tasks: z
    .array(
      z.object({
        reference: Code,
        task: z.string(),
        due: Day,
        assignedAt: z.iso.datetime(),
        completedAt: Time,
        outcome: Code,
      }),
    )
    .describe('Assigned beside the counter.'),
  assetsTakenAt: Time.describe('When a counter and its assets were last taken over.'),
  assetsReturnedAt: Time,
  lastActivityAt: Time,
});

export const attendance: Resource = resource({
  family: attendanceFamily,
  path: '/v1/attendance/:official/:month',
  tag: 'attendance',
  what: "an official's month",
  state: AttendanceState,
  show({ timeline, key: { official = '', month = '' } }) {
    const { passings, absences, ...state } = foldAttendance(timeline);
    const days = attendanceDays({ passings, absences }, month);
    return {
      ...state,
      official,
      month,
      days: days.map(({ absences: missed, marks, ...day }) => ({
        ...day,
        absences: [...missed],
        marks: [...marks],
      })),
      minutes: days.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
      conduct: [...state.conduct],
      applicantActs: [...state.applicantActs],
      overtime: [...state.overtime],
      minutesEarned: state.overtime.reduce((sum, { earned }) => sum + earned, 0),
      tasks: [...state.tasks],
    };
  },
});

export const attendanceList = listed({
  path: '/v1/attendance',
  policy: policyOf('GET', '/v1/attendance'),
  summary: 'Attendance, one item a day and official, the last day first',
  description: 'Also the days of which something looks wrong: no check-out, an odd hour.',
  filters: AttendanceFilters.strict(),
  item: AttendanceItem,
  narrow: (holder, filters) => ({
    ...filters,
    official: ownOfficial(holder, filters.official),
    agency: ownAgency(holder, filters.agency),
  }),
  list: listAttendance,
});

export const conductList = listed({
  path: '/v1/conduct-notes',
  policy: policyOf('GET', '/v1/conduct-notes'),
  summary: "What was noted of officials' conduct and of applicants' acts, the latest first",
  description: 'What happened is sealed, in the entry that each names.',
  filters: ConductFilters.strict(),
  item: ConductItem,
  narrow: (holder, filters) => ({
    ...filters,
    official: ownOfficial(holder, filters.official),
    agency: ownAgency(holder, filters.agency),
  }),
  // From which complaint it came is not for whom it was noted of.
  show: (holder, item) => (item.official === holder.official ? { ...item, complaint: null } : item),
  list: listConduct,
});

export const overtimeList = listed({
  path: '/v1/overtime',
  policy: policyOf('GET', '/v1/overtime'),
  summary: 'Overtime, and the compensatory leave that it earns, the latest first',
  filters: OvertimeFilters.strict(),
  item: OvertimeItem,
  narrow: (holder, filters) => ({
    ...filters,
    official: ownOfficial(holder, filters.official),
    agency: ownAgency(holder, filters.agency),
  }),
  list: listOvertime,
});
