/**
 * Which event is wrong, as far as the hashes can tell.
 *
 * A changed event betrays itself: it no longer has its hash. One that was rewritten together with its
 * hash betrays itself only in what was made from that hash: the next entry of its stream, the hash of its
 * group, the root that the witness keeps. Where these leave several events, the answer is a range.
 */
import { groupLeaves } from '../ledger/merkle.ts';
import { type Fault, notItsHash } from './event-check.ts';
import type { TreeEvidence } from './tree-check.ts';

/** One of the events `from` to `to`, both included, is wrong. */
export type Suspicion = { readonly from: number; readonly to: number; readonly why: string };

export type Evidence = {
  readonly tree: TreeEvidence;
  /** In the order of the ledger. */
  readonly faults: readonly Fault[];
  /** Size that the witness vouches for; 0 where none can be read. */
  readonly witnessed: number;
};

/** What is suspected, the earliest first. Empty if the events agree with every hash that there is. */
export function suspicions(evidence: Evidence): Suspicion[] {
  const found = evidence.faults.map((fault) => blame(fault, evidence));
  const unexplained = rangeBeyond(found, evidence);
  if (unexplained !== null) found.push(unexplained);
  return found.toSorted((a, b) => a.from - b.from || a.to - b.to);
}

/** The wrong one of the two events of a fault. */
function blame({ index, before, why }: Fault, evidence: Evidence): Suspicion {
  if (why === notItsHash && evidence.tree.vouchedFor === 'derived' && index < evidence.witnessed) {
    return { from: index, to: index, why: onlyTheHash };
  }
  if (before === null || isVouchedFor(before, evidence)) return { from: index, to: index, why };
  const follows = `event ${index} does not follow from event ${before}`;
  return isVouchedFor(index, evidence)
    ? { from: before, to: before, why: `it was rewritten together with its hash: ${follows}` }
    : { from: before, to: index, why: `one of them was rewritten: ${follows}` };
}

/** Whether something apart from the hash beside event `index` vouches for that hash. */
function isVouchedFor(index: number, { tree, witnessed }: Evidence): boolean {
  const { vouchedFor, broken, size } = tree;
  const isWitnessed = index < witnessed;
  if (isWitnessed && (vouchedFor === 'stored' || vouchedFor === 'derived')) return true;
  // Every group has its hash, and still the root is another: hashes of groups may have been rewritten too.
  if (isWitnessed && vouchedFor === 'none' && broken.size === 0) return false;
  const group = Math.floor(index / groupLeaves);
  const isComplete = (group + 1) * groupLeaves <= size;
  // Of the last events no hash is kept but the witness; where that is silent, one changed event is likelier than one rewritten.
  return isComplete ? !broken.has(group) : vouchedFor !== 'none';
}

/** Where something was rewritten that no single event betrays; null if all is explained. */
function rangeBeyond(found: readonly Suspicion[], evidence: Evidence): Suspicion | null {
  const { tree, witnessed } = evidence;
  const touches = (from: number, to: number) =>
    found.some((suspicion) => suspicion.from <= to && suspicion.to >= from);
  const isWitnessed = tree.vouchedFor === 'stored' || tree.vouchedFor === 'derived';

  for (const group of tree.broken) {
    const to = (group + 1) * groupLeaves - 1;
    if (isWitnessed && to < witnessed) continue; // the events are right, and the hash of the group is not
    const from = Math.max(group * groupLeaves, isWitnessed ? witnessed : 0);
    if (!touches(from, to)) return { from, to, why: rewrittenInGroup };
  }
  if (tree.vouchedFor !== 'none' || touches(0, witnessed - 1)) return null;
  const tail = witnessed - (witnessed % groupLeaves);
  return {
    from: tail === witnessed ? 0 : tail,
    to: witnessed - 1,
    why: rewrittenBeforeWitness,
  };
}

const onlyTheHash =
  'the hash beside it is wrong; the event itself is as it was when the witness vouched for it';
const rewrittenInGroup =
  'one of them was rewritten together with its hash, or the hash of their group was';
const rewrittenBeforeWitness =
  'one of them was rewritten together with its hash, or one before them together with the hashes of the tree, or the witness is that of another ledger';
