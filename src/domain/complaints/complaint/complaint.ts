/**
 * Complaints: what can be on record together of one complaint.
 *
 * A complaint forwarded late, resolved without having been accepted, declared complex without a
 * decision, an outcome that nobody was told: all of it did happen, so it is recorded, and the rules
 * say what was wrong with it. What is entered live is held to causes before their effects and to one
 * end at a time; a backfill or an import keeps the order of where it comes from.
 */
import { accepted, type Decider, refused } from '../../decider.ts';
import type { Proposal } from '../../entry.ts';
import { latestOf } from '../../latest.ts';
import { type Instant, millisecondsOf } from '../../units.ts';
import { endOf, isAnswer, questionOf } from './causes.ts';
import { type Asked, type ComplaintState, evolve, unknownComplaint } from './state.ts';
import { hasEnded } from './status.ts';
import type { ComplaintEvent } from './vocabulary.ts';

/**
 * Every reason to refuse, in order of precedence: when several apply, the person is told the first.
 * The first holds however an entry comes; the others only of what is entered live.
 */
export const complaintRefusals = {
  'complaint/already-received':
    'The reception of this complaint is on record. If it is wrong, correct that entry; another complaint has a number of its own.',
  'complaint/not-received':
    'This complaint has not been received. Record its reception first, or check its number.',
  'complaint/nothing-asked':
    'What this follows from is not on record: the request, the call or the explanation. Record that first, or check its reference.',
  'complaint/not-suspended':
    'This complaint is not suspended. Record the decision that suspended it first.',
  'complaint/not-ended': 'This complaint has not come to an end, so it cannot be reopened.',
  'complaint/already-accepted':
    'The acceptance of this complaint is on record. If it is looked into again, record that it was reopened first.',
  'complaint/already-suspended':
    'This complaint is suspended. Record that it was resumed before it is suspended again.',
  'complaint/already-ended':
    'That end of this complaint is on record. If it is looked into again, record that it was reopened first.',
  'complaint/effect-before-cause':
    'This is said to have happened before what it follows from. Check the time.',
} as const;

export type ComplaintRefusal = keyof typeof complaintRefusals;

export const complaintDecider: Decider<ComplaintState, ComplaintEvent, ComplaintRefusal> = {
  initial: unknownComplaint,
  refusals: complaintRefusals,
  decide(proposed, state) {
    if (proposed.type === 'ComplaintReceived' && state.receivedAt !== null) {
      return refused('complaint/already-received');
    }
    const because = proposed.recordedVia.mode === 'live' ? incoherentLive(proposed, state) : null;
    return because === null ? accepted : refused(because);
  },
  evolve,
};

/** What an operator who enters it as it happens is asked to look at again. */
function incoherentLive(
  proposed: Proposal<ComplaintEvent>,
  state: ComplaintState,
): ComplaintRefusal | null {
  const { type } = proposed;
  if (type === 'ComplaintReceived' || type === 'EntryWithdrawn') return null;
  if (state.receivedAt === null) return 'complaint/not-received';
  if (isAnswer(proposed) && questionsTo(proposed, state).length === 0) {
    return 'complaint/nothing-asked';
  }
  if (type === 'ComplaintResumed' && state.suspendedAt === null) return 'complaint/not-suspended';
  if (type === 'ComplaintReopened' && !hasEnded(state)) return 'complaint/not-ended';
  if (type === 'ComplaintAccepted' && state.acceptedAt !== null) {
    return 'complaint/already-accepted';
  }
  if (type === 'ComplaintSuspended' && state.suspendedAt !== null) {
    return 'complaint/already-suspended';
  }
  const end = endOf(proposed);
  if (state.ended.some((ended) => ended.type === end)) return 'complaint/already-ended';
  return isBeforeItsCause(proposed, state) ? 'complaint/effect-before-cause' : null;
}

/** The questions that `answer` can be to: those of its reference, or those of which no reference is known. */
function questionsTo(answer: ComplaintEvent, { asked }: ComplaintState): readonly Asked[] {
  if (!isAnswer(answer)) return [];
  const question = questionOf[answer.type];
  const { reference } = answer.data;
  return asked.filter(
    (one) =>
      one.type === question &&
      (reference === null || one.reference === null || one.reference === reference),
  );
}

function isBeforeItsCause(proposed: Proposal<ComplaintEvent>, state: ComplaintState): boolean {
  const latest = latestOf(proposed);
  const answered = questionsTo(proposed, state);
  if (answered.length > 0 && answered.every(({ at }) => latest < millisecondsOf(at))) return true;
  const cause = causeOf(proposed, state);
  return cause !== null && latest < millisecondsOf(cause);
}

/** What it follows from: a resumption from the suspension, a reopening from the first end, all else from the reception. */
function causeOf({ type }: ComplaintEvent, state: ComplaintState): Instant | null {
  if (type === 'ComplaintResumed') return state.suspendedAt;
  if (type === 'ComplaintReopened') return state.ended[0]?.at ?? state.repliedAt;
  return state.receivedAt;
}
