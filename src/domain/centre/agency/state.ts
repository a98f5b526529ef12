/**
 * An agency as people see it: what the events on its record, in the order of happening and with
 * corrections applied, come to.
 */
import type { Proposal } from '../../entry.ts';
import type { AgencyCode, CalendarDate, Instant } from '../../units.ts';
import { listsAfter, type StaffList } from './lists.ts';
import type { AgencyEvent, AgencyEventOf, AgencyKind, Leader } from './vocabulary.ts';

export type AgencyState = {
  readonly name: string | null;
  readonly shortName: string | null;
  /** Every name that it had, the first one first. */
  readonly names: readonly Named[];
  readonly kind: AgencyKind | null;
  readonly parent: AgencyCode | null;
  readonly rotating: boolean | null;
  readonly telephone: string | null;
  readonly establishedAt: Instant | null;
  /** First and last day on which there is one; null: not known, or none is set. */
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly abolishedAt: Instant | null;
  readonly predecessors: readonly AgencyCode[];
  readonly successors: readonly AgencyCode[];
  readonly leaders: readonly Leader[];
  /** The approved lists and those that wait for approval. */
  readonly lists: readonly StaffList[];
  readonly directoryPublishedAt: Instant | null;
  readonly reservePlanAt: Instant | null;
  /** When model dossiers were last placed at a counter. */
  readonly modelDossiersAt: Instant | null;
  readonly lastActivityAt: Instant | null;
};

export type Named = { readonly name: string; readonly from: CalendarDate | null };

export const unknownAgency: AgencyState = {
  name: null,
  shortName: null,
  names: [],
  kind: null,
  parent: null,
  rotating: null,
  telephone: null,
  establishedAt: null,
  from: null,
  to: null,
  abolishedAt: null,
  predecessors: [],
  successors: [],
  leaders: [],
  lists: [],
  directoryPublishedAt: null,
  reservePlanAt: null,
  modelDossiersAt: null,
  lastActivityAt: null,
};

/** The agency after one more event. Total: it never throws and never judges. */
export function evolve(state: AgencyState, event: Proposal<AgencyEvent>): AgencyState {
  if (event.type === 'EntryWithdrawn') return state; // about the record, not about the agency
  const { occurredAt: at } = event;
  const last = state.lastActivityAt;
  return {
    ...state,
    ...changes(state, event),
    lists: listsAfter(state.lists, event),
    lastActivityAt: last !== null && last > at ? last : at,
  };
}

function changes(state: AgencyState, event: Proposal<AgencyEvent>): Partial<AgencyState> {
  const { type, data, occurredAt: at } = event;
  if (type === 'AgencyEstablished') return established(state, data, at);
  if (type === 'AgencyRenamed') {
    const { name, shortName, from } = data;
    return { name, shortName, names: [...state.names, { name, from }] };
  }
  if (type === 'AgencyDetailsChanged') return details(state, data);
  if (type === 'AgencyLeadersChanged') return { leaders: data.leaders };
  if (type === 'AgencySucceeded') {
    return { successors: [...new Set([...state.successors, ...data.successors])] };
  }
  if (type === 'AgencyAbolished') {
    return { to: data.to ?? state.to, abolishedAt: state.abolishedAt ?? at };
  }
  if (type === 'AgencyDirectoryPublished') return { directoryPublishedAt: at };
  if (type === 'ReservePlanMade') return { reservePlanAt: at };
  if (type === 'ModelDossiersPlaced') return { modelDossiersAt: at };
  return {};
}

/** A name that it was given before this, on paper, stays the name that it has. */
function established(
  state: AgencyState,
  data: AgencyEventOf<'AgencyEstablished'>['data'],
  at: Instant,
): Partial<AgencyState> {
  const { name, shortName, from } = data;
  return {
    ...details(state, data),
    name: state.name ?? name,
    shortName: state.name === null ? shortName : state.shortName,
    names: [{ name, from }, ...state.names],
    establishedAt: state.establishedAt ?? at,
    from,
    to: state.to ?? data.to,
    predecessors: data.predecessors ?? [],
    leaders: state.leaders.length > 0 ? state.leaders : (data.leaders ?? []),
  };
}

/** What is not stated has not changed. */
function details(
  state: AgencyState,
  data: AgencyEventOf<'AgencyEstablished' | 'AgencyDetailsChanged'>['data'],
): Partial<AgencyState> {
  return {
    kind: data.kind ?? state.kind,
    parent: data.parent ?? state.parent,
    rotating: data.rotating ?? state.rotating,
    telephone: data.telephone ?? state.telephone,
  };
}
