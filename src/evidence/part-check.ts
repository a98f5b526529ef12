/**
 * A part of a ledger, checked by itself, so that several can be checked at once.
 *
 * An event is held against what is kept of the one before it on its stream. Where that one lies in another
 * part, that part vouches for it: if every part is right, so is the whole.
 */
import type { DatabaseSync } from 'node:sqlite';
import { groupLeaves } from '../ledger/merkle.ts';
import { eventCheck } from './event-check.ts';
import { rootOfGroup } from './leaf-hashes.ts';
import { recordedAtOf, walkRows } from './stored-rows.ts';
import { streamHeads } from './stream-heads.ts';

/** Hashes derived from the events of a part, of which nothing is wrong. */
export type Part = {
  /** Roots, 32 bytes each, of its complete groups. */
  readonly groups: Uint8Array;
  /** Leaf hashes in hex of the events after them. */
  readonly tail: readonly string[];
};

export type PartOptions = {
  /** Told after every 500 events; answers false to give up. */
  readonly goOn?: (events: number) => boolean;
  /** Heads of streams held in memory. */
  readonly held?: number;
};

const eventsPerWord = 500;

/**
 * Checks events `from` to `to` - 1, of which `from` begins a group.
 *
 * @returns null if anything is wrong with one of them, one is missing, or `goOn` gave up.
 * @throws what SQLite throws when the file is busy, or memory is short.
 */
export function checkPart(
  database: DatabaseSync,
  from: number,
  to: number,
  { goOn, held }: PartOptions = {},
): Part | null {
  const before = from === 0 ? '' : recordedAtOf(database, from - 1);
  if (before === undefined) return null;
  const check = eventCheck(streamHeads(database, held, from), before);
  const groups: Uint8Array[] = [];
  let leaves: string[] = [];
  let expected = from;
  let isRight = true;

  const unreadable = walkRows(
    database,
    (row) => {
      isRight = row.index === expected && check(row).fault === null;
      if (!isRight) return false;
      leaves.push(row.leaf ?? '');
      expected += 1;
      if (leaves.length === groupLeaves) {
        groups.push(rootOfGroup(leaves));
        leaves = [];
      }
      isRight = expected % eventsPerWord !== 0 || goOn?.(eventsPerWord) !== false;
      return isRight;
    },
    { from, to },
  );
  if (!isRight || unreadable !== null || expected !== to) return null;
  return { groups: Buffer.concat(groups), tail: leaves };
}
