/** The records that a demo is at work on, held in memory so that they are not read again for every entry. */
import type { AnyEvent, Entry } from '../domain/entry.ts';
import type { Ledger } from '../ledger/ledger.ts';

export type HeldRecords = {
  readonly entriesOf: (stream: string) => Promise<readonly Entry<AnyEvent>[]>;
  /** All that is on the record now. */
  readonly keep: (stream: string, entries: readonly Entry<AnyEvent>[]) => void;
};

/** Records: some 30 MB of them. */
const heldMax = 2_000;

/** @param max records held at most; those untouched the longest are read again from the ledger. */
export function heldRecords(
  { store, codec }: Pick<Ledger, 'store' | 'codec'>,
  max = heldMax,
): HeldRecords {
  const held = new Map<string, readonly Entry<AnyEvent>[]>(); // the longest untouched first

  return {
    entriesOf: async (stream) =>
      held.get(stream) ?? (await store.read(stream)).map((stored) => codec.decode(stored)),
    keep(stream, entries) {
      held.delete(stream);
      held.set(stream, entries);
      for (const oldest of held.keys()) {
        if (held.size <= max) break;
        held.delete(oldest);
      }
    },
  };
}
