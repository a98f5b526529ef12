/** An event as it is shown: what was recorded, with personal fields sealed. */
import { z } from 'zod';
import type { AnyEvent, Entry } from '../domain/entry.ts';
import { families } from '../domain/families.ts';
import { categoryOf } from '../ledger/event-store.ts';
import { isSealed } from '../ledger/personal.ts';

const Time = z.iso.datetime();
const Id = z.string();

export const ShownEvent = z
  .object({
    index: z.int().describe('Its place in the ledger: 0, 1, 2 … without gaps.'),
    stream: z.string(),
    revision: z.int().describe('Its place in its record.'),
    id: Id,
    type: z.string(),
    label: z.object({ vi: z.string(), en: z.string() }),
    occurredAt: Time.describe('When it happened, as stated.'),
    precision: z.enum(['instant', 'day']).describe('day: only the date was stated.'),
    recordedAt: Time.describe("When it was recorded, by the ledger's clock."),
    recordedVia: z.looseObject({ mode: z.enum(['live', 'backfill', 'import']) }),
    actor: z.string(),
    centre: z.string(),
    corrects: Id.nullable().describe('The entry in whose place this one stands.'),
    causation: Id.nullable(),
    correlation: z.string().nullable(),
    data: z
      .record(z.string(), z.unknown())
      .describe(
        'A personal field is { person, commitment, sealed: true }: what it says is not shown. Of a denunciation it is { sealed: true }, and what leads to who denounces is null, but for complaint officers.',
      ),
  })
  .meta({ id: 'Event' });
export type ShownEvent = z.output<typeof ShownEvent>;

export function shownEvent(entry: Entry<AnyEvent>): ShownEvent {
  const { stream, revision, id, type, occurredAt, precision, recordedAt, recordedVia } = entry;
  const { actor, centre, corrects, causation, correlation, data } = entry;
  return {
    index: Number(entry.index),
    stream,
    revision,
    id,
    type,
    label: labelOf(stream, type),
    occurredAt,
    precision,
    recordedAt,
    recordedVia,
    actor,
    centre,
    corrects,
    causation,
    correlation,
    data: shownData(data),
  };
}

function labelOf(stream: string, type: string): { vi: string; en: string } {
  const label = families.get(categoryOf(stream))?.vocabulary[type]?.label;
  return label ?? { vi: type, en: type };
}

/** Without what is sealed: not even the ciphertext is for readers. */
function shownData(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      isSealed(value)
        ? { person: value.person, commitment: value.commitment, sealed: true }
        : value,
    ]),
  );
}
