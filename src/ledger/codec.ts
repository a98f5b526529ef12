/**
 * Events on their way to and from the ledger, whatever their family.
 *
 * What is stored is canonical JSON, and what is read has been vouched for by the tree: reading takes
 * it as it was written, and only brings an old version to the shape of today. Personal fields stay sealed.
 */
import type { AnyEvent, Entry, Stated } from '../domain/entry.ts';
import type { Families } from '../domain/family.ts';
import type { EventId } from '../domain/units.ts';
import { type Definition, versionOf } from '../domain/vocabulary.ts';
import { canonicalJson } from './canonical-json.ts';
import { categoryOf, type NewEvent, type StoredEvent } from './event-store.ts';

/** The program cannot read what the ledger holds. It is kept aside and shown, never skipped in silence. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
}

export type Codec = {
  /** @throws UnreadableEvent naming the place and the reason. */
  readonly decode: (stored: StoredEvent) => Entry<AnyEvent>;
  /** `data` has its personal fields sealed. */
  readonly encode: (
    stream: string,
    id: EventId,
    event: AnyEvent & Stated & { readonly request: string | null },
    salt: string,
  ) => NewEvent;
};

/** Everything about an event that its leaf hides behind the salt. */
type Content = Omit<Stated, 'occurredAt'> & Pick<Entry<AnyEvent>, 'request' | 'data'>;

/** A type with the very text that rules compare with: to tell one from another is then to compare two addresses. */
type Word = { readonly type: string; readonly definition: Definition };

export function codec(families: Families): Codec {
  /** Every type that can be read, by its category. */
  const words = new Map<string, ReadonlyMap<string, Word>>();
  for (const [category, { vocabulary }] of families) {
    const all = Object.entries(vocabulary);
    words.set(category, new Map(all.map(([type, definition]) => [type, { type, definition }])));
  }
  const wordOf = (stream: string, type: string) => words.get(categoryOf(stream))?.get(type);

  return {
    decode(stored) {
      const { stream, revision, index, id, version, occurredAt, recordedAt } = stored;
      const word = wordOf(stream, stored.type);
      if (word === undefined) throw unreadable(stored, 'no such event in this program');
      const { type, definition } = word;
      if (version < 1 || version > versionOf(definition)) {
        throw unreadable(stored, `this program reads versions 1 to ${versionOf(definition)}`);
      }
      const content = parse(stored);
      const data =
        version === versionOf(definition)
          ? content.data
          : definition.upcasts
              .slice(version - 1)
              .reduce((older, upcast) => upcast(older), content.data);
      const { actor, centre, precision, recordedVia, corrects, causation, correlation, request } =
        content;
      return {
        stream,
        revision,
        index,
        id,
        type,
        occurredAt,
        recordedAt,
        data,
        actor,
        centre,
        precision,
        recordedVia,
        corrects,
        causation,
        correlation,
        request,
      };
    },

    encode(stream, id, event, salt) {
      const { type, data, occurredAt, precision, actor, centre, recordedVia } = event;
      const { corrects, causation, correlation, request } = event;
      const definition = wordOf(stream, type)?.definition;
      if (definition === undefined) throw new TypeError(`${stream} has no event ${type}`);
      return {
        id,
        type,
        version: versionOf(definition),
        occurredAt,
        salt,
        content: canonicalJson({
          data,
          precision,
          actor,
          centre,
          recordedVia,
          corrects,
          causation,
          correlation,
          request,
        }),
      };
    },
  };
}

function parse(stored: StoredEvent): Content {
  try {
    return JSON.parse(stored.content);
  } catch (cause) {
    throw unreadable(stored, 'its content is not JSON', cause);
  }
}

function unreadable(
  { stream, revision, type, version }: StoredEvent,
  why: string,
  cause?: unknown,
) {
  return new UnreadableEvent(`${stream}@${revision}: ${type} version ${version}: ${why}`, {
    cause,
  });
}
