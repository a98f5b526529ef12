/** One record as it was, up to now or up to a time in the past. */
import type { FastifyRequest } from 'fastify';
import type { AnyEvent, Entry } from '../domain/entry.ts';
import { type Instant, instantAt } from '../domain/units.ts';
import type { Holder } from '../ledger/access.ts';
import { type Codec, UnreadableEvent } from '../ledger/codec.ts';
import type { StoredEvent } from '../ledger/event-store.ts';
import { thenOf } from './as-of.ts';
import type { RouteParts } from './parts.ts';
import { holderOf } from './policy.ts';
import { ApiProblem } from './problem.ts';
import { checkCentre, checkIsTheirs } from './scope.ts';
import { checkSecrecy } from './secrecy.ts';
import { checkLog } from './standing.ts';

export type SubjectRecord = {
  readonly stream: string;
  /** At least one, in the order of the ledger: what counts up to then. */
  readonly entries: readonly Entry<AnyEvent>[];
  /** Entries that this program cannot read: shown as such, and left out of what is folded. */
  readonly unreadable: readonly { readonly stored: StoredEvent; readonly why: string }[];
  /** When what is open is compared with its due time. */
  readonly at: Instant;
  /** Of the last event that was looked at. */
  readonly position: bigint;
};

/** Who asks for a record, and as of when. */
export type Asking = {
  readonly holder: Holder;
  readonly asOf: string | undefined;
  readonly atLeast: string | undefined;
};

/** What a request asks of one record. */
export function askingOf(
  request: FastifyRequest & {
    readonly query: { readonly asOf?: string | undefined };
    readonly headers: { readonly 'ledger-at-least'?: string | undefined };
  },
): Asking {
  return {
    holder: holderOf(request),
    asOf: request.query.asOf,
    atLeast: request.headers['ledger-at-least'],
  };
}

/**
 * The record on `stream`, as it is asked for.
 *
 * @throws ApiProblem if nothing is on record of it, or it is not for this holder to read.
 */
export async function recordOf(
  parts: RouteParts,
  stream: string,
  { holder, asOf, atLeast }: Asking,
): Promise<SubjectRecord> {
  const { ledger, now } = parts;
  const then = thenOf(parts, asOf);
  const size = await ledger.store.size();
  checkLog(size, atLeast);
  const position = then?.upTo ?? size - 1n;
  const stored = await ledger.store.read(stream);
  if (stored.length === 0) throw new ApiProblem('record/unknown');
  const all = decodeAll(stored, ledger.codec);
  if (all.entries.length === 0) throw new ApiProblem('ledger/unreadable');
  checkCentre(holder, stream, all.entries);
  checkSecrecy(holder, stream, all.entries);
  const entries = all.entries.filter(({ index }) => index <= position);
  const unreadable = all.unreadable.filter(({ stored: { index } }) => index <= position);
  if (entries.length + unreadable.length === 0) throw new ApiProblem('record/unknown');
  if (entries.length === 0) throw new ApiProblem('ledger/unreadable');
  checkIsTheirs(holder, stream, entries);
  return { stream, entries, unreadable, at: then?.at ?? instantAt(now().getTime()), position };
}

/** The entries that this program can read, and those that it cannot. */
export function decodeAll(
  stored: readonly StoredEvent[],
  codec: Codec,
): Pick<SubjectRecord, 'entries' | 'unreadable'> {
  const entries: Entry<AnyEvent>[] = [];
  const unreadable: { stored: StoredEvent; why: string }[] = [];
  for (const event of stored) {
    try {
      entries.push(codec.decode(event));
    } catch (error) {
      if (!(error instanceof UnreadableEvent)) throw error;
      unreadable.push({ stored: event, why: error.message });
    }
  }
  return { entries, unreadable };
}
