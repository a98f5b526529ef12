/**
 * Breaches of personal data: what can be on record together of one breach.
 *
 * That the authority was told late or never, that nothing was done: the rules say so. What is entered
 * live is held to causes before their effects; a backfill or an import keeps the order of where it comes
 * from. Notices can be many: of one breach first an outline and then the whole is told.
 */
import { accepted, type Decider, refused } from '../../decider.ts';
import type { Proposal } from '../../entry.ts';
import { isBefore } from '../../latest.ts';
import { dayIn } from '../times.ts';
import { type DataBreachState, evolve, unknownDataBreach } from './state.ts';
import type { DataBreachEvent } from './vocabulary.ts';

/**
 * Every reason to refuse, in order of precedence: when several apply, the person is told the first.
 * The first holds however an entry comes; the others only of what is entered live.
 */
export const dataBreachRefusals = {
  'databreach/already-detected':
    'That this breach was found out is on record. If something is wrong with that entry, correct it; another breach has a number of its own.',
  'databreach/not-detected':
    'This breach is not on record. Record that it was found out first, or check its number.',
  'databreach/already-dealt-with':
    'What was done about this breach is on record. If more was done, correct that entry.',
  'databreach/effect-before-cause':
    'This is said to have happened before what it follows from: a breach happens before it is found out, and is found out before anybody is notified of it. Check the times.',
} as const;

export type DataBreachRefusal = keyof typeof dataBreachRefusals;

export const dataBreachDecider: Decider<DataBreachState, DataBreachEvent, DataBreachRefusal> = {
  initial: unknownDataBreach,
  refusals: dataBreachRefusals,
  decide(proposed, state) {
    if (proposed.type === 'DataBreachDetected' && state.detectedAt !== null) {
      return refused('databreach/already-detected');
    }
    const because = proposed.recordedVia.mode === 'live' ? incoherentLive(proposed, state) : null;
    return because === null ? accepted : refused(because);
  },
  evolve,
};

/** What an operator who enters it as it happens is asked to look at again. */
function incoherentLive(
  proposed: Proposal<DataBreachEvent>,
  state: DataBreachState,
): DataBreachRefusal | null {
  const { type, data, occurredAt } = proposed;
  if (type === 'EntryWithdrawn') return null;
  if (type === 'DataBreachDetected') {
    const isForeseen = data.on !== null && data.on > dayIn(occurredAt);
    return isForeseen ? 'databreach/effect-before-cause' : null;
  }
  if (state.detectedAt === null) return 'databreach/not-detected';
  if (type === 'DataBreachDealtWith' && state.dealtWithAt !== null) {
    return 'databreach/already-dealt-with';
  }
  return isBefore(proposed, state.detectedAt) ? 'databreach/effect-before-cause' : null;
}
