/**
 * Registers: what one record says that others are judged by. The procedure in force, who is posted,
 * which outage was declared, what the centre has laid down.
 *
 * A rule that looks something up is judged again when that changes: who looked is kept, so that a
 * finding is the same whether the ledger was followed or read from the start.
 */
import type { AnyEvent, Entry } from '../entry.ts';
import {
  type Amendment,
  amendmentsIn,
  compareMoments,
  type Moment,
  momentOf,
  without,
} from './amendment.ts';
import type { History } from './history.ts';

export type Register<Value> = {
  /** Names it among the others. */
  readonly name: string;
  /** The family whose records it is made from. */
  readonly category: string;
  /** The events it is made from: another one on such a record changes nothing for whoever looked. */
  readonly types: readonly string[] | 'every event';
  /** Under what one record is found. @param entries all of it, in the order of the ledger. */
  readonly keys: (stream: string, entries: readonly Entry<AnyEvent>[]) => readonly string[];
  /** The keys follow from the name of the stream alone, so that the record need not be read for them. */
  readonly isKeyedByName?: boolean;
  /** How many records there are is all that it says: `fold` only counts them, and they need not be read. */
  readonly isCountOnly?: boolean;
  /** Only subjects that are gathered look at it: it can be filled as the records go by, before those are judged. */
  readonly isForGathered?: boolean;
  /** The keys are names of subjects: each is judged anew by itself, so that who looked need not be kept. */
  readonly isAboutSubjects: boolean;
  /** Nearly all of its records were made later than they hold from, and what that takes away others find: nobody who looks is judged as it was before. */
  readonly isUnamended?: boolean;
  /** Whoever looks here has looked at that register under the same key, so that who looked need not be kept twice. */
  readonly lookedAtWith?: { readonly name: string };
  /** Pure. @param records found under `key`, in the order of their names; of none it says what holds where nothing is on record. */
  readonly fold: (records: readonly History[], key: string) => Value;
};

/** Whether an event of `type` on one of its records changes what `register` says. */
export function isMadeFrom({ types }: Pick<Register<unknown>, 'types'>, type: string): boolean {
  return types === 'every event' || types.includes(type);
}

export type Registers = {
  /** What `register` says under `key`. */
  readonly look: <Value>(register: Register<Value>, key: string) => Value;
  /** The same without the amendments that became known at `moment` or later: see `amendment.ts`. */
  readonly whenKnown: (moment: Moment) => Registers;
  /** Does `work`, and tells by which amendments that was changed at which it looked; of what is about subjects, only counted or unamended, none. */
  readonly watching: <Made>(work: () => Made) => Watched<Made>;
};

export type Watched<Made> = {
  readonly made: Made;
  readonly amendments: readonly Amendment[];
};

/** Registers that remember what they said, until they are told to forget it. */
export type RememberedRegisters = Registers & {
  readonly forget: (register: Register<unknown>, key: string) => void;
};

/** What a register says under a key. */
type Said = {
  readonly value: unknown;
  readonly amendments: readonly Amendment[];
  /** What it said when only so many of the amendments were known; made when somebody asks. */
  readonly earlier: unknown[];
};

export type RegisterParts = {
  readonly recordsOf: (register: Register<unknown>, key: string) => readonly History[];
  /** Beyond so many values the one that was remembered longest is forgotten. */
  readonly max?: number;
  /** Told of each look, by whatever way. @param lookup `lookupOf` the two. */
  readonly onLook?: (register: Register<unknown>, key: string, lookup: string) => void;
};

export function registersOver({
  recordsOf,
  max = 100_000,
  onLook = () => {},
}: RegisterParts): RememberedRegisters {
  const said = new Map<string, Said>();
  let watched: Map<string, Amendment> | null = null;

  function find(register: Register<unknown>, key: string): Said {
    const lookup = lookupOf(register, key);
    onLook(register, key, lookup);
    const known = said.get(lookup) ?? remember(lookup, fold(register, key));
    for (const one of known.amendments) watched?.set(one.entry.id, one);
    return known;
  }

  function remember(lookup: string, one: Said): Said {
    said.set(lookup, one);
    if (said.size > max) said.delete(said.keys().next().value ?? lookup);
    return one;
  }

  function fold(register: Register<unknown>, key: string): Said {
    const records = recordsOf(register, key);
    const isAmended =
      !register.isAboutSubjects && register.isCountOnly !== true && register.isUnamended !== true;
    return {
      value: register.fold(records, key),
      amendments: isAmended ? amendmentsIn(records, (type) => isMadeFrom(register, type)) : [],
      earlier: [],
    };
  }

  function valueAt(register: Register<unknown>, key: string, moment: Moment): unknown {
    const { value, amendments, earlier } = find(register, key);
    const count = amendments.findIndex((one) => compareMoments(momentOf(one), moment) >= 0);
    if (count < 0) return value;
    if (!(count in earlier)) {
      const records = without(recordsOf(register, key), amendments.slice(count));
      earlier[count] = register.fold(records, key);
    }
    return earlier[count];
  }

  function watching<Made>(work: () => Made): Watched<Made> {
    const seen = new Map<string, Amendment>();
    const outer = watched;
    watched = seen;
    try {
      return { made: work(), amendments: [...seen.values()] };
    } finally {
      watched = outer;
    }
  }

  function asKnown(valueOf: (register: Register<unknown>, key: string) => unknown): Registers {
    return {
      // made by the fold of this register
      look: <Value>(register: Register<Value>, key: string) => valueOf(register, key) as Value,
      whenKnown: (moment) => asKnown((register, key) => valueAt(register, key, moment)),
      watching,
    };
  }

  return {
    ...asKnown((register, key) => find(register, key).value),
    forget: (register, key) => said.delete(lookupOf(register, key)),
  };
}

/** As tables and caches name what a register says under a key. */
export function lookupOf({ name }: { readonly name: string }, key: string): string {
  return `${name}/${key}`;
}

/** Where nothing is on record but the subject. */
export const emptyRegisters: Registers = registersOver({ recordsOf: () => [] });
