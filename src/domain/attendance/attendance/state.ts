/**
 * An official's month as people see it: what its events, in the order of happening and with corrections
 * applied, come to. The days of it are worked out in `days.ts`.
 */
import type { Precision, Proposal } from '../../entry.ts';
import type { LeaveKind, LeaveSpan } from '../../leave/vocabulary.ts';
import type { AgencyCode, CalendarDate, Instant } from '../../units.ts';
import type { Hours } from '../vocabulary/hours.ts';
import { earnedBy } from './overtime.ts';
import type { ApplicantAct, ConductAct } from './vocabulary/conduct.ts';
import type { OvertimeKind } from './vocabulary/work.ts';
import type { AttendanceEvent, AttendanceEventOf } from './vocabulary.ts';

export type AttendanceState = {
  /** The home agency, as it was stated last. */
  readonly agency: AgencyCode | null;
  readonly passings: readonly Passing[];
  readonly absences: readonly Absence[];
  readonly conduct: readonly { readonly act: ConductAct; readonly at: Instant }[];
  readonly applicantActs: readonly { readonly act: ApplicantAct; readonly at: Instant }[];
  readonly overtime: readonly Overtime[];
  readonly tasks: readonly Task[];
  /** When a counter and its assets were last taken over, and when they were last given back. */
  readonly assetsTakenAt: Instant | null;
  readonly assetsReturnedAt: Instant | null;
  readonly lastActivityAt: Instant | null;
};

/** A check-in or a check-out. */
export type Passing = {
  readonly direction: 'in' | 'out';
  readonly occurredAt: Instant;
  readonly precision: Precision;
  readonly byHand: boolean;
};

/** A stretch of days of one entry, with what was said of it. */
export type Absence = LeaveSpan & {
  readonly hours: Hours | null;
  readonly withLeave: boolean | null;
  readonly kind: LeaveKind | null;
};

export type Overtime = {
  readonly at: Instant;
  readonly kind: OvertimeKind;
  readonly hours: Hours | null;
  readonly minutes: number;
  /** Minutes of compensatory leave. */
  readonly earned: number;
};

export type Task = {
  readonly reference: string | null;
  readonly task: string;
  readonly due: CalendarDate | null;
  readonly assignedAt: Instant;
  readonly completedAt: Instant | null;
  readonly outcome: string | null;
};

export const emptyAttendance: AttendanceState = {
  agency: null,
  passings: [],
  absences: [],
  conduct: [],
  applicantActs: [],
  overtime: [],
  tasks: [],
  assetsTakenAt: null,
  assetsReturnedAt: null,
  lastActivityAt: null,
};

/** The month after one more event. Total: it never throws and never judges. */
export function evolve(state: AttendanceState, event: Proposal<AttendanceEvent>): AttendanceState {
  if (event.type === 'EntryWithdrawn') return state; // about the record, not about the official
  const { data, occurredAt: at } = event;
  const agency = 'agency' in data && data.agency !== null ? data.agency : state.agency;
  const last = state.lastActivityAt;
  return {
    ...state,
    ...changes(state, event),
    agency,
    lastActivityAt: last !== null && last > at ? last : at,
  };
}

function changes(
  state: AttendanceState,
  event: Proposal<AttendanceEvent>,
): Partial<AttendanceState> {
  const { type, data, occurredAt: at, precision } = event;
  if (type === 'CheckedIn' || type === 'CheckedOut') {
    const direction = type === 'CheckedIn' ? 'in' : 'out';
    const passing = {
      direction,
      occurredAt: at,
      precision,
      byHand: data.how === 'by-hand',
    } as const;
    return { passings: [...state.passings, passing] };
  }
  if (type === 'AbsenceNoted') return { absences: [...state.absences, ...absencesIn(data)] };
  if (type === 'ConductNoted') return { conduct: [...state.conduct, { act: data.act, at }] };
  if (type === 'ApplicantActNoted') {
    return { applicantActs: [...state.applicantActs, { act: data.act, at }] };
  }
  if (type === 'OvertimeWorked') {
    const { kind, hours, minutes } = data;
    const worked = { at, kind, hours, minutes, earned: earnedBy(data) };
    return { overtime: [...state.overtime, worked] };
  }
  if (type === 'ExtraTaskAssigned') {
    const { reference, task, due } = data;
    const assigned = { reference, task, due, assignedAt: at, completedAt: null, outcome: null };
    return { tasks: [...state.tasks, assigned] };
  }
  if (type === 'ExtraTaskCompleted') return { tasks: completed(state, data, at) };
  if (type === 'AssetsHandedOver') return { assetsTakenAt: at };
  if (type === 'AssetsReturned') return { assetsReturnedAt: at };
  return {};
}

/** Each stretch of days of an absence, with what the entry says of them all. */
export function absencesIn({
  days,
  hours,
  withLeave,
  kind,
}: AttendanceEventOf<'AbsenceNoted'>['data']): readonly Absence[] {
  return days.map((span) => ({ ...span, hours, withLeave, kind }));
}

/** The tasks that a completion may be of: those of its reference, or those of which none is known. */
export function tasksFor(
  { tasks }: AttendanceState,
  { reference }: AttendanceEventOf<'ExtraTaskCompleted'>['data'],
): readonly Task[] {
  return tasks.filter(
    (one) => reference === null || one.reference === null || one.reference === reference,
  );
}

/** A completion that says of no task which it is ends the first that is open; one of a task that is not on record ends none. */
function completed(
  state: AttendanceState,
  data: AttendanceEventOf<'ExtraTaskCompleted'>['data'],
  completedAt: Instant,
): readonly Task[] {
  const ended = tasksFor(state, data).find((one) => one.completedAt === null);
  return state.tasks.map((one) =>
    one === ended ? { ...one, completedAt, outcome: data.outcome } : one,
  );
}
