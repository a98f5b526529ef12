/** Every event of a ledger in order, up to the end or to the first that is not there. */
import type { DatabaseSync } from 'node:sqlite';
import type { Testimony } from '../ledger/witness.ts';
import { eventCheck, type Fault } from './event-check.ts';
import { reasonOf } from './sqlite-errors.ts';
import { walkRows } from './stored-rows.ts';
import { streamHeads } from './stream-heads.ts';
import { type TreeEvidence, treeCheck } from './tree-check.ts';

/** Told how many of the events have been checked. */
export type OnProgress = (done: bigint, total: bigint) => void;

export type Walked = {
  readonly tree: TreeEvidence;
  /** The first of them. */
  readonly faults: readonly Fault[];
  /** How many there are beside. */
  readonly more: number;
  /** Why the walk ended before the end of the log; else null. */
  readonly end: string | null;
};

const faultsNamed = 100;
const eventsPerWord = 500;

/** Checks every event by itself, and grows the tree over them. */
export function walkLedger(
  database: DatabaseSync,
  testimony: Testimony,
  onProgress?: OnProgress,
): Walked {
  const check = eventCheck(streamHeads(database));
  const tree = treeCheck(database, testimony.kind === 'head' ? testimony : null);
  const total = onProgress === undefined ? 0n : sizeOf(database);
  const faults: Fault[] = [];
  let [expected, more] = [0, 0];
  let gap: string | null = null;

  const unreadable = walkRows(database, (row) => {
    if (row.index !== expected) {
      gap = `it is missing: after it comes event ${row.index}`;
      return false;
    }
    expected += 1;
    if (expected % eventsPerWord === 0) onProgress?.(BigInt(expected), total);
    const checked = check(row);
    tree.push(checked);
    if (checked.fault === null) return true;
    if (faults.length < faultsNamed) faults.push(checked.fault);
    else more += 1;
    return true;
  });
  onProgress?.(BigInt(expected), total);
  return { tree: tree.evidence(), faults, more, end: gap ?? unreadable };
}

/** For the progress alone: a damaged file may say anything. */
function sizeOf(database: DatabaseSync): bigint {
  try {
    const row = database.prepare('SELECT coalesce(max(idx) + 1, 0) AS size FROM event').get();
    return BigInt(Number(row?.['size']));
  } catch (error) {
    reasonOf(error); // throws what says nothing of the file
    return 0n;
  }
}
