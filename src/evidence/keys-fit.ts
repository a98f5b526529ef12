/** Whether keys are those of the ledger that they are put back with. */
import { randomBytes } from 'node:crypto';
import { type KeyRing, openKeyRing } from '../ledger/key-ring.ts';
import type { Paths } from '../ledger/ledger.ts';
import { keyRingOf, openReader } from '../ledger/sqlite/open.ts';
import { CopyRefused } from './copy-refused.ts';

/**
 * A ledger remembers the name of its key ring, and would serve reads only with any other.
 *
 * @param from where the keys were copied from, for people.
 * @throws CopyRefused if `keys` are not those that the events in `ledger` were written with, or are no keys.
 */
export function keysMustFit({ ledger, keys }: Paths, from: string): void {
  using ring = opened(keys, from);
  using database = openReader(ledger);
  const isEmpty = database.prepare('SELECT 1 FROM event LIMIT 1').get() === undefined;
  if (isEmpty || ring.id === keyRingOf(database)) return; // a ledger without events takes any
  throw new CopyRefused(
    `${from} is not the key ring that this ledger was written with: name the folder of its own "motcua backup --keys", ` +
      'or put the ledger back without --keys, for reading only',
  );
}

function opened(keys: string, from: string): KeyRing {
  try {
    return openKeyRing(keys, randomBytes);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CopyRefused(`${from} cannot be used (${why}): use another copy of it`, { cause });
  }
}
