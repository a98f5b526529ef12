/** What is stated and recorded of an event, where a test does not care; and events made from their words. */
import type { z } from 'zod';
import type { AnyEvent, Entry, Proposal, Stated } from '../../src/domain/entry.ts';
import { ActorId, CentreCode, EventId, Instant } from '../../src/domain/units.ts';
import type { EventOf, Vocabulary } from '../../src/domain/vocabulary.ts';

/** A Monday morning in Vietnam. */
export const monday = '2026-03-02T08:00:00+07:00';

/** Entered live, to the instant, correcting nothing, unless `also` says otherwise. */
export function stated(occurredAt: string = monday, also: Partial<Stated> = {}): Stated {
  return {
    occurredAt: Instant.parse(occurredAt),
    precision: 'instant',
    actor: ActorId.parse('clerk-9'),
    centre: CentreCode.parse('reference'),
    recordedVia: { mode: 'live' },
    corrects: null,
    causation: null,
    correlation: null,
    ...also,
  };
}

/** For the `also` of `stated` and `entry`: read from a file of another system. */
export const imported = {
  recordedVia: { mode: 'import', file: 'receipt.csv.gz', digest: '0'.repeat(64) },
} as const;

/** For the `also` of `stated` and `entry`: noted on paper in an outage, entered after it. */
export const backfilled = {
  recordedVia: { mode: 'backfill', outage: 'outage-2026-03-02' },
} as const;

/** The id of event number `number`. */
export function eventId(number: number): EventId {
  return EventId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
}

/**
 * Event number `number` on record: its revision and its index, and the number in its id. It is
 * recorded when it happens, unless `also` says otherwise; whatever `event` states of itself stands.
 */
export function entry<Event extends AnyEvent>(
  number: number,
  event: Event & Partial<Stated>,
  occurredAt?: string,
  also: Partial<Omit<Entry<AnyEvent>, 'type' | 'data'>> = {},
): Entry<Event> {
  const said = { ...stated(occurredAt ?? event.occurredAt ?? monday), ...event };
  if (occurredAt !== undefined) said.occurredAt = Instant.parse(occurredAt);
  return {
    ...said,
    id: eventId(number),
    stream: 'dossier-H42.17-260302-0001',
    revision: number,
    index: BigInt(number),
    recordedAt: said.occurredAt,
    request: null,
    ...also,
  };
}

/** Proposals in the words of one family, their data checked as at the door. */
type Propose<Words extends Vocabulary> = <Type extends keyof Words & string>(
  type: Type,
  data: z.input<Words[Type]['latest']>,
  occurredAt?: string,
  also?: Partial<Stated>,
) => Proposal<Extract<EventOf<Words>, { readonly type: Type }>>;

/** `const fact = proposalsOf(dossier); fact('StepCompleted', { step: 'Thẩm định' }, '2026-03-03T09:00:00+07:00')`. */
export function proposalsOf<Words extends Vocabulary>(words: Words): Propose<Words>;
export function proposalsOf(words: Vocabulary) {
  return (type: string, data: unknown, occurredAt = monday, also: Partial<Stated> = {}) => {
    const definition = words[type];
    if (definition === undefined) throw new TypeError(`no such event: ${type}`);
    return { type, data: definition.latest.parse(data), ...stated(occurredAt, also) };
  };
}

/** One event of each kind, with the data of its example. */
export function examplesOf<Words extends Vocabulary>(
  words: Words,
  occurredAt?: string,
  also?: Partial<Stated>,
): Proposal<EventOf<Words>>[];
export function examplesOf(words: Vocabulary, occurredAt = monday, also: Partial<Stated> = {}) {
  return Object.entries(words).map(([type, { latest, example }]) => ({
    type,
    data: latest.parse(example),
    ...stated(occurredAt, also),
  }));
}
