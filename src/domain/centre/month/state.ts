/**
 * A centre's month as people see it: what was demanded, filed, held and sent, one line for each, in the
 * order of happening and with corrections applied.
 */
import type { Proposal } from '../../entry.ts';
import type { Act } from './act.ts';
import { filingOf } from './filing.ts';
import type { MonthEvent, MonthEventOf } from './vocabulary.ts';

export type MonthState = { readonly acts: readonly Act[] };

export const emptyMonth: MonthState = { acts: [] };

const nothing = {
  kind: null,
  about: null,
  period: null,
  reference: null,
  due: null,
  demandedAt: null,
  filedAt: null,
  endedAt: null,
  agencies: [],
  officials: [],
  inServiceHours: null,
  document: null,
} as const;

/** The month after one more event. Total: it never throws and never judges. */
export function evolve(state: MonthState, event: Proposal<MonthEvent>): MonthState {
  const { type, data, occurredAt: at } = event;
  if (type === 'EntryWithdrawn') return state; // about the record, not about the month
  if (type === 'ReportDemanded') {
    return added(state, { ...demandOf(data), demandedAt: at });
  }
  if (type === 'ReportSubmitted') {
    const filing = { ...nothing, ...filingOf(event), act: type, filedAt: at };
    const demand = demandFor(state, data);
    return demand === undefined ? added(state, filing) : answered(state, demand, filing);
  }
  if (type === 'PostalServiceResumed') {
    const open = interruptionsFor(state, data).find(({ endedAt }) => endedAt === null);
    const told = { act: 'PostalServiceInterrupted', reference: data.reference } as const;
    if (open === undefined) return added(state, { ...nothing, ...told, endedAt: at });
    return replaced(state, open, { ...open, endedAt: at });
  }
  if (type === 'PostalServiceInterrupted') {
    const began = data.began ?? at;
    return added(state, { ...nothing, ...filingOf(event), act: type, filedAt: began });
  }
  return added(state, { ...nothing, ...filingOf(event), act: type, filedAt: at });
}

/**
 * The demand that a report answers: the first that is open of those that it may be about. Undefined:
 * nothing is demanded any more that it could answer.
 */
export function demandFor(
  state: MonthState,
  data: MonthEventOf<'ReportSubmitted'>['data'],
): Act | undefined {
  return demandsFor(state, data).find(({ filedAt }) => filedAt === null);
}

/** The demands that a report may be about, answered or not: of its reference, or, of a report on demand that names none, all. */
export function demandsFor(
  { acts }: MonthState,
  { reference, report }: MonthEventOf<'ReportSubmitted'>['data'],
): readonly Act[] {
  const demands = acts.filter(({ demandedAt }) => demandedAt !== null);
  if (reference === null) return report === 'on-demand' ? demands : [];
  return demands.filter((one) => one.reference === reference || one.reference === null);
}

/** The interruptions that may have ended with `resumed`: of its reference, or those of which none is known. */
export function interruptionsFor(
  { acts }: MonthState,
  { reference }: MonthEventOf<'PostalServiceResumed'>['data'],
): readonly Act[] {
  return acts.filter(
    (one) =>
      one.act === 'PostalServiceInterrupted' &&
      one.filedAt !== null &&
      (reference === null || one.reference === null || one.reference === reference),
  );
}

function added({ acts }: MonthState, act: Act): MonthState {
  return { acts: [...acts, act] };
}

function replaced({ acts }: MonthState, before: Act, after: Act): MonthState {
  return { acts: acts.map((one) => (one === before ? after : one)) };
}

/** What was filed, with the time by which it was demanded. */
function answered(state: MonthState, demand: Act, filing: Act): MonthState {
  const { due, demandedAt } = demand;
  return replaced(state, demand, {
    ...filing,
    about: filing.about ?? demand.about,
    period: filing.period ?? demand.period,
    reference: filing.reference ?? demand.reference,
    due,
    demandedAt,
  });
}

function demandOf(data: MonthEventOf<'ReportDemanded'>['data']): Act {
  const { reference, period, due, byAgency, document } = data;
  return {
    ...nothing,
    act: 'ReportSubmitted',
    kind: 'on-demand',
    about: data.title ?? data.about,
    period,
    reference,
    due,
    agencies: byAgency === null ? [] : [byAgency],
    document,
  };
}
