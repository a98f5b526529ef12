/**
 * A breach of personal data as people see it: what its events, in the order of happening and with
 * corrections applied, come to. Where something happened more than once, an instant here is that of the
 * first time.
 */
import type { Proposal } from '../../entry.ts';
import type { AgencyCode, CalendarDate, DossierCode, Instant } from '../../units.ts';
import type {
  BreachKind,
  BreachMeasure,
  DataBreachEvent,
  DataBreachEventOf,
} from './vocabulary.ts';

export type DataBreachState = {
  readonly what: BreachKind | null;
  /** The day on which it happened, where that is known. */
  readonly on: CalendarDate | null;
  /** Who holds the data; null: the centre. */
  readonly holder: AgencyCode | null;
  readonly sensitive: boolean | null;
  readonly persons: number | null;
  readonly dossiers: readonly DossierCode[];
  readonly detectedAt: Instant | null;
  readonly authorityNotifiedAt: Instant | null;
  readonly personsNotifiedAt: Instant | null;
  readonly dealtWithAt: Instant | null;
  readonly measures: readonly BreachMeasure[] | null;
  readonly lastActivityAt: Instant | null;
};

export const unknownDataBreach: DataBreachState = {
  what: null,
  on: null,
  holder: null,
  sensitive: null,
  persons: null,
  dossiers: [],
  detectedAt: null,
  authorityNotifiedAt: null,
  personsNotifiedAt: null,
  dealtWithAt: null,
  measures: null,
  lastActivityAt: null,
};

/** The breach after one more event. Total: it never throws and never judges. */
export function evolve(state: DataBreachState, event: Proposal<DataBreachEvent>): DataBreachState {
  if (event.type === 'EntryWithdrawn') return state; // about the record, not about the data
  const { occurredAt: at } = event;
  const { lastActivityAt } = state;
  return {
    ...state,
    ...changes(state, event, at),
    lastActivityAt: lastActivityAt !== null && lastActivityAt > at ? lastActivityAt : at,
  };
}

function changes(
  state: DataBreachState,
  { type, data }: DataBreachEvent,
  at: Instant,
): Partial<DataBreachState> {
  if (type === 'DataBreachDetected') return detected(state, data, at);
  if (type === 'DataBreachNotified') return notified(state, data, at);
  if (type === 'DataBreachDealtWith') {
    return state.dealtWithAt === null ? { dealtWithAt: at, measures: data.measures } : {};
  }
  return {};
}

function notified(
  state: DataBreachState,
  { to }: DataBreachEventOf<'DataBreachNotified'>['data'],
  at: Instant,
): Partial<DataBreachState> {
  if (to === 'authority') return { authorityNotifiedAt: state.authorityNotifiedAt ?? at };
  return to === 'persons' ? { personsNotifiedAt: state.personsNotifiedAt ?? at } : {};
}

function detected(
  state: DataBreachState,
  data: DataBreachEventOf<'DataBreachDetected'>['data'],
  at: Instant,
): Partial<DataBreachState> {
  const { what, on, holder, sensitive, persons, dossiers } = data;
  const found = { what, on, holder, sensitive, persons, dossiers: dossiers ?? [] };
  return { ...found, detectedAt: state.detectedAt ?? at };
}

export const dataBreachStages = ['detected', 'notified', 'dealt-with'] as const;
export type DataBreachStage = (typeof dataBreachStages)[number];

/** How far it has come: notified is that the authority was. Null while nothing says that it was found out. */
export function dataBreachStageOf({
  detectedAt,
  authorityNotifiedAt,
  dealtWithAt,
}: Pick<
  DataBreachState,
  'detectedAt' | 'authorityNotifiedAt' | 'dealtWithAt'
>): DataBreachStage | null {
  if (dealtWithAt !== null) return 'dealt-with';
  if (authorityNotifiedAt !== null) return 'notified';
  return detectedAt === null ? null : 'detected';
}
