/** Lives as they are stored: checked, sealed and encoded as the ledger does it. */
import { hash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { streamOfCode } from '../src/domain/dossier/code.ts';
import { dossier } from '../src/domain/dossier/vocabulary.ts';
import type { AnyEvent, Proposal } from '../src/domain/entry.ts';
import { families } from '../src/domain/families.ts';
import { referenceCode } from '../src/domain/regulations/centres/reference.ts';
import { ActorId, type Instant, type PersonId } from '../src/domain/units.ts';
import type { Vocabulary } from '../src/domain/vocabulary.ts';
import { codec } from '../src/ledger/codec.ts';
import type { NewEvent } from '../src/ledger/event-store.ts';
import { type KeyRing, openKeyRing, type Random } from '../src/ledger/key-ring.ts';
import { eventId } from '../src/ledger/record.ts';
import { sealer } from '../src/ledger/sealer.ts';
import { type Life, type LifeFact, lifeOf } from './dossier-life.ts';

/** One dossier: a stream and its events in the order in which they were entered. */
export type EncodedLife = {
  readonly stream: string;
  readonly events: readonly NewEvent[];
  /** When each of them was entered. */
  readonly enteredAt: readonly Instant[];
};

type Ring = Pick<KeyRing, 'find' | 'personFor'>;

export type EncodeLife = (life: Life) => Promise<EncodedLife>;

/** Under this idempotency key a fact is posted: so its id is known before it is. */
export function keyOf(place: number): string {
  return `fact-${place}`;
}

const words: Vocabulary = dossier;
const defaults = new Map<string, Readonly<Record<string, unknown>>>();

/**
 * What the schema of an event puts in the place of fields that are left out. The lives are given as
 * the schema gives them out in all else, so they are not parsed: that would take longest of all.
 */
function defaultsOf(type: string): Readonly<Record<string, unknown>> {
  const known = defaults.get(type);
  if (known !== undefined) return known;
  const shape = words[type]?.latest.shape;
  if (shape === undefined) throw new TypeError(`no event ${type}`);
  const made = Object.entries(shape).flatMap(([name, schema]) => {
    const { success, data } = z.safeParse(schema, undefined);
    return success && data !== undefined ? [[name, data] as const] : [];
  });
  defaults.set(type, Object.fromEntries(made));
  return defaultsOf(type);
}

function proposalOf(fact: LifeFact, stream: string): Proposal<AnyEvent> {
  const { type, occurredAt, actor, corrects } = fact;
  return {
    type,
    data: { ...defaultsOf(type), ...fact.data },
    occurredAt,
    precision: 'instant',
    actor: ActorId.parse(actor),
    centre: referenceCode,
    recordedVia: { mode: 'live' },
    corrects: corrects === null ? null : eventId(stream, keyOf(corrects), 0),
    causation: null,
    correlation: null,
  };
}

/** @param ring where the persons of the dossiers are kept. */
export function lifeEncoder(ring: Ring): EncodeLife {
  const { seal, salt } = sealer(ring, pooledRandom());
  const { encode } = codec(families);
  const family = families.get('dossier');
  if (family === undefined) throw new TypeError('there is no family of dossiers');

  return async ({ code, facts }) => {
    const stream = streamOfCode(code);
    const proposals = facts.map((fact) => proposalOf(fact, stream));
    const sealed = await seal(family, [], proposals);
    const encoded = sealed.map((proposal, place) => {
      const request = hash('sha256', `${stream} ${place}`);
      const id = eventId(stream, keyOf(place), 0);
      return {
        event: encode(stream, id, { ...proposal, request }, salt()),
        at: facts[place]?.enteredAt,
      };
    });
    const entered = encoded
      .flatMap(({ event, at }) => (at === undefined ? [] : [{ event, at }]))
      .toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
    return {
      stream,
      events: entered.map(({ event }) => event),
      enteredAt: entered.map(({ at }) => at),
    };
  };
}

/**
 * So many applicants, who come again and again: made in `ring` once, and then found in memory.
 * A ring asks its file whether another process has erased somebody, which here nobody has.
 */
export async function applicants(ring: KeyRing, count: number): Promise<Ring> {
  const persons = await Promise.all(Array.from({ length: count }, () => ring.personFor({})));
  const keys = new Map<PersonId, Uint8Array | null>(persons.map((one) => [one, ring.find(one)]));
  return {
    find: (person) => keys.get(person) ?? null,
    async personFor({ person, nationalNumber }) {
      const known = person ?? persons[Number(nationalNumber) % count];
      if (known === undefined) throw new RangeError('there are no applicants');
      return known;
    },
  };
}

/** Random bytes from a pool: a call for 16 of them costs as much as one for thousands. */
function pooledRandom(): Random {
  let pool = randomBytes(0);
  let used = 0;
  return (bytes) => {
    if (used + bytes > pool.length) [pool, used] = [randomBytes(64 * 1024), 0];
    used += bytes;
    return pool.subarray(used - bytes, used);
  };
}

/** Lives `from` to `from + count - 1`, their persons kept nowhere: for appends that are only timed. */
export async function encodedLives(from: number, count: number): Promise<readonly EncodedLife[]> {
  using ring = openKeyRing(':memory:', randomBytes);
  const encode = lifeEncoder(await applicants(ring, 100));
  const numbers = Array.from({ length: count }, (_, place) => from + place);
  return await Promise.all(numbers.map((number) => encode(lifeOf(number))));
}
