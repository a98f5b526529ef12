/**
 * A request of a data subject as people see it: what its events, in the order of happening and with
 * corrections applied, come to. Where something happened more than once, an instant here is that of the
 * first time.
 */
import type { Proposal } from '../../entry.ts';
import type { AgencyCode, CalendarDate, DossierCode, Instant } from '../../units.ts';
import { daysBetween } from '../times.ts';
import type {
  Ask,
  DataRequestEvent,
  DataRequestEventOf,
  Ground,
  Outcome,
  RequestChannel,
} from './vocabulary.ts';

export type DataRequestState = {
  readonly asks: Ask | null;
  readonly channel: RequestChannel | null;
  readonly dossier: DossierCode | null;
  /** Who holds the data; null: the centre. */
  readonly holder: AgencyCode | null;
  readonly receivedAt: Instant | null;
  readonly acknowledgedAt: Instant | null;
  /** When the person was first told that it takes longer, and until when. */
  readonly extendedAt: Instant | null;
  readonly extendedTo: CalendarDate | null;
  readonly answeredAt: Instant | null;
  readonly outcome: Outcome | null;
  readonly ground: Ground | null;
  readonly withdrawnAt: Instant | null;
  readonly lastActivityAt: Instant | null;
};

export const unknownDataRequest: DataRequestState = {
  asks: null,
  channel: null,
  dossier: null,
  holder: null,
  receivedAt: null,
  acknowledgedAt: null,
  extendedAt: null,
  extendedTo: null,
  answeredAt: null,
  outcome: null,
  ground: null,
  withdrawnAt: null,
  lastActivityAt: null,
};

/** The request after one more event. Total: it never throws and never judges. */
export function evolve(
  state: DataRequestState,
  event: Proposal<DataRequestEvent>,
): DataRequestState {
  if (event.type === 'EntryWithdrawn') return state; // about the record, not about the request
  const { occurredAt: at } = event;
  const { lastActivityAt } = state;
  return {
    ...state,
    ...changes(state, event, at),
    lastActivityAt: lastActivityAt !== null && lastActivityAt > at ? lastActivityAt : at,
  };
}

function changes(
  state: DataRequestState,
  { type, data }: DataRequestEvent,
  at: Instant,
): Partial<DataRequestState> {
  if (type === 'DataRequestReceived') return received(state, data, at);
  if (type === 'DataRequestAcknowledged') return { acknowledgedAt: state.acknowledgedAt ?? at };
  if (type === 'DataRequestExtended') {
    return state.extendedAt === null ? { extendedAt: at, extendedTo: data.until } : {};
  }
  if (type === 'DataRequestAnswered') {
    if (state.answeredAt !== null) return {};
    return { answeredAt: at, outcome: data.outcome, ground: data.ground };
  }
  if (type === 'DataRequestWithdrawn') return { withdrawnAt: state.withdrawnAt ?? at };
  return {};
}

function received(
  state: DataRequestState,
  { asks, channel, dossier, holder }: DataRequestEventOf<'DataRequestReceived'>['data'],
  at: Instant,
): Partial<DataRequestState> {
  return { asks, channel, dossier, holder, receivedAt: state.receivedAt ?? at };
}

export const dataRequestStages = ['received', 'acknowledged', 'answered', 'withdrawn'] as const;
export type DataRequestStage = (typeof dataRequestStages)[number];

/** How far it has come; null while nothing says that it was received. One that was withdrawn and answered all the same is answered. */
export function dataRequestStageOf(state: DataRequestState): DataRequestStage | null {
  if (state.answeredAt !== null) return 'answered';
  if (state.withdrawnAt !== null) return 'withdrawn';
  if (state.acknowledgedAt !== null) return 'acknowledged';
  return state.receivedAt === null ? null : 'received';
}

/** Calendar days from the day of reception to that of the answer, in Vietnam; null: there is no answer, or no reception. */
export function daysTaken({
  receivedAt,
  answeredAt,
}: Pick<DataRequestState, 'receivedAt' | 'answeredAt'>): number | null {
  return receivedAt === null || answeredAt === null ? null : daysBetween(receivedAt, answeredAt);
}
