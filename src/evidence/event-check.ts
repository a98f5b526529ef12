/**
 * One event after another, each held against the hash that is kept beside it.
 *
 * A leaf is made from the event and from the last leaf of its stream, so one that does not fit
 * accuses two events: this one, and the one before it. Which of them it was, the tree must say.
 */
import type { StoredEvent } from '../ledger/event-store.ts';
import { leafOf } from '../ledger/leaf.ts';
import { isCanonicalJson } from './canonical-check.ts';
import { leafHashInHex } from './leaf-hashes.ts';
import type { StoredRow } from './stored-rows.ts';
import type { StreamHead, StreamHeads } from './stream-heads.ts';

/** An event that is wrong, or does not follow from one before it. */
export type Fault = {
  readonly index: number;
  /** The event that it does not follow from, if that may be the wrong one of the two; else null. */
  readonly before: number | null;
  readonly why: string;
};

export type Checked = {
  /** Hash kept beside the event, in hex; zeros where none can be read. */
  readonly stored: string;
  /** Hash of the leaf made again from the event, in hex. */
  readonly derived: string;
  readonly fault: Fault | null;
};

/**
 * Checks rows in the order of the ledger.
 *
 * @param before when the event before the first of them was recorded; empty if there is none.
 */
export function eventCheck(heads: StreamHeads, before = ''): (row: StoredRow) => Checked {
  let recordedAt = before;

  return ({ index, event, leaf, fault }) => {
    const stored = leaf ?? noHash;
    if (event === null) {
      const why = fault ?? 'it is no event';
      return { stored, derived: noHash, fault: { index, before: null, why } };
    }
    const head = heads.before(event.stream, event.revision, index);
    const { derived, follows } = leavesOf(event, head, stored);
    heads.put(event.stream, { index, revision: event.revision, stored, derived });

    const latest = recordedAt;
    if (event.recordedAt > recordedAt) recordedAt = event.recordedAt;

    const own = fault ?? ownFault(event, head, leaf);
    if (own !== null) return { stored, derived, fault: { index, before: null, why: own } };
    if (!follows) {
      return { stored, derived, fault: { index, before: head?.index ?? null, why: notItsHash } };
    }
    if (event.recordedAt >= latest) return { stored, derived, fault: null };
    const why = `it is recorded at ${event.recordedAt}, after one of ${latest}`;
    return { stored, derived, fault: { index, before: index - 1, why } };
  };
}

/** Said of an event that does not fit the hash beside it: either may be the wrong one. */
export const notItsHash = 'it is not what the hash beside it was made from';

const noHash = '0'.repeat(64);

/** The leaf as it follows from all that was read, and whether the stored one follows from that or from the stored one before it. */
function leavesOf(event: StoredEvent, head: StreamHead | null, stored: string) {
  const derived = leafHashInHex(leafOf(event, head?.derived ?? null));
  if (derived === stored) return { derived, follows: true };
  const follows =
    head !== null &&
    head.derived !== head.stored &&
    leafHashInHex(leafOf(event, head.stored)) === stored;
  return { derived, follows };
}

/** What is wrong with an event whatever stands before it; null if nothing is. */
function ownFault(event: StoredEvent, head: StreamHead | null, leaf: string | null): string | null {
  const revision = (head?.revision ?? -1) + 1;
  if (leaf === null) return 'there is no hash beside it';
  if (event.revision !== revision) {
    return `its stream goes on at revision ${revision}, and it says ${event.revision}`;
  }
  return isCanonicalJson(event.content) ? null : 'its content is not canonical JSON';
}
