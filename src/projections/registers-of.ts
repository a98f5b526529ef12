/** Registers as they were at an event: for whoever judges one subject, and not the whole of a ledger. */
import type { DatabaseSync } from 'node:sqlite';
import type { AnyEvent, Entry } from '../domain/entry.ts';
import { historyOf } from '../domain/regulations/history.ts';
import { lookupOf, type Registers, registersOver } from '../domain/regulations/register.ts';
import { registers as all } from '../domain/regulations/registers.ts';
import { registerReader } from './register-reader.ts';

/** A record as it was then, in the order of the ledger; none: nothing. */
export type EntriesOf = (stream: string) => readonly Entry<AnyEvent>[];

/**
 * By what the model knows of which records are found where. A record that was found elsewhere then, and
 * was corrected since, is found where it is now.
 */
export function registersByModel(database: DatabaseSync, entriesOf: EntriesOf): Registers {
  return registerReader(database, entriesOf, true);
}

/** By reading every record that registers are made from: where there is no model. */
export function registersByReading(
  streamsOf: (category: string) => readonly string[],
  entriesOf: EntriesOf,
): Registers {
  const found = new Map<string, string[]>();
  const read = new Set<string>();

  /** Reads the records of a category once, for all registers that are made from them. */
  function find(category: string): void {
    if (read.has(category)) return;
    read.add(category);
    for (const stream of streamsOf(category)) {
      const entries = entriesOf(stream);
      for (const register of entries.length === 0 ? [] : (all.get(category) ?? [])) {
        for (const key of new Set(register.keys(stream, entries))) {
          const lookup = lookupOf(register, key);
          found.set(lookup, [...(found.get(lookup) ?? []), stream]);
        }
      }
    }
  }

  return registersOver({
    recordsOf(register, key) {
      find(register.category);
      return (found.get(lookupOf(register, key)) ?? []).map((stream) =>
        historyOf(entriesOf(stream)),
      );
    },
  });
}
