/**
 * The tree made again beside the hashes that are kept of it: by groups of 256 leaves, and at the
 * size that the witness vouches for.
 *
 * Three trees grow together: of the leaves as they are stored, of the leaves as they are derived, and of
 * the hashes of groups as they are stored. Whichever of them has the root of the witness is vouched for.
 */
import type { DatabaseSync } from 'node:sqlite';
import { type Digest, Frontier, groupHeight, groupLeaves } from '../ledger/merkle.ts';
import type { Head } from '../ledger/witness.ts';
import type { Checked } from './event-check.ts';
import { fromHex, rootOfGroup } from './leaf-hashes.ts';
import { reasonOf } from './sqlite-errors.ts';

/** Which tree has the root that the witness vouches for. `none`: no tree has. `unknown`: there is no such root, or no tree of that size. */
export type VouchedFor = 'stored' | 'derived' | 'groups' | 'none' | 'unknown';

export type TreeEvidence = {
  /** Leaves in it. */
  readonly size: number;
  /** Over the leaves as they are derived. */
  readonly root: Digest;
  readonly vouchedFor: VouchedFor;
  /** Whether the leaves as they are derived have that root: then no event before it was changed. */
  readonly agrees: boolean;
  /** Numbers of groups that neither tree has the kept hash of, in order. */
  readonly broken: ReadonlySet<number>;
};

export type TreeCheck = {
  readonly push: (leaf: Checked) => void;
  readonly evidence: () => TreeEvidence;
};

/** @param witnessed null where no witness can be read. */
export function treeCheck(database: DatabaseSync, witnessed: Head | null): TreeCheck {
  const keptHash = database.prepare('SELECT hash FROM tile WHERE number = ?');
  const trees = { stored: new Frontier(), derived: new Frontier(), groups: new Frontier() };
  const broken = new Set<number>();
  let group: Checked[] = [];
  let size = 0;
  let vouchedFor: VouchedFor = 'unknown';
  let agrees = false;

  /** The roots with the group that is not complete. */
  function roots() {
    const [stored, derived, groups] = [
      trees.stored.clone(),
      trees.derived.clone(),
      trees.groups.clone(),
    ];
    for (const leaf of group) {
      const kept = fromHex(leaf.stored);
      stored.push(kept);
      derived.push(fromHex(leaf.derived));
      groups.push(kept);
    }
    return { stored: stored.root(), derived: derived.root(), groups: groups.root() };
  }

  function compareWithWitness({ root }: Head): void {
    const { stored, derived, groups } = roots();
    agrees = isSame(derived, root);
    if (isSame(stored, root)) vouchedFor = 'stored';
    else if (agrees) vouchedFor = 'derived';
    else vouchedFor = isSame(groups, root) ? 'groups' : 'none';
  }

  function completeGroup(): void {
    const stored = rootOfGroup(group.map((leaf) => leaf.stored));
    const asDerived = group.every((leaf) => leaf.derived === leaf.stored);
    const derived = asDerived ? stored : rootOfGroup(group.map((leaf) => leaf.derived));
    const number = size / groupLeaves - 1;
    const kept = hashOfGroup(number);
    if (kept === null || !(isSame(kept, stored) || isSame(kept, derived))) broken.add(number);
    trees.stored.push(stored, groupHeight);
    trees.derived.push(derived, groupHeight);
    trees.groups.push(kept ?? stored, groupHeight);
    group = [];
  }

  function hashOfGroup(number: number): Digest | null {
    try {
      const hash = keptHash.get(number)?.['hash'];
      return hash instanceof Uint8Array && hash.length === 32 ? hash : null;
    } catch (error) {
      reasonOf(error); // throws what says nothing of the file
      return null;
    }
  }

  if (witnessed?.size === 0n) compareWithWitness(witnessed);
  return {
    push(leaf) {
      group.push(leaf);
      size += 1;
      if (group.length === groupLeaves) completeGroup();
      if (witnessed !== null && witnessed.size === BigInt(size)) compareWithWitness(witnessed);
    },
    evidence: () => ({ size, root: roots().derived, vouchedFor, agrees, broken }),
  };
}

function isSame(a: Digest, b: Digest): boolean {
  return Buffer.compare(a, b) === 0;
}
