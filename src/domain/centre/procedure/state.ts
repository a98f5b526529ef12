/**
 * A procedure as people see it: what its events, in the order of happening and with corrections
 * applied, come to, centre by centre.
 *
 * What is said holds from a day on, and that day may be said late or early: versions and rates are
 * ordered by the day (`versions.ts`, `rates.ts`), here is only what was said.
 */
import type { Proposal } from '../../entry.ts';
import type { CalendarDate, CentreCode, Instant } from '../../units.ts';
import { firstDay, lastDay, saidAfter } from '../centre/times.ts';
import { type RateStatement, ratesAfter } from './rate-statements.ts';
import type { Contents, ProcedureEvent, ProcedureEventOf } from './vocabulary.ts';

export type ProcedureState = { readonly centres: readonly AtCentre[] };

/** What was said of the procedure at one centre. */
export type AtCentre = {
  readonly centre: CentreCode;
  readonly statements: readonly Statement[];
  readonly repeals: readonly Repeal[];
  readonly rates: readonly RateStatement[];
  readonly processes: readonly Process[];
  /** What the agency told the centre of changes. */
  readonly told: readonly Told[];
  /** When it was posted at the centre, on the portal, or elsewhere. */
  readonly postings: readonly Posting[];
  readonly ways: readonly SpecialWay[];
};

/** A publication, or a change of what was published: what is null in a change stays as it was. */
export type Statement = Contents & {
  readonly is: 'published' | 'changed';
  readonly from: CalendarDate;
  readonly document: string | null;
  readonly at: Instant;
};

export type Repeal = {
  /** Last day in force. */
  readonly to: CalendarDate;
  readonly document: string | null;
  readonly at: Instant;
};

export type Process = {
  readonly process: string | null;
  readonly from: CalendarDate | null;
  readonly document: string | null;
  readonly approvedAt: Instant | null;
  readonly agreedAt: Instant | null;
  readonly onPortalAt: Instant | null;
};

export type Told = ProcedureEventOf<'ProcedureChangeTold'>['data'] & { readonly at: Instant };
export type Posting = ProcedureEventOf<'ProcedurePosted'>['data'] & {
  readonly at: Instant;
  /** The same; where only the day is known, not before what it follows. */
  readonly since: Instant;
};
export type SpecialWay = ProcedureEventOf<'SpecialWayAgreed'>['data'] & {
  readonly from: CalendarDate;
  readonly at: Instant;
};

export const unknownProcedure: ProcedureState = { centres: [] };

/** What was said at `centre`; nothing of it where nothing was said. */
export function atCentre({ centres }: ProcedureState, centre: CentreCode): AtCentre {
  return (
    centres.find((one) => one.centre === centre) ?? {
      centre,
      statements: [],
      repeals: [],
      rates: [],
      processes: [],
      told: [],
      postings: [],
      ways: [],
    }
  );
}

/** The procedure after one more event. Total: it never throws and never judges. */
export function evolve(state: ProcedureState, event: Proposal<ProcedureEvent>): ProcedureState {
  if (event.type === 'EntryWithdrawn') return state; // about the record, not about the procedure
  const { centre } = event;
  const before = atCentre(state, centre);
  const after = { ...before, ...changes(before, event) };
  const others = state.centres.filter((one) => one.centre !== centre);
  return { centres: [...others, after] };
}

function changes(before: AtCentre, event: Proposal<ProcedureEvent>): Partial<AtCentre> {
  const { type, data, occurredAt: at } = event;
  if (type === 'ProcedurePublished' || type === 'ProcedureChanged') {
    const is = type === 'ProcedurePublished' ? 'published' : 'changed';
    const statement: Statement = { ...data, is, from: firstDay(data.from, at), at };
    return {
      statements: [...before.statements, statement],
      rates: ratesAfter(before.rates, event, at),
    };
  }
  if (type === 'ProcedureRepealed') {
    const repeal = { to: lastDay(data.to, at), document: data.document, at };
    return { repeals: [...before.repeals, repeal] };
  }
  if (type === 'ProcedureChangeTold') {
    return { told: [...before.told, { ...data, at }] };
  }
  if (type === 'ProcedurePosted') {
    const since = saidAfter(before.statements, at);
    return { postings: [...before.postings, { ...data, at, since }] };
  }
  if (type === 'SpecialWayAgreed') {
    return { ways: [...before.ways, { ...data, from: firstDay(data.from, at), at }] };
  }
  if (
    type === 'ProcessApproved' ||
    type === 'ProcessChanged' ||
    type === 'ProcessAgreed' ||
    type === 'ProcessPutOnPortal'
  ) {
    return { processes: processesAfter(before.processes, event, at) };
  }
  return { rates: ratesAfter(before.rates, event, at) };
}

type ProcessEvent = ProcedureEventOf<
  'ProcessApproved' | 'ProcessChanged' | 'ProcessAgreed' | 'ProcessPutOnPortal'
>;

function processesAfter(
  before: readonly Process[],
  { type, data }: ProcessEvent,
  at: Instant,
): readonly Process[] {
  if (type === 'ProcessApproved' || type === 'ProcessChanged') {
    const { process, document } = data;
    const from = firstDay(data.from, at);
    return [
      ...before,
      { process, from, document, approvedAt: at, agreedAt: null, onPortalAt: null },
    ];
  }
  const known = processNamed(before, data.process);
  const unapproved = { process: data.process, from: null, document: null, approvedAt: null };
  const found = known ?? { ...unapproved, agreedAt: null, onPortalAt: null };
  const isOnPortal = type === 'ProcessPutOnPortal' || data.onPortal === true;
  const after: Process = {
    ...found,
    agreedAt: type === 'ProcessAgreed' ? (found.agreedAt ?? at) : found.agreedAt,
    onPortalAt: isOnPortal ? (found.onPortalAt ?? at) : found.onPortalAt,
  };
  if (known === undefined) return [...before, after];
  return before.map((one) => (one === known ? after : one));
}

/** The last process of that version, or, where no version is stated, the last of all. */
export function processNamed(
  processes: readonly Process[],
  version: string | null,
): Process | undefined {
  return processes.findLast(
    ({ process }) => version === null || process === null || process === version,
  );
}
