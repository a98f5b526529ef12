/**
 * A centre's year as people see it: what its events, in the order of happening and with corrections
 * applied, come to.
 *
 * Counters and names hold beyond the year in which they are said: what stood before it is in the
 * records of the years before.
 */
import type { Proposal } from '../../entry.ts';
import { plusDays } from '../../time/date.ts';
import type { CalendarDate, Instant } from '../../units.ts';
import type { Proceeding } from './proceeding.ts';
import { proceedingsAfter } from './proceedings.ts';
import { firstDay, lastDay } from './times.ts';
import type { CentreEvent, CentreEventOf } from './vocabulary.ts';

export type CentreState = {
  /** As it was last called in this year. */
  readonly name: string | null;
  readonly establishedAt: Instant | null;
  /** What was said of counters, in the order of happening. */
  readonly counters: readonly CounterStatement[];
  readonly outages: readonly Outage[];
  readonly notices: readonly Notice[];
  /** All else that the centre did and said. */
  readonly proceedings: readonly Proceeding[];
};

/** What a counter is from a day on. */
export type CounterStatement = {
  readonly counter: string;
  readonly is: 'opened' | 'changed' | 'closed';
  readonly name: string | null;
  readonly fields: readonly string[] | null;
  readonly agencies: readonly string[] | null;
  readonly combined: boolean | null;
  /** The first day on which it is so. */
  readonly from: CalendarDate;
  /** Of one that is closed: its last day. */
  readonly to: CalendarDate | null;
  readonly document: string | null;
  readonly at: Instant;
};

export type Outage = {
  readonly outage: string;
  readonly systems: readonly string[] | null;
  readonly cause: string | null;
  /** Who is to enter what was noted on paper. */
  readonly responsible: string | null;
  readonly declaredAt: Instant | null;
  readonly beganAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly caughtUpAt: Instant | null;
  /** What was entered from paper. */
  readonly entries: number | null;
};

export type Notice = CentreEventOf<'CalendarNoticeIssued'>['data'] & { readonly issuedAt: Instant };

export const unknownCentre: CentreState = {
  name: null,
  establishedAt: null,
  counters: [],
  outages: [],
  notices: [],
  proceedings: [],
};

/** The year after one more event. Total: it never throws and never judges. */
export function evolve(state: CentreState, event: Proposal<CentreEvent>): CentreState {
  const { type, data, occurredAt: at } = event;
  if (type === 'EntryWithdrawn') return state; // about the record, not about the centre
  if (type === 'CounterOpened' || type === 'CounterChanged' || type === 'CounterClosed') {
    return { ...state, counters: [...state.counters, statementOf(event, at)] };
  }
  if (type === 'OutageDeclared' || type === 'OutageEnded' || type === 'CatchUpCompleted') {
    return { ...state, outages: outagesAfter(state.outages, event, at) };
  }
  if (type === 'CalendarNoticeIssued') {
    return { ...state, notices: [...state.notices, { ...data, issuedAt: at }] };
  }
  const proceedings = proceedingsAfter(state.proceedings, event, at);
  if (type === 'CentreRenamed') return { ...state, proceedings, name: data.name };
  if (type !== 'CentreEstablished') return { ...state, proceedings };
  return {
    ...state,
    proceedings,
    name: state.name ?? data.name,
    establishedAt: state.establishedAt ?? at,
  };
}

/** Whether a counter stands open on its last word in this year; null: the year has no word of it. */
export function isOpen({ counters }: CentreState, counter: string): boolean | null {
  const last = counters.findLast((one) => one.counter === counter);
  return last === undefined ? null : last.is !== 'closed';
}

function statementOf(
  { type, data }: CentreEventOf<'CounterOpened' | 'CounterChanged' | 'CounterClosed'>,
  at: Instant,
): CounterStatement {
  const { counter, document } = data;
  if (type === 'CounterClosed') {
    const unknown = { name: null, fields: null, agencies: null, combined: null };
    const to = lastDay(data.to, at);
    const from = plusDays(to, 1);
    return { counter, is: 'closed', ...unknown, from, to, document, at };
  }
  const { name, fields, agencies, combined } = data;
  return {
    counter,
    is: type === 'CounterOpened' ? 'opened' : 'changed',
    name,
    fields,
    agencies,
    combined,
    from: firstDay(data.from, at),
    to: null,
    document,
    at,
  };
}

function outagesAfter(
  outages: readonly Outage[],
  event: CentreEventOf<'OutageDeclared' | 'OutageEnded' | 'CatchUpCompleted'>,
  at: Instant,
): readonly Outage[] {
  const { outage } = event.data;
  const known = outages.find((one) => one.outage === outage);
  const changed = outageAfter(known ?? { ...unknownOutage, outage }, event, at);
  if (known === undefined) return [...outages, changed];
  return outages.map((one) => (one === known ? changed : one));
}

const unknownOutage: Omit<Outage, 'outage'> = {
  systems: null,
  cause: null,
  responsible: null,
  declaredAt: null,
  beganAt: null,
  endedAt: null,
  caughtUpAt: null,
  entries: null,
};

function outageAfter(
  before: Outage,
  { type, data }: CentreEventOf<'OutageDeclared' | 'OutageEnded' | 'CatchUpCompleted'>,
  at: Instant,
): Outage {
  if (type === 'OutageEnded') return { ...before, endedAt: before.endedAt ?? data.ended ?? at };
  if (type === 'CatchUpCompleted') {
    return {
      ...before,
      caughtUpAt: before.caughtUpAt ?? at,
      entries: data.entries ?? before.entries,
    };
  }
  return {
    ...before,
    systems: data.systems ?? before.systems,
    cause: data.cause ?? before.cause,
    responsible: data.responsible ?? before.responsible,
    declaredAt: before.declaredAt ?? at,
    beganAt: before.beganAt ?? data.began ?? at,
  };
}
