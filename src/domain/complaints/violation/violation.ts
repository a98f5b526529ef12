/**
 * Violations: what can be on record together of one violation.
 *
 * That nobody decided, that the agency decided without asking, that those who complained were never
 * told: the rules say so. What is entered live is held to causes before their effects and to one
 * decision; a backfill or an import keeps the order of where it comes from.
 */
import { accepted, type Decider, refused } from '../../decider.ts';
import type { Proposal } from '../../entry.ts';
import { latestOf } from '../../latest.ts';
import { type Instant, millisecondsOf } from '../../units.ts';
import { type Asked, evolve, unknownViolation, type ViolationState } from './state.ts';
import type { ViolationEvent } from './vocabulary.ts';

/**
 * Every reason to refuse, in order of precedence: when several apply, the person is told the first.
 * The first holds however an entry comes; the others only of what is entered live.
 */
export const violationRefusals = {
  'violation/already-recorded':
    'This violation is on record. If something is wrong with that entry, correct it; another violation has a number of its own.',
  'violation/not-recorded':
    'This violation is not on record. Record what was done first, or check its number.',
  'violation/nothing-asked':
    'No such request for an explanation is on record. Record the request first, or check its reference.',
  'violation/not-decided':
    'Nothing has been decided on this violation, and it was transferred to nobody, so there is no outcome to make known. Record the decision first.',
  'violation/already-decided':
    'The decision on this violation is on record. If it was changed, correct that entry.',
  'violation/effect-before-cause':
    'This is said to have happened before what it follows from. Check the time.',
} as const;

export type ViolationRefusal = keyof typeof violationRefusals;

export const violationDecider: Decider<ViolationState, ViolationEvent, ViolationRefusal> = {
  initial: unknownViolation,
  refusals: violationRefusals,
  decide(proposed, state) {
    if (proposed.type === 'ViolationRecorded' && state.recordedAt !== null) {
      return refused('violation/already-recorded');
    }
    const because = proposed.recordedVia.mode === 'live' ? incoherentLive(proposed, state) : null;
    return because === null ? accepted : refused(because);
  },
  evolve,
};

/** What an operator who enters it as it happens is asked to look at again. */
function incoherentLive(
  proposed: Proposal<ViolationEvent>,
  state: ViolationState,
): ViolationRefusal | null {
  const { type } = proposed;
  if (type === 'ViolationRecorded' || type === 'EntryWithdrawn') return null;
  if (state.recordedAt === null) return 'violation/not-recorded';
  // An official may explain unasked; but who names a request means one that is there.
  if (type === 'ViolationExplained' && isToNothing(proposed.data.reference, state)) {
    return 'violation/nothing-asked';
  }
  if (tellsOutcome(type) && outcomeAt(state) === null) return 'violation/not-decided';
  if (type === 'ViolationDecided' && state.decidedAt !== null) return 'violation/already-decided';
  const cause = causeOf(proposed, state);
  const isTooEarly = cause !== null && latestOf(proposed) < millisecondsOf(cause);
  return isTooEarly ? 'violation/effect-before-cause' : null;
}

function isToNothing(reference: string | null, state: ViolationState): boolean {
  return reference !== null && askedUnder(reference, state).length === 0;
}

/** The requests of that reference, and those of which no reference is known. */
function askedUnder(reference: string, { asked }: ViolationState): readonly Asked[] {
  return asked.filter((one) => one.reference === null || one.reference === reference);
}

function tellsOutcome(type: ViolationEvent['type']): boolean {
  return type === 'ViolationOutcomeMadeKnown' || type === 'ViolationOutcomePublished';
}

/** To have been transferred is an outcome too: who complained is told to whom it went. */
function outcomeAt({ decidedAt, transferredAt }: ViolationState): Instant | null {
  if (decidedAt === null || transferredAt === null) return decidedAt ?? transferredAt;
  return decidedAt < transferredAt ? decidedAt : transferredAt;
}

function causeOf(event: ViolationEvent, state: ViolationState): Instant | null {
  if (tellsOutcome(event.type)) return outcomeAt(state);
  if (event.type !== 'ViolationExplained' || event.data.reference === null) return state.recordedAt;
  return askedUnder(event.data.reference, state)[0]?.at ?? state.recordedAt;
}
