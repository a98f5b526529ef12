/**
 * Rosters: what can be on record together of a centre's month.
 *
 * An official at two counters, a turn out of order, a counter without anyone, a request that nobody
 * answered: all of it did happen, so it is recorded, and the rules say what was wrong with it.
 */
import { accepted, type Decider, refused } from '../../decider.ts';
import type { Proposal } from '../../entry.ts';
import { latestOf } from '../../latest.ts';
import { millisecondsOf } from '../../units.ts';
import { hasDay, isSameLine, linesAt } from './board.ts';
import { answersACall, calledBy, callsFor, referenceOf } from './calls.ts';
import { emptyRoster, evolve, type RosterState } from './state.ts';
import type { RosterLine } from './vocabulary/roster.ts';
import type { RosterEvent } from './vocabulary.ts';

/**
 * Every reason to refuse, in order of precedence: when several apply, the person is told the first. The
 * first holds however an entry comes; the others only of what is entered live.
 */
export const rosterRefusals = {
  'roster/other-centre':
    'This is the record of another centre. Record it with the centre that it is about.',
  'roster/other-month':
    'This is not of the month of this record. Record the days of each month on its own record, and an answer with what it answers.',
  'roster/same-official':
    'Nobody stands in for, replaces or hands over to themselves. Name two officials.',
  'roster/line-repeated':
    'Two of its lines put the same official at the same counter at the same time. Name each once.',
  'roster/already-published':
    'A roster of this counter and day is on record. If it has changed, record the change; if it is wrong, correct that entry.',
  'roster/not-published': 'No roster of this day is on record. Publish it first, or check the day.',
  'roster/already-asked':
    'A request of that reference is on record. Give it another one, or correct that entry.',
  'roster/nothing-asked':
    'What this answers is not on this record. Record what was asked first, or check its reference and month.',
  'roster/effect-before-cause':
    'This is said to have happened before what it follows from. Check the time.',
} as const;

export type RosterRefusal = keyof typeof rosterRefusals;

export const rosterDecider: Decider<RosterState, RosterEvent, RosterRefusal> = {
  initial: emptyRoster,
  refusals: rosterRefusals,
  decide(proposed, state) {
    const because = proposed.recordedVia.mode === 'live' ? incoherentLive(proposed, state) : null;
    return because === null ? accepted : refused(because);
  },
  evolve,
};

function incoherentLive(proposed: Proposal<RosterEvent>, state: RosterState): RosterRefusal | null {
  const { type, data } = proposed;
  if (isOfOneOnly(proposed)) return 'roster/same-official';
  if (type === 'RosterPublished') {
    if (hasRepeats(data.lines)) return 'roster/line-repeated';
    const isThere = data.lines.some((line) => linesAt(state.board, line).length > 0);
    return isThere ? 'roster/already-published' : null;
  }
  if (type === 'RosterChanged') {
    if (hasRepeats(data.lines)) return 'roster/line-repeated';
    const isMissing = [...data.lines, ...data.cleared].some(({ day }) => !hasDay(state.board, day));
    return isMissing ? 'roster/not-published' : null;
  }
  return callRefused(proposed, state);
}

function callRefused(
  proposed: Proposal<RosterEvent>,
  { calls }: RosterState,
): RosterRefusal | null {
  if (calledBy(proposed)?.part === 'asked') {
    const reference = referenceOf(proposed);
    const isKnown = callsFor(calls, proposed).some((one) => one.reference === reference);
    return reference !== null && isKnown ? 'roster/already-asked' : null;
  }
  if (!answersACall(proposed)) return null;
  const asked = callsFor(calls, proposed);
  if (asked.length === 0) return 'roster/nothing-asked';
  const isBefore = asked.every(
    ({ askedAt }) => askedAt !== null && latestOf(proposed) < millisecondsOf(askedAt),
  );
  return isBefore ? 'roster/effect-before-cause' : null;
}

/** Where two officials are meant, and one is named twice. */
function isOfOneOnly({ type, data }: RosterEvent): boolean {
  if (type === 'RosterPublished' || type === 'RosterChanged') {
    return data.lines.some(({ official, reserve }) => official === reserve);
  }
  if (type === 'HandoverSigned') return data.giver === data.receiver;
  return type === 'OfficialReplaced' && data.official === data.replacement;
}

function hasRepeats(lines: readonly RosterLine[]): boolean {
  const seen = Map.groupBy(lines, ({ day, counter }) => `${day} ${counter}`);
  return seen
    .values()
    .some((own) =>
      own.some((one, place) => own.slice(place + 1).some((other) => isSameLine(one, other))),
    );
}
