/**
 * The event store port: the little that every adapter can promise.
 *
 * It is deliberately small. An adapter may be clever inside; it may not be different outside.
 * `test/ledger/event-store.contract.ts` is the other half of this file, and the two change together.
 */
import type { EventId, Index, Instant } from '../domain/units.ts';

/** An event on its way into the ledger. The store never looks inside `content`. */
export type NewEvent = {
  readonly id: EventId;
  readonly type: string;
  /** Version of the event's data, from 1. */
  readonly version: number;
  readonly occurredAt: Instant;
  /** 16 random bytes in hex, made by the writer: the leaf of the tree hides the content behind them. */
  readonly salt: string;
  /** Canonical JSON (RFC 8785) of everything else that is recorded; see `codec.ts`. */
  readonly content: string;
};

export type StoredEvent = NewEvent & {
  readonly stream: string;
  /** Place in its stream: 0, 1, 2 … without gaps. */
  readonly revision: number;
  /** Place in the ledger: 0, 1, 2 … without gaps. */
  readonly index: Index;
  /** By the ledger's clock; never before that of the event before it. */
  readonly recordedAt: Instant;
};

/** `-1` says the stream must not exist yet. There is no "any": nothing is appended blindly. */
export type ExpectedRevision = number;

export type AppendResult =
  | {
      readonly kind: 'appended';
      readonly revision: number;
      readonly index: Index;
      readonly recordedAt: Instant;
    }
  | { readonly kind: 'conflict'; readonly actual: number };

/** Bytes of one append, all contents together. More is refused, in every adapter. */
export const appendBytesMax = 1024 * 1024;

export interface EventStore {
  /**
   * All of `events`, in order and without gaps, or none. Resolves once they are durable.
   *
   * @throws RangeError for no events, more than `appendBytesMax`, or a malformed stream name.
   * @throws LedgerUnavailable if it is unknown whether they were recorded: retry with the same ids
   *   and revision; or if the ledger takes no writes (then `readOnly` says why).
   */
  append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<AppendResult>;

  /** One stream from its start. Empty if nobody wrote to it. */
  read(stream: string): Promise<readonly StoredEvent[]>;

  /** Pages of the whole ledger after `index` (-1n: from the start), up to the present. */
  readAll(after: Index): AsyncIterable<readonly StoredEvent[]>;

  /** The same, and then what comes, until `signal` aborts. */
  subscribe(after: Index, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]>;

  /** How many events there are: the index of the next one. */
  size(): Promise<Index>;
}

/** The store could not do it, or cannot say whether it did. Nothing that was acknowledged is lost. */
export class LedgerUnavailable extends Error {
  override readonly name = 'LedgerUnavailable';
  readonly code: 'unconfirmed' | 'read-only' | 'full' | 'closed';
  constructor(code: LedgerUnavailable['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const streamNameMax = 512;

/** `{category}-{rest}`, for example `dossier-H42.17-250923-0005`; the rest is any text but none. @throws RangeError */
export function checkStreamName(name: string): void {
  if (!/^[a-z]+-./su.test(name) || name.length > streamNameMax || !name.isWellFormed()) {
    throw new RangeError(`not a stream name: ${JSON.stringify(name.slice(0, 80))}`);
  }
}

export { categoryOf } from '../domain/stream.ts';
