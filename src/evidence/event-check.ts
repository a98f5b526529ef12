/**
 * One event after another, each held against the hash that is kept beside it.
 *
 * A leaf is made from the event and from the last leaf of its stream, so one that does not fit
 * accuses two events: this one, and the one before it. Which of them it was, the tree must say.
 */
import { canonicalJson } from '../ledger/canonical-json.ts';
import type { StoredEvent } from '../ledger/event-store.ts';
import { leafOf } from '../ledger/leaf.ts';
import { type Digest, leafHash } from '../ledger/merkle.ts';
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
  /** Hash kept beside the event; zeros where none can be read. */
  readonly stored: Digest;
  /** Hash of the leaf made again from the event; the same object where they are equal. */
  readonly derived: Digest;
  readonly fault: Fault | null;
};

/** Checks rows in the order of the ledger. */
export function eventCheck(heads: StreamHeads): (row: StoredRow) => Checked {
  let recordedAt = '';

  return ({ index, event, leaf, fault }) => {
    const stored = leaf ?? noHash;
    if (event === null) {
      const why = fault ?? 'it is no event';
      return { stored, derived: noHash, fault: { index, before: null, why } };
    }
    const head = heads.before(event.stream, event.revision, index);
    const { derived, follows } = leavesOf(event, head, stored);
    heads.put(event.stream, headOf(index, event.revision, stored, derived));

    const latest = recordedAt;
    if (event.recordedAt > recordedAt) recordedAt = event.recordedAt;

    const own = fault ?? ownFault(event, head, leaf);
    if (own !== null) return { stored, derived, fault: { index, before: null, why: own } };
    if (!follows) {
      const before = head?.index ?? null;
      return { stored, derived, fault: { index, before, why: notItsHash } };
    }
    if (event.recordedAt >= latest) return { stored, derived, fault: null };
    const why = `it is recorded at ${event.recordedAt}, after one of ${latest}`;
    return { stored, derived, fault: { index, before: index - 1, why } };
  };
}

/** Said of an event that does not fit the hash beside it: either may be the wrong one. */
export const notItsHash = 'it is not what the hash beside it was made from';

const noHash = new Uint8Array(32);

/** The leaf as it follows from all that was read, and whether the stored one follows from that or from the stored one before it. */
function leavesOf(event: StoredEvent, head: StreamHead | null, stored: Digest) {
  const derived = hashOf(event, head?.derived ?? null);
  if (isSame(derived, stored)) return { derived: stored, follows: true };
  const follows =
    head !== null && head.derived !== head.stored && isSame(hashOf(event, head.stored), stored);
  return { derived, follows };
}

function hashOf(event: StoredEvent, previous: string | null): Digest {
  return leafHash(Buffer.from(leafOf(event, previous)));
}

function isSame(a: Digest, b: Digest): boolean {
  return Buffer.compare(a, b) === 0;
}

function headOf(index: number, revision: number, stored: Digest, derived: Digest): StreamHead {
  const hex = toHex(stored);
  return { index, revision, stored: hex, derived: derived === stored ? hex : toHex(derived) };
}

function toHex(bytes: Digest): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

/** What is wrong with an event whatever stands before it; null if nothing is. */
function ownFault(event: StoredEvent, head: StreamHead | null, leaf: Digest | null): string | null {
  const revision = (head?.revision ?? -1) + 1;
  if (leaf === null) return 'there is no hash beside it';
  if (event.revision !== revision) {
    return `its stream goes on at revision ${revision}, and it says ${event.revision}`;
  }
  return isCanonical(event.content) ? null : 'its content is not canonical JSON';
}

function isCanonical(content: string): boolean {
  try {
    return canonicalJson(JSON.parse(content)) === content;
  } catch {
    return false;
  }
}
