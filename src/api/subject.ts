/** One record as it was, up to now or up to a time in the past. */
import type { FastifyRequest } from 'fastify';
import type { AnyEvent, Entry } from '../domain/entry.ts';
import { type Instant, instantAt } from '../domain/units.ts';
import type { Holder } from '../ledger/access.ts';
import { type Codec, UnreadableEvent } from '../ledger/codec.ts';
import type { StoredEvent } from '../ledger/event-store.ts';
import { thenOf } from './as-of.ts';
import { holderOf } from './guard.ts';
import type { RouteParts } from './parts.ts';
import { ApiProblem } from './problem.ts';
import { checkCentre, checkIsTheirs, isShownTo } from './scope.ts';
import { checkSecrecy, isDenunciation } from './secrecy.ts';
import { checkLog } from './standing.ts';
import { type Veil, veilFor } from './veil.ts';

export type SubjectRecord = {
  readonly stream: string;
  /** Of its last entry, up to then, whosever it is. */
  readonly revision: number;
  /** At least one, in the order of the ledger: what counts up to then, and is for the holder. */
  readonly entries: readonly Entry<AnyEvent>[];
  /** Entries that this program cannot read: shown as such, and left out of what is folded. */
  readonly unreadable: readonly { readonly stored: StoredEvent; readonly why: string }[];
  /** When what is open is compared with its due time. */
  readonly at: Instant;
  /** Of the last event that was looked at. */
  readonly position: bigint;
};

/** A record as it is, and how it is shown. */
export type RecordBehind = SubjectRecord & {
  readonly veil: Veil;
  /** It is kept as that of a denunciation. */
  readonly isSecret: boolean;
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
 * The record on `stream`, as it is shown to who asks.
 *
 * @throws ApiProblem if nothing is on record of it, or it is not for this holder to read.
 */
export async function recordOf(
  parts: RouteParts,
  stream: string,
  asking: Asking,
): Promise<SubjectRecord> {
  const { veil, isSecret: _, ...found } = await recordBehind(parts, stream, asking);
  return { ...found, entries: found.entries.map(veil) };
}

/**
 * The same as it is, with what `veil` takes off for this holder: to judge it, and to open what they may.
 *
 * @throws ApiProblem as `recordOf`.
 */
export async function recordBehind(
  parts: RouteParts,
  stream: string,
  { holder, asOf, atLeast }: Asking,
): Promise<RecordBehind> {
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
  const shown = all.entries.filter((entry) => isShownTo(holder, entry));
  checkIsTheirs(holder, stream, shown);
  const unreadable = all.unreadable.filter(({ stored: { index } }) => index <= position);
  const entries = shown.filter(({ index }) => index <= position);
  if (entries.length + unreadable.length === 0) throw new ApiProblem('record/unknown');
  if (entries.length === 0) throw new ApiProblem('ledger/unreadable');
  const at = then?.at ?? instantAt(now().getTime());
  const revision = stored.filter(({ index }) => index <= position).length - 1;
  const veil = veilFor(holder, stream, all.entries);
  const isSecret = isDenunciation(stream, all.entries);
  return { stream, revision, entries, unreadable, at, position, veil, isSecret };
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
