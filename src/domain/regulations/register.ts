/**
 * Registers: what one record says that others are judged by. The procedure in force, who is posted,
 * which outage was declared, what the centre has laid down.
 *
 * A rule that looks something up is judged again when that changes: who looked is kept, so that a
 * finding is the same whether the ledger was followed or read from the start.
 */
import type { AnyEvent, Entry } from '../entry.ts';
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
  /** Pure. @param records found under `key`, in the order of their names; of none it says what holds where nothing is on record. */
  readonly fold: (records: readonly History[], key: string) => Value;
};

export type Registers = {
  /** What `register` says under `key`. */
  readonly look: <Value>(register: Register<Value>, key: string) => Value;
};

/** Registers that remember what they said, until they are told to forget it. */
export type RememberedRegisters = Registers & {
  readonly forget: (register: Register<unknown>, key: string) => void;
};

/** @param max beyond so many values the one that was remembered longest is forgotten. */
export function registersOver(
  recordsOf: (register: Register<unknown>, key: string) => readonly History[],
  max = 100_000,
): RememberedRegisters {
  const made = new Map<string, unknown>();
  return {
    look<Value>(register: Register<Value>, key: string): Value {
      const name = nameOf(register, key);
      if (made.has(name)) return made.get(name) as Value; // put there under the name of this register
      const value = register.fold(recordsOf(register, key), key);
      made.set(name, value);
      if (made.size > max) made.delete(made.keys().next().value ?? name);
      return value;
    },
    forget: (register, key) => made.delete(nameOf(register, key)),
  };
}

function nameOf({ name }: { readonly name: string }, key: string): string {
  return `${name}/${key}`;
}

/** Where nothing is on record but the subject. */
export const emptyRegisters: Registers = registersOver(() => []);
