/**
 * Attendance: what can be on record together of an official's month.
 *
 * Coming late, going without a word, no badge, overtime that nobody ordered: all of it did happen, so it
 * is recorded, and the rules say what was wrong with it. So is an odd hour, and a day that nobody ended.
 * Refused is only what an operator enters live and what cannot be true beside the rest.
 */
import { accepted, type Decider, refused } from '../../decider.ts';
import type { Proposal } from '../../entry.ts';
import { latestOf } from '../../latest.ts';
import { overlapsItself } from '../../leave/days.ts';
import { millisecondsOf } from '../../units.ts';
import { hoursMeet } from '../hours.ts';
import { dayIn } from '../times.ts';
import { absencesMeet } from './absence.ts';
import { lastPassing } from './passings.ts';
import { type AttendanceState, absencesIn, emptyAttendance, evolve, tasksFor } from './state.ts';
import type { AttendanceEvent, AttendanceEventOf } from './vocabulary.ts';

/**
 * Every reason to refuse, in order of precedence: when several apply, the person is told the first. All
 * of them are of what is entered live; a backfill or an import keeps what it is told.
 */
export const attendanceRefusals = {
  'attendance/other-month':
    'This was not in the month of this record. Record it in the month in which it was; of an absence that goes on into the next month, record the days of each month on its own record.',
  'attendance/already-checked-in':
    'A check-in at this instant is on record. If it is wrong, correct that entry.',
  'attendance/already-checked-out':
    'A check-out at this instant is on record. If it is wrong, correct that entry.',
  'attendance/not-checked-in':
    'Before this check-out no check-in of that day is on record that is still open. Record the check-in first, or check the time.',
  'attendance/days-overlap':
    'Two of the days of this absence are the same. Name each day, or each half of it, once.',
  'attendance/absence-on-record':
    'An absence at that time is on record. If it is wrong, correct that entry.',
  'attendance/overtime-on-record':
    'Overtime at that time is on record. If it is wrong, correct that entry.',
  'attendance/already-assigned':
    'A task of that reference is on record. Give it another one, or correct that entry.',
  'attendance/no-such-task':
    'No such extra task is on this record. Record that it was assigned first, or check its reference and the month.',
  'attendance/task-completed': 'The end of that task is on record. If it is wrong, correct it.',
  'attendance/effect-before-cause':
    'This is said to have happened before what it follows from. Check the time.',
} as const;

export type AttendanceRefusal = keyof typeof attendanceRefusals;

export const attendanceDecider: Decider<AttendanceState, AttendanceEvent, AttendanceRefusal> = {
  initial: emptyAttendance,
  refusals: attendanceRefusals,
  decide(proposed, state) {
    const because = proposed.recordedVia.mode === 'live' ? incoherentLive(proposed, state) : null;
    return because === null ? accepted : refused(because);
  },
  evolve,
};

function incoherentLive(
  proposed: Proposal<AttendanceEvent>,
  state: AttendanceState,
): AttendanceRefusal | null {
  const { type, data } = proposed;
  if (type === 'CheckedIn') {
    return isRepeated(proposed, 'in', state) ? 'attendance/already-checked-in' : null;
  }
  if (type === 'CheckedOut') {
    if (isRepeated(proposed, 'out', state)) return 'attendance/already-checked-out';
    const before = lastPassing(proposed, state.passings);
    return before?.direction === 'in' ? null : 'attendance/not-checked-in';
  }
  if (type === 'AbsenceNoted') return absenceRefused(data, state);
  if (type === 'OvertimeWorked') {
    return isWorkedTwice(proposed, data, state) ? 'attendance/overtime-on-record' : null;
  }
  if (type === 'ExtraTaskAssigned') {
    const isKnown = state.tasks.some(({ reference }) => reference === data.reference);
    return data.reference !== null && isKnown ? 'attendance/already-assigned' : null;
  }
  if (type === 'ExtraTaskCompleted') return completionRefused(proposed, data, state);
  return null;
}

/** Whether a passing of that direction is on record at the very instant. */
function isRepeated(
  { occurredAt, precision }: Proposal<AttendanceEvent>,
  direction: 'in' | 'out',
  { passings }: AttendanceState,
): boolean {
  return passings.some(
    (one) =>
      one.direction === direction && one.occurredAt === occurredAt && one.precision === precision,
  );
}

function absenceRefused(
  data: AttendanceEventOf<'AbsenceNoted'>['data'],
  { absences }: AttendanceState,
): AttendanceRefusal | null {
  if (overlapsItself(data.days)) return 'attendance/days-overlap';
  const isKnown = absencesIn(data).some((one) =>
    absences.some((other) => absencesMeet(one, other)),
  );
  return isKnown ? 'attendance/absence-on-record' : null;
}

/** Of one day and one kind: the same hours, or no hours said by which two entries could be told apart. */
function isWorkedTwice(
  { occurredAt }: Proposal<AttendanceEvent>,
  { kind, hours }: AttendanceEventOf<'OvertimeWorked'>['data'],
  { overtime }: AttendanceState,
): boolean {
  return overtime.some(
    (one) =>
      one.kind === kind &&
      dayIn(one.at) === dayIn(occurredAt) &&
      (hours === null || one.hours === null
        ? hours === one.hours && one.at === occurredAt
        : hoursMeet(hours, one.hours)),
  );
}

function completionRefused(
  proposed: Proposal<AttendanceEvent>,
  data: AttendanceEventOf<'ExtraTaskCompleted'>['data'],
  state: AttendanceState,
): AttendanceRefusal | null {
  const known = tasksFor(state, data);
  if (known.length === 0) return 'attendance/no-such-task';
  const open = known.find(({ completedAt }) => completedAt === null);
  if (open === undefined) return 'attendance/task-completed';
  const isBefore = latestOf(proposed) < millisecondsOf(open.assignedAt);
  return isBefore ? 'attendance/effect-before-cause' : null;
}
