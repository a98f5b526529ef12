/** Read the stream, ask the decider, append the events: the only way onto the record for who posts facts. */
import { hash } from 'node:crypto';
import type { AnyEvent, Entry } from '../domain/entry.ts';
import type { Families, Family } from '../domain/family.ts';
import { EventId, type Index, type Instant, instantAt } from '../domain/units.ts';
import type { Codec } from './codec.ts';
import { decideAll, entryRefusals, type Fact, type Refusal } from './deciding.ts';
import { categoryOf, type EventStore, type NewEvent } from './event-store.ts';
import { type Sealer, subjectsIn } from './sealer.ts';

export type RecordRequest = {
  readonly stream: string;
  /** Chosen by the client; sent again with the same body, it changes nothing. */
  readonly key: string;
  /** Keyed digest (HMAC) of the body, in hex: tells a retry from another request. */
  readonly digest: string;
  /** All of them or none; or how they follow from what is on the record, which is then read only once. */
  readonly facts: StatedFacts | ((entries: readonly Entry<AnyEvent>[]) => StatedFacts);
  /** The revision that the client has read; null where it does not say. -1: nothing yet. */
  readonly expectedRevision: number | null;
  readonly mayWriteFor: (centre: string) => boolean;
};

type StatedFacts = readonly Omit<Fact, 'id'>[];

export type Recorded =
  | {
      readonly kind: 'recorded';
      readonly ids: readonly EventId[];
      /** Of the last of them. */
      readonly revision: number;
      readonly index: Index;
      readonly recordedAt: Instant;
      /** It had been recorded before: this is the same answer again. */
      readonly again: boolean;
    }
  | ({ readonly kind: 'refused' /** Which of the facts. */; readonly at: number } & Refusal)
  | { readonly kind: 'busy' };

export type RecordFacts = (request: RecordRequest) => Promise<Recorded>;

/** What recording needs of the world. */
export type Recording = {
  readonly store: EventStore;
  /** Why the store cannot say what is durable, if it cannot: then nothing is acknowledged, not even again. */
  readonly failure: () => Error | null;
  readonly families: Families;
  readonly codec: Codec;
  readonly sealer: Sealer;
  readonly now: () => Date;
  readonly isCentre: (code: string) => boolean;
};

/** Attempts. Each loss of the race means another writer won, so some writer always gets on. */
const attemptsMax = 8;

export function recorder(recording: Recording): RecordFacts {
  const { store, families, codec } = recording;

  return async (request) => {
    const family = families.get(categoryOf(request.stream));
    if (family === undefined) throw new RangeError(`no record family keeps ${request.stream}`);
    let sealed: Sealed | null = null;

    for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
      const entries = (await store.read(request.stream)).map(codec.decode);
      const stated = typeof request.facts === 'function' ? request.facts(entries) : request.facts;
      const ids = stated.map((_, place) => eventId(request.stream, request.key, place));
      const facts = stated.map((fact, place) => ({ ...fact, id: ids[place] ?? noId }));
      const settled = settledBefore(request, ids, entries);
      if (settled !== null) return vouchedFor(settled, recording);

      const decided = decideAll(family, request.stream, entries, facts, {
        now: instantAt(recording.now().getTime()),
        isCentre: recording.isCentre,
        mayWriteFor: request.mayWriteFor,
      });
      if ('because' in decided) return { kind: 'refused', ...decided };

      const about = JSON.stringify(subjectsIn(family, entries));
      if (sealed === null || sealed.about !== about) {
        const events = await sealAll(recording, family, entries, request, decided.proposals, ids);
        sealed = { about, events };
      }
      const result = await store.append(request.stream, entries.length - 1, sealed.events);
      if (result.kind === 'appended') {
        const { revision, index, recordedAt } = result;
        return { kind: 'recorded', ids, revision, index, recordedAt, again: false };
      }
    }
    return { kind: 'busy' };
  };
}

/** Sealed for a record that was about `about`: if another writer has said since whom it is about, it is sealed anew. */
type Sealed = { readonly about: string; readonly events: NewEvent[] };

/**
 * What is in the log is not vouched for until the witness is. @throws what the store failed with: a
 * retry must not be told "recorded" where the first try was told that nobody knows.
 */
function vouchedFor(settled: Recorded, { failure }: Recording): Recorded {
  const failed = failure();
  if (failed !== null && settled.kind === 'recorded') throw failed;
  return settled;
}

/** The answer that does not depend on the facts: given before, or the record is not what the client read. */
function settledBefore(
  { digest, expectedRevision }: RecordRequest,
  ids: readonly EventId[],
  entries: readonly Entry<AnyEvent>[],
): Recorded | null {
  const known = entries.filter(({ id }) => ids.includes(id));
  const last = known.at(-1);
  if (last !== undefined) {
    if (known.length !== ids.length || known.some(({ request }) => request !== digest)) {
      return refusedFor('entry/key-reused');
    }
    const { revision, index, recordedAt } = last;
    return { kind: 'recorded', ids, revision, index, recordedAt, again: true };
  }
  if (expectedRevision !== null && expectedRevision !== entries.length - 1) {
    return refusedFor('entry/stale-revision');
  }
  return null;
}

function refusedFor(because: keyof typeof entryRefusals): Recorded {
  return { kind: 'refused', at: 0, because, says: entryRefusals[because] };
}

async function sealAll(
  { codec, sealer }: Recording,
  family: Family,
  entries: readonly Entry<AnyEvent>[],
  { stream, digest }: RecordRequest,
  proposals: Parameters<Sealer['seal']>[2],
  ids: readonly EventId[],
): Promise<NewEvent[]> {
  const sealed = await sealer.seal(family, entries, proposals);
  return sealed.map((proposal, place) =>
    codec.encode(stream, ids[place] ?? noId, { ...proposal, request: digest }, sealer.salt()),
  );
}

const noId = EventId.parse('00000000-0000-8000-8000-000000000000');

/** A UUID of version 8, RFC 9562: the same for the same key and place on the same stream. */
export function eventId(stream: string, key: string, place: number): EventId {
  const digest = hash('sha256', `${stream}\n${key}\n${place}`);
  const [a, b, c, d, e] = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    digest.slice(13, 16),
    digest.slice(17, 20),
    digest.slice(20, 32),
  ];
  return `${a}-${b}-8${c}-8${d}-${e}` as EventId;
}
