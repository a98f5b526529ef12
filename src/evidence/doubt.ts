/** Whether a ledger may be copied: a copy comes with a new witness, under which an old loss would never show again. */
import type { DatabaseSync } from 'node:sqlite';
import { identityOf } from '../ledger/sqlite/open.ts';
import { treeAt } from '../ledger/sqlite/tree.ts';
import type { Testimony } from '../ledger/witness.ts';

/**
 * Why the witness does not vouch for the first `size` events and for what the ledger says that it is; null if it does.
 *
 * @param testimony read before the log, which is then at it or ahead of it.
 */
export function doubtOf(database: DatabaseSync, testimony: Testimony, size: number): string | null {
  const isEmpty = size === 0 && (testimony.kind !== 'head' || testimony.size === 0n);
  if (isEmpty) return null;
  if (testimony.kind === 'absent') return 'this ledger has no witness';
  if (testimony.kind === 'unreadable') return 'the witness of this ledger cannot be read';
  const isAt =
    testimony.size <= BigInt(size) &&
    Buffer.from(treeAt(database, Number(testimony.size)).root()).equals(testimony.root) &&
    Buffer.from(identityOf(database)).equals(testimony.identity);
  return isAt ? null : 'this ledger is not what its witness vouches for';
}
