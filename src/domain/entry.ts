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
 * When the ledger could first know of each entry: what counts against whoever states a thing late.
 *
 * That is when it was recorded. Only an import tells what another system knew all along, so there it
 * is when it happened; but not where the record shows that it tells something new: a correction,
 * whatever comes after an entry that is no import, and what an earlier file (another digest) did not
 * tell although it had happened when that was read. A longer export that goes on where the last one
 * ended so tells nothing late. A backfill gets no such trust: that an outage was declared is no proof
 * of when the ledger could know.
 *
 * @param entries of one record or of several, in the order of the ledger: each record is looked at by itself.
 */
export function knownTimes(entries: readonly Entry<AnyEvent>[]): ReadonlyMap<EventId, Instant> {
  const times = new Map<EventId, Instant>();
  const records = new Map<string, Telling>();
  for (const entry of entries) {
    const before = records.get(entry.stream) ?? nothingTold;
    const telling = after(before, entry);
    records.set(entry.stream, telling);
    times.set(entry.id, isTrusted(telling, entry) ? entry.occurredAt : entry.recordedAt);
  }
  return times;
}

/** How a record has been told so far. */
type Telling = {
  readonly onlyImports: boolean;
  /** Digest of the file that was read last, and when. */
  readonly file: string | null;
  readonly fileReadAt: Instant | null;
  /** When the last file with another digest than that was read. */
  readonly otherReadAt: Instant | null;
};

const nothingTold: Telling = { onlyImports: true, file: null, fileReadAt: null, otherReadAt: null };

function after(told: Telling, { recordedVia, recordedAt }: Entry<AnyEvent>): Telling {
  if (recordedVia.mode !== 'import') return { ...told, onlyImports: false };
  const isOther = recordedVia.digest !== told.file;
  return {
    onlyImports: told.onlyImports,
    file: recordedVia.digest,
    fileReadAt: recordedAt,
    otherReadAt: isOther ? told.fileReadAt : told.otherReadAt,
  };
}

function isTrusted(
  { onlyImports, otherReadAt }: Telling,
  { corrects, occurredAt, recordedAt }: Entry<AnyEvent>,
): boolean {
  const toldInTime = onlyImports && (otherReadAt === null || occurredAt >= otherReadAt);
  return toldInTime && corrects === null && occurredAt < recordedAt;
}
