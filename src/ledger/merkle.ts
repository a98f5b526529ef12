/**
 * The tree over the ledger, so that a small published hash commits to every event before it.
 *
 * The hashing is that of RFC 6962, section 2.1 (unchanged in RFC 9162), which means that any
 * Certificate Transparency verifier can check our proofs (`merkle-proof.ts`). Sizes and places are
 * whole numbers below 2^53.
 */
import { hash } from 'node:crypto';

/** 32 bytes of SHA-256. Never changed once made: trees share them. */
export type Digest = Uint8Array;

const digestBytes = 32;

/** The root of a tree without leaves: SHA-256 of nothing. */
export const emptyRoot: Digest = hash('sha256', '', 'buffer');

/** SHA-256(0x00 || leaf). The prefix keeps a leaf from ever passing for a node. */
export function leafHash(leaf: Uint8Array): Digest {
  const size = leaf.length + 1;
  const input = size <= leafInput.length ? leafInput.subarray(0, size) : new Uint8Array(size);
  input.set(leaf, 1);
  return hash('sha256', input, 'buffer');
}

/** Reused, byte 0 being the prefix; a longer leaf has one of its own. */
const leafInput = new Uint8Array(4_096);

/** SHA-256(0x01 || left || right). @throws RangeError unless both are digests. */
export function nodeHash(left: Digest, right: Digest): Digest {
  // Fewer bytes would leave those of the last node in their place, and could forge a proof.
  if (left.length !== digestBytes || right.length !== digestBytes) {
    throw new RangeError(`a digest has ${digestBytes} bytes`);
  }
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + digestBytes);
  return hash('sha256', nodeInput, 'buffer');
}

/** Reused, which makes hashing half as quick again. */
const nodeInput = new Uint8Array(1 + 2 * digestBytes);
nodeInput[0] = 0x01;

/** The root over leaf hashes, in n − 1 node hashes. */
export function rootOf(leaves: Iterable<Digest>): Digest {
  const tree = new Frontier();
  for (const leaf of leaves) tree.push(leaf);
  return tree.root();
}

/**
 * A tree that only grows, of which only the right edge is kept: the hashes of its complete subtrees,
 * at most one of each height. Pushing takes one node hash on average, and `root()` at most log₂ n.
 */
export class Frontier {
  /** By height, as the bits of a binary counter. */
  private readonly subtrees: (Digest | undefined)[] = [];
  private leaves = 0;

  /** How many leaves it has. */
  get size(): number {
    return this.leaves;
  }

  /**
   * Adds a leaf hash, or the hash of a complete subtree of 2^height leaves.
   *
   * @throws RangeError if such a subtree cannot begin here.
   */
  push(digest: Digest, height = 0): void {
    const leaves = 2 ** height;
    if (this.leaves % leaves !== 0) {
      throw new RangeError(`no complete subtree of ${leaves} leaves begins at leaf ${this.leaves}`);
    }
    let joined = digest;
    let at = height;
    for (let left = this.subtrees[at]; left !== undefined; left = this.subtrees[at]) {
      joined = nodeHash(left, joined);
      this.subtrees[at] = undefined;
      at += 1;
    }
    while (this.subtrees.length < at) this.subtrees.push(undefined);
    this.subtrees[at] = joined;
    this.leaves += leaves;
  }

  root(): Digest {
    let right: Digest | undefined;
    for (const left of this.subtrees) {
      if (left !== undefined) right = right === undefined ? left : nodeHash(left, right);
    }
    return right ?? emptyRoot;
  }

  /** The hashes of its complete subtrees, the largest first: all that `restore` needs beside the size. */
  peaks(): Digest[] {
    return this.subtrees.filter((subtree) => subtree !== undefined).toReversed();
  }

  /** Another with the same leaves: the two then grow apart. */
  clone(): Frontier {
    return Frontier.restore(this.leaves, this.peaks());
  }

  /**
   * The frontier that had `size` leaves and these `peaks()`.
   *
   * @throws RangeError if a tree of that size has more or fewer.
   */
  static restore(size: number, peaks: readonly Digest[]): Frontier {
    const restored = new Frontier();
    for (const peak of peaks) {
      const rest = size - restored.leaves;
      if (!(rest > 0)) break;
      restored.push(peak, heightBelow(rest + 1));
    }
    if (restored.leaves !== size || restored.peaks().length !== peaks.length) {
      throw new RangeError(`${peaks.length} hashes do not make a tree of ${size} leaves`);
    }
    return restored;
  }
}

/** Leaves under one kept hash: as in C2SP tlog-tiles, and so in Certificate Transparency's static logs. */
export const groupLeaves = 256;
export const groupHeight = Math.log2(groupLeaves);

/**
 * The tree of complete groups of `groupLeaves` leaves, given as their hashes, and then single leaf hashes.
 */
export function frontierOf(groups: Iterable<Digest>, tail: Iterable<Digest>): Frontier {
  const tree = new Frontier();
  for (const group of groups) tree.push(group, groupHeight);
  for (const leaf of tail) tree.push(leaf);
  return tree;
}

/** Height of the largest complete subtree with fewer leaves than `size`, at least 2: RFC 6962's k is 2 to that. */
export function heightBelow(size: number): number {
  let height = 0;
  while (2 ** (height + 1) < size) height += 1;
  return height;
}
