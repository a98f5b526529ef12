/** Việc của Trung tâm: what is kept of each thing that a centre began, said or settled. */
import type { AgencyCode, CalendarDate, Instant, OfficialId } from '../../units.ts';
import type { CentreEvent } from './vocabulary.ts';

export const proceedingKinds = [
  'centre',
  'hours',
  'regulation',
  'profile-value',
  'price',
  'directory',
  'criteria',
  'training-plan',
  'matter',
  'consultation',
  'measure',
  'issue',
  'reward',
  'waiver',
  'dispute',
  'secrecy',
  'tampering',
] as const;
export type ProceedingKind = (typeof proceedingKinds)[number];

export type Proceeding = {
  readonly kind: ProceedingKind;
  /** By which its answer knows it; null: it has no name. */
  readonly id: string | null;
  readonly about: string | null;
  readonly agencies: readonly AgencyCode[];
  readonly officials: readonly OfficialId[];
  /** Of what holds for a time: its first and its last day. */
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  /** Null: its beginning is not in this record. */
  readonly openedAt: Instant | null;
  /** Null: nothing has answered, repealed or settled it. */
  readonly closedAt: Instant | null;
  readonly outcome: string | null;
  readonly document: string | null;
  /** The document that answered, repealed or settled it. */
  readonly answer: string | null;
};

/** Counters, outages and notices have lists of their own. */
const elsewhere = [
  'CounterOpened',
  'CounterChanged',
  'CounterClosed',
  'OutageDeclared',
  'OutageEnded',
  'CatchUpCompleted',
  'CalendarNoticeIssued',
  'EntryWithdrawn',
] as const;

export type ProceedingEvent = Exclude<CentreEvent, { readonly type: (typeof elsewhere)[number] }>;

export function isProceeding<Event extends CentreEvent>(
  event: Event,
): event is Event & ProceedingEvent {
  return !elsewhere.some((type) => type === event.type);
}

/** What an event says of the beginning of something. */
export type Begun = Pick<Proceeding, 'kind'> & Partial<Proceeding>;

/** What an event says of the end of something: of which thing, and how it ended. */
export type Ended = Pick<Proceeding, 'kind' | 'id' | 'outcome' | 'answer'> & Partial<Proceeding>;
