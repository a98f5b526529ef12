/**
 * A violation as people see it: what its events, in the order of happening and with corrections
 * applied, come to. Where something happened more than once, an instant here is that of the first time.
 */
import type { Proposal } from '../../entry.ts';
import type { AgencyCode, Instant, OfficialId } from '../../units.ts';
import type { Act, Measure, ViolationEvent, ViolationEventOf } from './vocabulary.ts';

export type ViolationState = {
  readonly act: Act | null;
  readonly who: ViolationEventOf<'ViolationRecorded'>['data']['who'];
  readonly official: OfficialId | null;
  readonly agency: AgencyCode | null;
  /** The numbers of the complaints from which it became known. */
  readonly complaints: readonly string[];
  readonly recordedAt: Instant | null;
  readonly transferredAt: Instant | null;
  readonly transferredTo: AgencyCode | null;
  readonly explainedAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly found: ViolationEventOf<'ViolationDecided'>['data']['found'];
  readonly measure: Measure | null;
  /** Those of `complaints`, and others, whose authors were told; null stands for one that was not named. */
  readonly told: readonly (string | null)[];
  readonly madeKnownAt: Instant | null;
  readonly publishedAt: Instant | null;
  readonly lastActivityAt: Instant | null;
  /** Each explanation that was asked for. */
  readonly asked: readonly Asked[];
};

export type Asked = { readonly reference: string | null; readonly at: Instant };

export const unknownViolation: ViolationState = {
  act: null,
  who: null,
  official: null,
  agency: null,
  complaints: [],
  recordedAt: null,
  transferredAt: null,
  transferredTo: null,
  explainedAt: null,
  decidedAt: null,
  found: null,
  measure: null,
  told: [],
  madeKnownAt: null,
  publishedAt: null,
  lastActivityAt: null,
  asked: [],
};

/** The violation after one more event. Total: it never throws and never judges. */
export function evolve(state: ViolationState, event: Proposal<ViolationEvent>): ViolationState {
  if (event.type === 'EntryWithdrawn') return state; // about the record, not about what was done
  const { occurredAt: at } = event;
  const { lastActivityAt } = state;
  return {
    ...state,
    ...changes(state, event, at),
    lastActivityAt: lastActivityAt !== null && lastActivityAt > at ? lastActivityAt : at,
  };
}

function changes(
  state: ViolationState,
  { type, data }: ViolationEvent,
  at: Instant,
): Partial<ViolationState> {
  if (type === 'ViolationRecorded') return recorded(state, data, at);
  if (type === 'ViolationTransferred') {
    const transferredTo = data.to ?? state.transferredTo;
    return { transferredAt: state.transferredAt ?? at, transferredTo };
  }
  if (type === 'ViolationExplanationAsked') {
    return { asked: [...state.asked, { reference: data.reference, at }] };
  }
  if (type === 'ViolationExplained') return { explainedAt: state.explainedAt ?? at };
  if (type === 'ViolationDecided') {
    return { decidedAt: state.decidedAt ?? at, found: data.found, measure: data.measure };
  }
  if (type === 'ViolationOutcomeMadeKnown') {
    return { madeKnownAt: state.madeKnownAt ?? at, told: [...state.told, data.complaint] };
  }
  if (type === 'ViolationOutcomePublished') return { publishedAt: state.publishedAt ?? at };
  return {};
}

function recorded(
  state: ViolationState,
  { act, who, official, agency, sources }: ViolationEventOf<'ViolationRecorded'>['data'],
  at: Instant,
): Partial<ViolationState> {
  const complaints = (sources ?? [])
    .filter(({ kind }) => kind === 'complaint')
    .flatMap(({ id }) => (id === null ? [] : [id]));
  return { act, who, official, agency, complaints, recordedAt: state.recordedAt ?? at };
}
