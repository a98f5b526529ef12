/**
 * A centre's month: what can be on record together of its periodic acts.
 *
 * A report filed late, or twice, a meeting in service hours, a review without figures: all of it did
 * happen, so it is recorded, and the rules say what was wrong with it.
 */
import { accepted, type Decider, refused } from '../../decider.ts';
import type { Proposal } from '../../entry.ts';
import { isBefore } from '../../latest.ts';
import {
  demandFor,
  demandsFor,
  emptyMonth,
  evolve,
  interruptionsFor,
  type MonthState,
} from './state.ts';
import type { MonthEvent } from './vocabulary.ts';

/**
 * Every reason to refuse, in order of precedence: when several apply, the person is told the first.
 * The first two hold however an entry comes; the others only of what is entered live.
 */
export const monthRefusals = {
  'month/other-centre':
    'This is the record of another centre. Record it with the centre that it is about.',
  'month/other-period':
    'The period that it names does not end in the month of this record. Record it in the month in which its period ends.',
  'month/other-month':
    'This was not in the month of this record. Record it in the month in which it was, or name its period.',
  'month/already-demanded':
    'A demand of that reference is on record. Give it another one, or correct that entry.',
  'month/nothing-demanded':
    'No demand asks for this report. Record the demand first, or check the reference and the month.',
  'month/not-interrupted':
    'No such interruption of the post is on record. Record it first, or check its reference and month.',
  'month/already-resumed': 'The end of that interruption is on record. If it is wrong, correct it.',
  'month/effect-before-cause':
    'This is said to have happened before what it follows from. Check the time.',
} as const;

export type MonthRefusal = keyof typeof monthRefusals;

export const monthDecider: Decider<MonthState, MonthEvent, MonthRefusal> = {
  initial: emptyMonth,
  refusals: monthRefusals,
  decide(proposed, state) {
    const because = proposed.recordedVia.mode === 'live' ? incoherentLive(proposed, state) : null;
    return because === null ? accepted : refused(because);
  },
  evolve,
};

function incoherentLive(proposed: Proposal<MonthEvent>, state: MonthState): MonthRefusal | null {
  const { type, data } = proposed;
  if (type === 'ReportDemanded') {
    const isKnown =
      data.reference !== null &&
      state.acts.some((one) => one.demandedAt !== null && one.reference === data.reference);
    return isKnown ? 'month/already-demanded' : null;
  }
  if (type === 'ReportSubmitted') {
    if (data.reference === null && data.report !== 'on-demand') return null;
    const demand = demandFor(state, data) ?? demandsFor(state, data)[0]; // what was filed may be filed again
    if (demand === undefined) return 'month/nothing-demanded';
    return isBefore(proposed, demand.demandedAt) ? 'month/effect-before-cause' : null;
  }
  if (type === 'PostalServiceResumed') {
    const known = interruptionsFor(state, data);
    if (known.length === 0) return 'month/not-interrupted';
    const open = known.find(({ endedAt }) => endedAt === null);
    if (open === undefined) return 'month/already-resumed';
    return isBefore(proposed, open.filedAt) ? 'month/effect-before-cause' : null;
  }
  return null;
}
