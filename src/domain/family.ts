/** A record family: its words, and what can be on record together. */
import type { Decider } from './decider.ts';
import type { AnyEvent } from './entry.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * A family as the rest of the program handles it, whatever its events are.
 *
 * What reaches its decider has been checked by the schema of its type, so the family may look at
 * it as its own.
 */
export type Family = {
  /** The category of its streams: `dossier` of `dossier-H42.17-250923-0005`. */
  readonly category: string;
  readonly vocabulary: Vocabulary;
  readonly decider: Decider<unknown, AnyEvent, string>;
};

/** The families of a ledger, by category. */
export type Families = ReadonlyMap<string, Family>;

/** `words` and `decider` speak of the same events: checked here, and forgotten from here on. */
export function family<State, Event extends AnyEvent, Refused extends string>(
  category: string,
  vocabulary: Vocabulary,
  decider: Decider<State, Event, Refused>,
): Family {
  return { category, vocabulary, decider: decider as unknown as Family['decider'] };
}
