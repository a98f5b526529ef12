/**
 * Leave: what can be on record together of one leave.
 *
 * Leave that was taken without anybody's consent, announced too late, or with a substitute on no list
 * did happen, so it is recorded, and the rules say what was wrong with it. So is a leave that overlaps
 * another one of the same official. Refused is only what cannot be true.
 */

import { accepted, type Decider, refused } from '../decider.ts';
import type { Proposal } from '../entry.ts';
import { latestOf } from '../latest.ts';
import { type Instant, millisecondsOf } from '../units.ts';
import { overlapsItself } from './days.ts';
import { cameToNothing, evolve, type LeaveState, unknownLeave } from './state.ts';
import type { LeaveEvent } from './vocabulary.ts';

/**
 * Every reason to refuse, in order of precedence: when several apply, the person is told the first.
 * The first three hold however an entry comes; the others only of what is entered live.
 */
export const leaveRefusals = {
  'leave/withdraws-nothing':
    'A withdrawal names the entry that it takes back. Say which entry was made by mistake.',
  'leave/other-official':
    'This leave is another official’s. Record it on the leave of the official that it names.',
  'leave/already-requested':
    'The request for this leave is on record. If it is wrong, correct that entry; if the days change, record that they do.',
  'leave/days-overlap':
    'Two of the days of this leave are the same. Name each day, or each half of it, once.',
  'leave/own-substitute':
    'Nobody stands in for themselves. Name another official as the substitute, or none.',
  'leave/nothing-asked':
    'Nothing was asked or announced of this leave. Record the request or the notice first, or check the number.',
  'leave/already-confirmed': 'The confirmation of the home agency is on record.',
  'leave/already-approved': 'The consent of the centre is on record.',
  'leave/already-rejected': 'The refusal of the centre is on record.',
  'leave/came-to-nothing':
    'This leave was declined, rejected or cancelled, so it uses up no time. If it was taken all the same, record that first.',
  'leave/already-cancelled': 'The cancellation of this leave is on record.',
  'leave/already-taken':
    'It is on record that this leave was taken. If it was on other days, correct that entry.',
  'leave/not-taken':
    'It is not on record that this leave was taken. Record when it began first, or cancel the leave.',
  'leave/already-returned': 'The return from this leave is on record.',
  'leave/effect-before-cause':
    'This is said to have happened before what it follows from. Check the time.',
} as const;

export type LeaveRefusal = keyof typeof leaveRefusals;

export const leaveDecider: Decider<LeaveState, LeaveEvent, LeaveRefusal> = {
  initial: unknownLeave,
  refusals: leaveRefusals,
  decide(proposed, state) {
    const because =
      incoherent(proposed, state) ??
      (proposed.recordedVia.mode === 'live' ? incoherentLive(proposed, state) : null);
    return because === null ? accepted : refused(because);
  },
  evolve,
};

/** What cannot be true, whoever says it. */
function incoherent(proposed: Proposal<LeaveEvent>, state: LeaveState): LeaveRefusal | null {
  const { type, data, corrects } = proposed;
  if (type === 'EntryWithdrawn') return corrects === null ? 'leave/withdraws-nothing' : null;
  const isOther = data.official !== null && data.official !== state.official;
  if (isOther && state.official !== null) return 'leave/other-official';
  if (type === 'LeaveRequested' && state.requestedAt !== null) return 'leave/already-requested';
  return null;
}

/** What an operator who enters it as it happens is asked to look at again. */
function incoherentLive(proposed: Proposal<LeaveEvent>, state: LeaveState): LeaveRefusal | null {
  const { type, data } = proposed;
  if ('days' in data && data.days !== null && overlapsItself(data.days)) {
    return 'leave/days-overlap';
  }
  if (type !== 'EntryWithdrawn' && isOwnSubstitute(proposed, state)) return 'leave/own-substitute';
  if (!mayComeFirst.has(type) && isNew(state)) return 'leave/nothing-asked';
  return (
    repeated(type, state) ??
    (isBeforeItsCause(proposed, state) ? 'leave/effect-before-cause' : null)
  );
}

function isOwnSubstitute({ data }: LeaveEvent, { official }: LeaveState): boolean {
  if (!('substitute' in data) || data.substitute === null) return false;
  return data.substitute === (data.official ?? official);
}

type Type = LeaveEvent['type'];

/**
 * What begins the record of a leave. Where the regulation asks for no request (BL Đ4.4, KT Đ3.6), it
 * is a notice or the agency's consent; where the agency alone arranges it (NB Đ6.2b), its letter about
 * the substitute; and whoever is gone without a word is gone.
 */
const mayComeFirst: ReadonlySet<Type> = new Set([
  'LeaveRequested',
  'LeaveNoticeGiven',
  'LeaveConfirmedByAgency',
  'LeaveDeclinedByAgency',
  'SubstituteAnnounced',
  'LeaveTaken',
  'EntryWithdrawn',
]);

function isNew({ lastActivityAt }: LeaveState): boolean {
  return lastActivityAt === null;
}

function repeated(type: Type, state: LeaveState): LeaveRefusal | null {
  const { agencySays, centreSays, takenAt, returnedAt, cancelledAt } = state;
  if (type === 'LeaveConfirmedByAgency' && agencySays === 'confirmed') {
    return 'leave/already-confirmed';
  }
  if (type === 'LeaveApproved' && centreSays === 'approved') return 'leave/already-approved';
  if (type === 'LeaveRejected' && centreSays === 'rejected') return 'leave/already-rejected';
  if (type === 'CompensatoryTimeUsed' && cameToNothing(state)) return 'leave/came-to-nothing';
  if (type === 'LeaveCancelled' && cancelledAt !== null) return 'leave/already-cancelled';
  if (type === 'LeaveTaken' && takenAt !== null) return 'leave/already-taken';
  if (type === 'ReturnedFromLeave' && takenAt === null) return 'leave/not-taken';
  if (type === 'ReturnedFromLeave' && returnedAt !== null) return 'leave/already-returned';
  return null;
}

function isBeforeItsCause(proposed: Proposal<LeaveEvent>, state: LeaveState): boolean {
  const cause = causeOf(proposed.type, state);
  return cause !== null && latestOf(proposed) < millisecondsOf(cause);
}

/** What `type` follows from; null where it needs nothing before it. */
function causeOf(type: Type, { requestedAt, takenAt }: LeaveState): Instant | null {
  if (type === 'LeaveApproved' || type === 'LeaveRejected') return requestedAt;
  if (type === 'LeaveConfirmedByAgency' || type === 'LeaveDeclinedByAgency') return requestedAt;
  if (type === 'ReturnedFromLeave') return takenAt;
  return null;
}
