/**
 * A leave as people see it: what its events, in the order of happening and with corrections applied,
 * come to. Where something happened more than once, an instant here is that of the first time.
 */
import type { Proposal } from '../entry.ts';
import type { AgencyCode, Instant, OfficialId } from '../units.ts';
import { overlapsItself } from './days.ts';
import type { LeaveEvent, LeaveKind, LeaveSpan } from './vocabulary.ts';

/** How far it has come. A confirmation that comes after the centre has decided changes nothing. */
export type LeaveStatus =
  | 'announced'
  | 'requested'
  | 'confirmed'
  | 'declined'
  | 'approved'
  | 'rejected'
  | 'taken'
  | 'returned'
  | 'cancelled';

export type LeaveState = {
  readonly official: OfficialId | null;
  readonly agency: AgencyCode | null;
  readonly kind: LeaveKind | null;
  readonly purpose: 'private' | 'agency' | null;
  readonly emergency: boolean | null;
  readonly status: LeaveStatus | null;
  /** As they now are: those taken before those changed, those before the ones that were approved or asked for. */
  readonly days: readonly LeaveSpan[];
  /** Who stands in: the last that was named. What the official proposes takes nobody's place. */
  readonly substitute: OfficialId | null;
  /** As the agency says. */
  readonly substituteOnList: boolean | null;
  readonly requestedAt: Instant | null;
  readonly centreToldAt: Instant | null;
  readonly agencyToldAt: Instant | null;
  readonly confirmedAt: Instant | null;
  readonly declinedAt: Instant | null;
  readonly approvedAt: Instant | null;
  readonly rejectedAt: Instant | null;
  readonly substituteAnnouncedAt: Instant | null;
  readonly takenAt: Instant | null;
  readonly returnedAt: Instant | null;
  readonly cancelledAt: Instant | null;
  /** What the agency and the centre last said of the days as they now are; null: nothing yet. */
  readonly agencySays: 'confirmed' | 'declined' | null;
  readonly centreSays: 'approved' | 'rejected' | null;
  /** Of compensatory time, in minutes of working time, as it was stated: see `minutesOf`. */
  readonly minutesUsed: number;
  readonly lastActivityAt: Instant | null;
};

export const unknownLeave: LeaveState = {
  official: null,
  agency: null,
  kind: null,
  purpose: null,
  emergency: null,
  status: null,
  days: [],
  substitute: null,
  substituteOnList: null,
  requestedAt: null,
  centreToldAt: null,
  agencyToldAt: null,
  confirmedAt: null,
  declinedAt: null,
  approvedAt: null,
  rejectedAt: null,
  substituteAnnouncedAt: null,
  takenAt: null,
  returnedAt: null,
  cancelledAt: null,
  agencySays: null,
  centreSays: null,
  minutesUsed: 0,
  lastActivityAt: null,
};

/** The leave after one more event. Total: it never throws and never judges. */
export function evolve(state: LeaveState, event: Proposal<LeaveEvent>): LeaveState {
  if (event.type === 'EntryWithdrawn') return state; // about the record, not about the leave
  const { occurredAt: at } = event;
  const last = state.lastActivityAt;
  return {
    ...state,
    official: state.official ?? event.data.official,
    ...changes(state, event, at),
    status: statusAfter(state.status, event.type),
    lastActivityAt: last !== null && last > at ? last : at,
  };
}

/** Whether nobody was away after all: days and minutes of such leave are none. */
export function cameToNothing({ status }: Pick<LeaveState, 'status'>): boolean {
  return status === 'declined' || status === 'rejected' || status === 'cancelled';
}

/** What it uses up of compensatory time, in minutes of working time. */
export function minutesOf(state: Pick<LeaveState, 'status' | 'minutesUsed'>): number {
  return cameToNothing(state) ? 0 : state.minutesUsed;
}

export const leaveFlaws = ['days-overlap', 'own-substitute'] as const;
export type LeaveFlaw = (typeof leaveFlaws)[number];

/** What cannot be right about a leave, the worst first: kept from a backfill or an import, and listed. */
export function flawOf({ days, official, substitute }: LeaveState): LeaveFlaw | null {
  if (overlapsItself(days)) return 'days-overlap';
  return official !== null && official === substitute ? 'own-substitute' : null;
}

type Type = LeaveEvent['type'];

/** What each event makes of a leave, and how much that weighs: a lower rank never takes its place. */
const statusOf: Partial<Record<Type, readonly [LeaveStatus, number]>> = {
  LeaveNoticeGiven: ['announced', 0],
  SubstituteAnnounced: ['announced', 0],
  LeaveRequested: ['requested', 1],
  LeaveConfirmedByAgency: ['confirmed', 2],
  LeaveDeclinedByAgency: ['declined', 2],
  LeaveApproved: ['approved', 3],
  LeaveRejected: ['rejected', 3],
  LeaveTaken: ['taken', 4],
  ReturnedFromLeave: ['returned', 5],
  LeaveCancelled: ['cancelled', 4],
};

const rankOf = new Map(Object.values(statusOf));

function statusAfter(before: LeaveStatus | null, type: Type): LeaveStatus | null {
  const next = statusOf[type];
  if (next === undefined) return before;
  const [status, rank] = next;
  return before === null || rank >= (rankOf.get(before) ?? 0) ? status : before;
}

function changes(state: LeaveState, event: LeaveEvent, at: Instant): Partial<LeaveState> {
  const { type, data } = event;
  if (type === 'LeaveRequested') return requested(state, data, at);
  if (type === 'LeaveNoticeGiven') return told(state, data, at);
  if (type === 'LeaveConfirmedByAgency') {
    return {
      agency: data.agency ?? state.agency,
      days: state.days.length > 0 ? state.days : (data.days ?? []),
      substitute: data.substitute ?? state.substitute,
      confirmedAt: state.confirmedAt ?? at,
      agencySays: 'confirmed',
    };
  }
  if (type === 'LeaveDeclinedByAgency') {
    return { declinedAt: state.declinedAt ?? at, agencySays: 'declined' };
  }
  if (type === 'LeaveApproved') {
    const approvedAt = state.approvedAt ?? at;
    return { approvedAt, days: data.days ?? state.days, centreSays: 'approved' };
  }
  if (type === 'LeaveRejected') {
    return { rejectedAt: state.rejectedAt ?? at, centreSays: 'rejected' };
  }
  if (type === 'LeaveDaysChanged') {
    return { days: data.days, agencySays: null, centreSays: null }; // what was said was of other days
  }
  if (type === 'SubstituteAnnounced') return announced(state, data, at);
  if (type === 'SubstituteArrived') return { substitute: data.substitute };
  if (type === 'LeaveTaken') {
    const kind = data.kind ?? state.kind;
    return { takenAt: state.takenAt ?? at, kind, days: data.days ?? state.days };
  }
  if (type === 'ReturnedFromLeave') return { returnedAt: state.returnedAt ?? at };
  if (type === 'LeaveCancelled') return { cancelledAt: state.cancelledAt ?? at };
  if (type === 'CompensatoryTimeUsed') return { minutesUsed: state.minutesUsed + data.minutes };
  return {};
}

type DataOf<Wanted extends Type> = Extract<LeaveEvent, { readonly type: Wanted }>['data'];

/** A request says more than the notice before it, and less than what was decided before it on paper. */
function requested(
  state: LeaveState,
  data: DataOf<'LeaveRequested'>,
  at: Instant,
): Partial<LeaveState> {
  const isDecided = state.approvedAt !== null || state.takenAt !== null;
  return {
    official: data.official,
    agency: data.agency ?? state.agency,
    kind: data.kind ?? state.kind,
    purpose: data.purpose,
    emergency: data.emergency ?? state.emergency,
    days: isDecided && state.days.length > 0 ? state.days : data.days,
    substitute: state.substitute ?? data.substitute,
    requestedAt: state.requestedAt ?? at,
  };
}

function told(
  state: LeaveState,
  data: DataOf<'LeaveNoticeGiven'>,
  at: Instant,
): Partial<LeaveState> {
  const { to } = data;
  return {
    agency: state.agency ?? data.agency,
    kind: state.kind ?? data.kind,
    emergency: state.emergency ?? data.emergency,
    days: state.days.length > 0 ? state.days : (data.days ?? []),
    centreToldAt: state.centreToldAt ?? (to === 'home-agency' ? null : at),
    agencyToldAt: state.agencyToldAt ?? (to === 'centre' ? null : at),
  };
}

function announced(
  state: LeaveState,
  data: DataOf<'SubstituteAnnounced'>,
  at: Instant,
): Partial<LeaveState> {
  return {
    agency: state.agency ?? data.agency,
    days: state.days.length > 0 ? state.days : (data.days ?? []),
    substitute: data.substitute,
    substituteOnList: data.onApprovedList ?? state.substituteOnList,
    substituteAnnouncedAt: state.substituteAnnouncedAt ?? at,
  };
}
