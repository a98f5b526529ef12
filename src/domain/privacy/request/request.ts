/**
 * Requests of data subjects: what can be on record together of one request.
 *
 * That nobody acknowledged it, that the answer came late, that it was refused without a ground: all of
 * it did happen, so it is recorded, and the rules say what was wrong with it. What is entered live is
 * held to causes before their effects and to one answer; a backfill or an import keeps the order of
 * where it comes from.
 */
import { accepted, type Decider, refused } from '../../decider.ts';
import type { Proposal } from '../../entry.ts';
import { isBefore } from '../../latest.ts';
import { type DataRequestState, evolve, unknownDataRequest } from './state.ts';
import type { DataRequestEvent } from './vocabulary.ts';

/**
 * Every reason to refuse, in order of precedence: when several apply, the person is told the first.
 * The first holds however an entry comes; the others only of what is entered live.
 */
export const dataRequestRefusals = {
  'datarequest/already-received':
    'The reception of this request is on record. If it is wrong, correct that entry; another request, also one of the same letter, has a number of its own.',
  'datarequest/not-received':
    'This request has not been received. Record its reception first, or check its number.',
  'datarequest/already-acknowledged':
    'That this request was acknowledged is on record. If that is wrong, correct that entry.',
  'datarequest/already-answered':
    'The answer to this request is on record. If it is wrong, correct that entry; if the person asks again, that is another request.',
  'datarequest/already-withdrawn':
    'The withdrawal of this request is on record. If it is wrong, correct that entry.',
  'datarequest/effect-before-cause':
    'This is said to have happened before the request was received. Check the time.',
} as const;

export type DataRequestRefusal = keyof typeof dataRequestRefusals;

export const dataRequestDecider: Decider<DataRequestState, DataRequestEvent, DataRequestRefusal> = {
  initial: unknownDataRequest,
  refusals: dataRequestRefusals,
  decide(proposed, state) {
    if (proposed.type === 'DataRequestReceived' && state.receivedAt !== null) {
      return refused('datarequest/already-received');
    }
    const because = proposed.recordedVia.mode === 'live' ? incoherentLive(proposed, state) : null;
    return because === null ? accepted : refused(because);
  },
  evolve,
};

/** What an operator who enters it as it happens is asked to look at again. */
function incoherentLive(
  proposed: Proposal<DataRequestEvent>,
  state: DataRequestState,
): DataRequestRefusal | null {
  const { type } = proposed;
  if (type === 'DataRequestReceived' || type === 'EntryWithdrawn') return null;
  if (state.receivedAt === null) return 'datarequest/not-received';
  if (type === 'DataRequestAcknowledged' && state.acknowledgedAt !== null) {
    return 'datarequest/already-acknowledged';
  }
  if (type === 'DataRequestAnswered' && state.answeredAt !== null) {
    return 'datarequest/already-answered';
  }
  if (type === 'DataRequestWithdrawn' && state.withdrawnAt !== null) {
    return 'datarequest/already-withdrawn';
  }
  return isBefore(proposed, state.receivedAt) ? 'datarequest/effect-before-cause' : null;
}
