/** What is recorded about an event, beside what happened. */
import type { ActorId, CentreCode, EventId, Index, Instant } from './units.ts';

/** How an entry came onto the record. */
export type RecordedVia =
  | { readonly mode: 'live' }
  /** Entered after a declared outage (sự cố), from what was noted on paper. */
  | { readonly mode: 'backfill'; readonly outage: string }
  /** Read from a file of another system: its name, and the SHA-256 of its bytes in hex. */
  | { readonly mode: 'import'; readonly file: string; readonly digest: string };

/** `day`: only the date was stated; `occurredAt` is then the first instant of that day at the centre. */
export type Precision = 'instant' | 'day';

/** What whoever reports an event says of it. */
export type Stated = {
  /** When it took place; it may be entered long afterwards. */
  readonly occurredAt: Instant;
  readonly precision: Precision;
  readonly actor: ActorId;
  readonly centre: CentreCode;
  readonly recordedVia: RecordedVia;
  /** The entry that was wrong: this one stands in its place, or withdraws it. */
  readonly corrects: EventId | null;
  /** The event that led to this one, where the source says so. */
  readonly causation: EventId | null;
  /** The business that several events are part of, where the source says so. */
  readonly correlation: string | null;
};

export type Proposal<Event> = Event & Stated;

/** An event on record. */
export type Entry<Event> = Proposal<Event> & {
  readonly id: EventId;
  readonly stream: string;
  /** Place in its stream: 0, 1, 2 … */
  readonly revision: number;
  readonly index: Index;
  /** By the ledger's own clock. Never runs backwards. */
  readonly recordedAt: Instant;
  /** Keyed digest of the request that brought it, so that a retry can be told from another request. */
  readonly request: string | null;
};

/** Any event, where the family does not matter. */
export type AnyEvent = { readonly type: string; readonly data: Readonly<Record<string, unknown>> };

/**
 * When the ledger could first know of the entry: what counts against whoever states a thing late.
 *
 * A backfill or an import tells what was known elsewhere, so there it is when it happened; but a
 * correction tells something new, whichever way it came.
 */
export function knownAt(
  entry: Pick<Entry<AnyEvent>, 'recordedVia' | 'recordedAt' | 'occurredAt' | 'corrects'>,
): Instant {
  const isNew = entry.recordedVia.mode === 'live' || entry.corrects !== null;
  return isNew ? entry.recordedAt : entry.occurredAt;
}
