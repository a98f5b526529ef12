/** Entries of one family, for rules and registers that see entries of several. */
import type { AnyEvent, Entry } from '../entry.ts';
import { categoryOf } from '../stream.ts';
import type { EventOf, Vocabulary } from '../vocabulary.ts';

/**
 * Those on records of `category`, in its words, in the order given. What is in the words of a family
 * was checked by their schemas at the door.
 */
export function inWords<Words extends Vocabulary>(
  category: string,
  words: Words,
  entries: readonly Entry<AnyEvent>[],
): Entry<EventOf<Words>>[] {
  return entries.filter(
    ({ stream, type }) => categoryOf(stream) === category && Object.hasOwn(words, type),
  ) as Entry<EventOf<Words>>[];
}
