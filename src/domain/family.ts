/** A record family: its words, and what can be on record together. */
import type { Decider } from './decider.ts';
import type { AnyEvent, Entry, Proposal } from './entry.ts';
import type { PersonalKind } from './personal.ts';
import { standing } from './timeline.ts';
import type { CentreCode } from './units.ts';
import type { Key, Vocabulary } from './vocabulary.ts';

/**
 * A family as the rest of the program handles it, whatever its events are.
 *
 * What reaches its decider has been checked by the schema of its type, so the family may look at
 * it as its own.
 */
export type Family = {
  /** The category of its streams: `dossier` of `dossier-H42.17-250923-0005`. */
  readonly category: string;
  /** What its streams are named by after that, in order. */
  readonly key: Key;
  readonly vocabulary: Vocabulary;
  readonly decider: Decider<unknown, AnyEvent, string>;
  /** The events that open a record, and so say at which centre it is kept. The first named goes before the others. */
  readonly opens: readonly string[];
  /**
   * The kinds of persons of whom a record speaks of one alone: a text that names nobody is then about that
   * one. Of a kind that is not here, every entry that names nobody tells of somebody new.
   */
  readonly oneOf: readonly PersonalKind[];
  /** Why an event cannot be on the record of that key, whatever is on it: one of the decider's refusals; null where it can. */
  readonly misplaced: Misplaced<AnyEvent, string>;
};

/** @param isFirst nothing is on that record yet. */
export type Misplaced<Event extends AnyEvent, Refused extends string> = (
  proposed: Proposal<Event>,
  key: KeyValues,
  isFirst: boolean,
) => Refused | null;

/** The parts of a stream's name, under the names that its family gives them. */
export type KeyValues = Readonly<Record<string, string>>;

/** The families of a ledger, by category. */
export type Families = ReadonlyMap<string, Family>;

/** The words, the decider and the rest speak of the same events: checked here, and forgotten from here on. */
export function family<State, Event extends AnyEvent, Refused extends string>(parts: {
  readonly category: string;
  readonly key: Key;
  readonly vocabulary: Vocabulary;
  readonly decider: Decider<State, Event, Refused>;
  readonly opens: readonly Event['type'][];
  readonly oneOf?: readonly PersonalKind[];
  readonly misplaced?: Misplaced<Event, Refused>;
}): Family {
  const { decider, oneOf = [], misplaced = () => null } = parts;
  return {
    ...parts,
    oneOf,
    decider: decider as unknown as Family['decider'],
    misplaced: misplaced as unknown as Family['misplaced'],
  };
}

/**
 * The centre at which a record is kept: that of the first entry, by the order of the ledger, that stands
 * and opens it. Null until
 * there is one: whoever merely wrote first, of a dossier that is not there yet, keeps nobody out.
 */
export function homeOf(
  { opens }: Pick<Family, 'opens'>,
  entries: readonly Entry<AnyEvent>[],
): CentreCode | null {
  const all = standing(entries);
  for (const type of opens) {
    const opening = all
      .filter((entry) => entry.type === type)
      .reduce<Entry<AnyEvent> | null>(
        (first, entry) => (first === null || entry.index < first.index ? entry : first),
        null,
      );
    if (opening !== null) return opening.centre;
  }
  return null;
}
