/**
 * Procedures: what can be on record together of one procedure.
 *
 * A change told too late, a process that went on the portal before it was agreed, a version that takes
 * longer than its steps: all of it did happen, so it is recorded, and the rules say what was wrong with
 * it. What is entered live speaks only of what is on record; a backfill or an import may know the rate
 * and not the procedure.
 */
import { accepted, type Decider, refused } from '../../decider.ts';
import type { Proposal } from '../../entry.ts';
import { isBefore } from '../../latest.ts';
import { type CalendarDate } from '../../units.ts';
import { firstDay, lastDay } from '../centre/times.ts';
import {
  type AtCentre,
  atCentre,
  evolve,
  type ProcedureState,
  processNamed,
  unknownProcedure,
} from './state.ts';
import type { ProcedureEvent } from './vocabulary.ts';

/**
 * Every reason to refuse, in order of precedence: when several apply, the person is told the first.
 * The first holds however an entry comes; the others only of what is entered live.
 */
export const procedureRefusals = {
  'procedure/code-mismatch':
    'The code in the entry is not the code of this procedure. Record it on the procedure that it names.',
  'procedure/already-published':
    'This procedure is published at this centre. To say what it now is, record that it was changed.',
  'procedure/rate-before-procedure':
    'This rate is for a procedure that is not published at this centre by then. Publish the procedure first.',
  'procedure/not-published':
    'This procedure is not published at this centre. Record its publication first, or check the code.',
  'procedure/repealed':
    'This procedure is repealed by then. Record its publication anew, or check the day.',
  'procedure/same-day':
    'Another entry says what holds from that very day. Correct that entry, or check the day.',
  'procedure/no-such-rate':
    'No such rate of this procedure is on record. Record it first, or check its code.',
  'procedure/no-such-process':
    'No such process of this procedure is approved. Record its approval first, or check its version.',
  'procedure/effect-before-cause':
    'This is said to have happened before what it follows from. Check the time.',
} as const;

export type ProcedureRefusal = keyof typeof procedureRefusals;

type Live = (proposed: Proposal<ProcedureEvent>, at: AtCentre) => ProcedureRefusal | null;

export const procedureDecider: Decider<ProcedureState, ProcedureEvent, ProcedureRefusal> = {
  initial: unknownProcedure,
  refusals: procedureRefusals,
  decide(proposed, state) {
    if (proposed.recordedVia.mode !== 'live') return accepted;
    const at = atCentre(state, proposed.centre);
    const [because = null] = checks.flatMap((check) => check(proposed, at) ?? []);
    return because === null ? accepted : refused(because);
  },
  evolve,
};

/** Between two publications there is a repeal. */
const publishedOnce: Live = ({ type, data, occurredAt }, { statements, repeals }) => {
  if (type !== 'ProcedurePublished') return null;
  const from = firstDay(data.from, occurredAt);
  const published = statements.filter(({ is }) => is === 'published');
  const others = published.length > 0 ? published : statements;
  const isApart = (other: CalendarDate) =>
    repeals.some(({ to }) => (other < from ? other <= to && to < from : from <= to && to < other));
  return others.every((other) => isApart(other.from)) ? null : 'procedure/already-published';
};

const rateOfProcedure: Live = ({ type, data, occurredAt }, { statements }) => {
  if (type !== 'FeeRateSet' && type !== 'FeeRateChanged') return null;
  const from = firstDay(data.from, occurredAt);
  return statements.some((one) => one.from <= from) ? null : 'procedure/rate-before-procedure';
};

/** What is told and approved before a procedure is published. */
const mayComeFirst: ReadonlySet<ProcedureEvent['type']> = new Set([
  'ProcedurePublished',
  'ProcedureChangeTold',
  'ProcessApproved',
  'EntryWithdrawn',
]);

const published: Live = ({ type }, { statements }) =>
  mayComeFirst.has(type) || statements.length > 0 ? null : 'procedure/not-published';

/** The day from which an entry says that something holds; null: it says no such thing. */
function dayOfChange({ type, data, occurredAt }: Proposal<ProcedureEvent>): CalendarDate | null {
  if (type === 'ProcedureRepealed') return lastDay(data.to, occurredAt);
  const isChange =
    type === 'ProcedureChanged' || type === 'FeeRateSet' || type === 'FeeRateChanged';
  return isChange ? firstDay(data.from, occurredAt) : null;
}

/** A repeal holds until the procedure is published anew. */
const notRepealed: Live = (proposed, { statements, repeals }) => {
  const day = dayOfChange(proposed);
  if (day === null) return null;
  const isRepealed = repeals.some(
    ({ to }) => to < day && !statements.some(({ from, is }) => is === 'published' && to < from),
  );
  return isRepealed ? 'procedure/repealed' : null;
};

const oneADay: Live = ({ type, data, occurredAt }, { statements, repeals, rates }) => {
  if (type === 'ProcedureRepealed') {
    const to = lastDay(data.to, occurredAt);
    return repeals.some((one) => one.to === to) ? 'procedure/same-day' : null;
  }
  if (type === 'ProcedureChanged') {
    const from = firstDay(data.from, occurredAt);
    return statements.some((one) => one.from === from) ? 'procedure/same-day' : null;
  }
  if (type !== 'FeeRateSet' && type !== 'FeeRateChanged') return null;
  const from = firstDay(data.from, occurredAt);
  const isSaid = rates.some(
    (one) =>
      one.is === 'set' && one.from === from && one.rates.some(({ rate }) => rate === data.rate),
  );
  return isSaid ? 'procedure/same-day' : null;
};

const rateOnRecord: Live = ({ type, data }, { rates }) => {
  const speaksOfRate =
    type === 'FeeRateChanged' ||
    type === 'FeeRateEnded' ||
    type === 'FeeRateNotified' ||
    type === 'FeeRatePublished';
  if (!speaksOfRate) return null;
  const isKnown = rates.some(
    (one) => one.is === 'set' && one.rates.some(({ rate }) => rate === data.rate),
  );
  return isKnown ? null : 'procedure/no-such-rate';
};

const processApproved: Live = (proposed, { processes }) => {
  const { type, data } = proposed;
  if (type !== 'ProcessAgreed' && type !== 'ProcessPutOnPortal') return null;
  const approvedAt = processNamed(processes, data.process)?.approvedAt ?? null;
  if (approvedAt === null) return 'procedure/no-such-process';
  return isBefore(proposed, approvedAt) ? 'procedure/effect-before-cause' : null;
};

const afterPublication: Live = (proposed, { statements }) => {
  const { type } = proposed;
  if (type !== 'ProcedureChanged' && type !== 'ProcedureRepealed' && type !== 'ProcedurePosted') {
    return null;
  }
  const [first] = statements.map(({ at }) => at).toSorted();
  return first !== undefined && isBefore(proposed, first) ? 'procedure/effect-before-cause' : null;
};

/** In the order of precedence. */
const checks: readonly Live[] = [
  publishedOnce,
  rateOfProcedure,
  published,
  notRepealed,
  oneADay,
  rateOnRecord,
  processApproved,
  afterPublication,
];
