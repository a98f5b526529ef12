/**
 * A centre's year: what can be on record together of it.
 *
 * A matter decided before anybody was consulted, a directory that was never published, a regulation
 * repealed twice over: all of it did happen, so it is recorded, and the rules say what was wrong with
 * it. What is entered live is held to one story: what has an end was begun, and ends once.
 */
import { accepted, type Decider, refused } from '../../decider.ts';
import type { Proposal } from '../../entry.ts';
import { isBefore, latestOf } from '../../latest.ts';
import { millisecondsOf } from '../../units.ts';
import { endedBy } from './ended.ts';
import { isProceeding, type Proceeding, type ProceedingKind } from './proceeding.ts';
import { isOf, proceedingsAfter } from './proceedings.ts';
import { type CentreState, evolve, isOpen, unknownCentre } from './state.ts';
import type { CentreEvent } from './vocabulary.ts';

/**
 * Every reason to refuse, in order of precedence: when several apply, the person is told the first.
 * The first holds however an entry comes; the others only of what is entered live.
 */
export const centreRefusals = {
  'centre/other-centre':
    'This is the record of another centre. Record it with the centre that it is about.',
  'centre/other-year':
    'This did not begin in the year of this record. Record it in the year in which it began.',
  'centre/already-established':
    'The establishment of this centre is on record. If it is wrong, correct that entry.',
  'centre/counter-open': 'This counter is open. To say what it now is, record that it was changed.',
  'centre/counter-closed': 'This counter is closed. Record that it was opened, or check its code.',
  'centre/name-used':
    'Something of that name is on record in this year. Give it another name, or correct that entry.',
  'centre/nothing-to-answer':
    'What this ends or answers is not on record in this year. Record it first, or check its name and year.',
  'centre/already-ended': 'The end of this is on record. If it is wrong, correct that entry.',
  'centre/outage-goes-on':
    'The end of that outage is not on record. Record when it ended, and then that all was entered.',
  'centre/already-waived': 'That finding is waived already. If it is wrong, correct that entry.',
  'centre/effect-before-cause':
    'This is said to have happened before what it follows from. Check the time.',
} as const;

export type CentreRefusal = keyof typeof centreRefusals;

export const centreDecider: Decider<CentreState, CentreEvent, CentreRefusal> = {
  initial: unknownCentre,
  refusals: centreRefusals,
  decide(proposed, state) {
    if (proposed.recordedVia.mode !== 'live') return accepted;
    const because =
      incoherentCounter(proposed, state) ??
      incoherentOutage(proposed, state) ??
      incoherentProceeding(proposed, state);
    return because === null ? accepted : refused(because);
  },
  evolve,
};

function incoherentCounter({ type, data }: CentreEvent, state: CentreState): CentreRefusal | null {
  if (type === 'CentreEstablished' && state.establishedAt !== null) {
    return 'centre/already-established';
  }
  if (type === 'CounterOpened' && isOpen(state, data.counter) === true) {
    return 'centre/counter-open';
  }
  const needsOpen = type === 'CounterChanged' || type === 'CounterClosed';
  return needsOpen && isOpen(state, data.counter) === false ? 'centre/counter-closed' : null;
}

function incoherentOutage(
  proposed: Proposal<CentreEvent>,
  { outages, notices }: CentreState,
): CentreRefusal | null {
  const { type, data } = proposed;
  if (type === 'CalendarNoticeIssued') {
    return notices.some(({ notice }) => notice === data.notice) ? 'centre/name-used' : null;
  }
  if (type !== 'OutageDeclared' && type !== 'OutageEnded' && type !== 'CatchUpCompleted') {
    return null;
  }
  const known = outages.find(({ outage }) => outage === data.outage);
  const declaredAt = known?.declaredAt ?? null;
  if (type === 'OutageDeclared') return declaredAt === null ? null : 'centre/name-used';
  if (known === undefined || declaredAt === null) return 'centre/nothing-to-answer';
  if (type === 'OutageEnded') {
    if (known.endedAt !== null) return 'centre/already-ended';
    const ended = data.ended === null ? latestOf(proposed) : millisecondsOf(data.ended);
    return known.beganAt !== null && ended < millisecondsOf(known.beganAt)
      ? 'centre/effect-before-cause'
      : null;
  }
  if (known.caughtUpAt !== null) return 'centre/already-ended';
  if (known.endedAt === null) return 'centre/outage-goes-on';
  return isBefore(proposed, known.endedAt) ? 'centre/effect-before-cause' : null;
}

/** What cannot be there twice under one name. Of the others a later one stands beside an earlier one. */
const namedOnce: ReadonlySet<ProceedingKind> = new Set([
  'regulation',
  'matter',
  'measure',
  'issue',
  'reward',
  'dispute',
]);

function incoherentProceeding(
  proposed: Proposal<CentreEvent>,
  { proceedings }: CentreState,
): CentreRefusal | null {
  if (!isProceeding(proposed)) return null;
  const ended = endedBy(proposed, proposed.occurredAt);
  if (ended !== null) {
    const known = proceedings.filter((one) => isOf(one, ended));
    if (known.length === 0) {
      return standsAlone.has(proposed.type) ? null : 'centre/nothing-to-answer';
    }
    const open = known.findLast(({ closedAt }) => closedAt === null);
    if (open === undefined) return 'centre/already-ended';
    return open.openedAt !== null && isBefore(proposed, open.openedAt)
      ? 'centre/effect-before-cause'
      : null;
  }
  const [line] = proceedingsAfter([], proposed, proposed.occurredAt);
  if (line === undefined) return null;
  const isKnown = proceedings.some((one) => one.kind === line.kind && one.id === line.id);
  if (isKnown && proposed.type === 'FindingWaived') return 'centre/already-waived';
  return isKnown && isNamedOnce(line, proposed) ? 'centre/name-used' : null;
}

/** A regulation stands for years, and a matter may be decided that nobody raised. */
const standsAlone: ReadonlySet<CentreEvent['type']> = new Set([
  'RegulationRepealed',
  'MatterDecided',
]);

function isNamedOnce({ kind }: Proceeding, { type }: CentreEvent): boolean {
  return namedOnce.has(kind) && type !== 'RegulationRepealed';
}
