/**
 * Dossiers: what can be on record together of one dossier.
 *
 * A second request for supplements, a step after the end, a late result, a move without a reason: all
 * of it did happen, so it is recorded, and the rules say what was wrong with it. Refused is only what
 * cannot be true. What is entered live is also held to the code's grammar and to causes that come
 * before their effects; a backfill or an import keeps the codes and the order of where it comes from.
 */
import { accepted, type Decider, refused } from '../decider.ts';
import type { Proposal } from '../entry.ts';
import { latestOf } from '../latest.ts';
import { type Instant, millisecondsOf } from '../units.ts';
import {
  followsSubmission,
  isAnswer,
  mayComeFirst,
  questionOf,
  submissionIsEnough,
} from './causes.ts';
import { followsNationalGrammar } from './code.ts';
import { type Asked, type DossierState, evolve, unknownDossier } from './state.ts';
import type { DossierEvent } from './vocabulary.ts';

/**
 * Every reason to refuse, in order of precedence: when several apply, the person is told the first.
 * The first four hold however an entry comes; the others only of what is entered live.
 */
export const dossierRefusals = {
  'dossier/withdraws-nothing':
    'A withdrawal names the entry that it takes back. Say which entry was made by mistake.',
  'dossier/code-mismatch':
    'The code in the entry is not the code of this dossier. Record it on the dossier that it names.',
  'dossier/already-received':
    'The reception of this dossier is on record. If it is wrong, correct that entry.',
  'dossier/already-submitted':
    'The submission of this dossier is on record. If it is wrong, correct that entry.',
  'dossier/code-grammar':
    'A dossier code is written like H42.17-250923-0005: agency, day of reception, and at least four digits.',
  'dossier/not-received':
    'This dossier has not been received. Record its reception first, or check the code.',
  'dossier/no-such-transfer':
    'No such transfer of this dossier is on record. Record the transfer first, or check its reference.',
  'dossier/no-supplement-asked':
    'No such request for supplements is on record. Record the request first, or check its reference.',
  'dossier/nothing-asked':
    'What this answers is not on record. Record the request or the hand-over first, or check its reference.',
  'dossier/already-withdrawn': 'The withdrawal of this dossier is on record.',
  'dossier/already-returned':
    'The result has been returned. If another one was returned later, say that it was returned again.',
  'dossier/effect-before-cause':
    'This is said to have happened before what it follows from. Check the time.',
} as const;

export type DossierRefusal = keyof typeof dossierRefusals;

export const dossierDecider: Decider<DossierState, DossierEvent, DossierRefusal> = {
  initial: unknownDossier,
  refusals: dossierRefusals,
  decide(proposed, state) {
    const because =
      incoherent(proposed, state) ??
      (proposed.recordedVia.mode === 'live' ? incoherentLive(proposed, state) : null);
    return because === null ? accepted : refused(because);
  },
  evolve,
};

/** What cannot be true, whoever says it. */
function incoherent(proposed: Proposal<DossierEvent>, state: DossierState): DossierRefusal | null {
  const { type, data, corrects } = proposed;
  if (type === 'EntryWithdrawn' && corrects === null) return 'dossier/withdraws-nothing';
  if (type !== 'DossierReceived' && type !== 'DossierSubmitted') return null;
  if (state.code !== null && state.code !== data.code) return 'dossier/code-mismatch';
  if (type === 'DossierReceived' && state.receivedAt !== null) return 'dossier/already-received';
  if (type === 'DossierSubmitted' && state.submittedAt !== null) return 'dossier/already-submitted';
  return null;
}

/** What an operator who enters it as it happens is asked to look at again. */
function incoherentLive(
  proposed: Proposal<DossierEvent>,
  state: DossierState,
): DossierRefusal | null {
  const { type } = proposed;
  if (isWronglyCoded(proposed)) return 'dossier/code-grammar';
  if (isNotThere(proposed, state)) return 'dossier/not-received';
  if (isAnswer(proposed) && questionsTo(proposed, state).length === 0) {
    if (type === 'TransferAcknowledged') return 'dossier/no-such-transfer';
    if (type === 'SupplementReceived') return 'dossier/no-supplement-asked';
    return 'dossier/nothing-asked';
  }
  if (type === 'DossierWithdrawn' && state.withdrawnAt !== null) return 'dossier/already-withdrawn';
  if (type === 'ResultReturned' && state.returnedAt !== null && !proposed.data.again) {
    return 'dossier/already-returned';
  }
  if (isBeforeItsCause(proposed, state)) return 'dossier/effect-before-cause';
  return null;
}

/** A correction keeps the code of the dossier that it corrects, which may be a foreign one. */
function isWronglyCoded({ type, data, corrects }: Proposal<DossierEvent>): boolean {
  if (type !== 'DossierReceived' && type !== 'DossierSubmitted') return false;
  return corrects === null && !followsNationalGrammar(data.code);
}

function isNotThere({ type }: DossierEvent, state: DossierState): boolean {
  if (state.receivedAt !== null || mayComeFirst.has(type)) return false;
  return !(submissionIsEnough.has(type) && state.submittedAt !== null);
}

/** The questions that `answer` can be to: those of its reference, or those of which no reference is known. */
function questionsTo(answer: DossierEvent, { asked }: DossierState): readonly Asked[] {
  if (!isAnswer(answer)) return [];
  const question = questionOf[answer.type];
  const { reference } = answer.data;
  return asked.filter(
    (one) =>
      one.type === question &&
      (reference === null || one.reference === null || one.reference === reference),
  );
}

function isBeforeItsCause(proposed: Proposal<DossierEvent>, state: DossierState): boolean {
  const latest = latestOf(proposed);
  const answered = questionsTo(proposed, state);
  if (answered.length > 0 && answered.every(({ at }) => latest < millisecondsOf(at))) return true;
  const cause = causeInDossier(proposed, state);
  return cause !== null && latest < millisecondsOf(cause);
}

/** The submission or the reception that `event` follows from; null where it needs neither. */
function causeInDossier({ type }: DossierEvent, state: DossierState): Instant | null {
  const { submittedAt, receivedAt } = state;
  if (followsSubmission.has(type)) return submittedAt;
  if (mayComeFirst.has(type)) return null;
  if (submissionIsEnough.has(type)) return submittedAt ?? receivedAt;
  return receivedAt;
}
