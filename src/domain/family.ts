/** A record family: its words, and what can be on record together. */
import type { Decider } from './decider.ts';
import type { AnyEvent, Entry } from './entry.ts';
import { standing } from './timeline.ts';
import type { CentreCode } from './units.ts';
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
  /** The events that open a record, and so say at which centre it is kept. The first named goes before the others. */
  readonly opens: readonly string[];
};

/** The families of a ledger, by category. */
export type Families = ReadonlyMap<string, Family>;

/** `words` and `decider` speak of the same events: checked here, and forgotten from here on. */
export function family<State, Event extends AnyEvent, Refused extends string>(
  category: string,
  vocabulary: Vocabulary,
  decider: Decider<State, Event, Refused>,
  opens: readonly Event['type'][],
): Family {
  return { category, vocabulary, decider: decider as unknown as Family['decider'], opens };
}

/**
 * The centre at which a record is kept: that of the first entry that stands and opens it. Null until
 * there is one: whoever merely wrote first, of a dossier that is not there yet, keeps nobody out.
 */
export function homeOf(
  { opens }: Pick<Family, 'opens'>,
  entries: readonly Entry<AnyEvent>[],
): CentreCode | null {
  const all = standing(entries);
  for (const type of opens) {
    const opening = all.find((entry) => entry.type === type);
    if (opening !== undefined) return opening.centre;
  }
  return null;
}
