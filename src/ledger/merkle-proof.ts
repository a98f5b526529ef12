/**
 * Proofs over the tree: that an event is in it, and that a later tree still holds all of an earlier one.
 *
 * RFC 6962, section 2.1, makes the proofs; RFC 9162, section 2.1, has the algorithms that check them,
 * whose names for the two counters, fn and sn, are kept.
 */
import { type Digest, emptyRoot, groupHeight, heightBelow, nodeHash, rootOf } from './merkle.ts';

/** The hash of the complete subtree of 2^height leaves that begins at leaf place · 2^height. */
export type Subtrees = (height: number, place: number) => Digest;

/** The complete subtrees of a tree whose leaf hashes are all at hand. */
export function subtreesOf(leaves: readonly Digest[]): Subtrees {
  return (height, place) => rootOf(leaves.slice(place * 2 ** height, (place + 1) * 2 ** height));
}

/**
 * The complete subtrees of a tree of which only leaf hashes and the hashes of whole groups are kept.
 *
 * @param kept `count` hashes from number `from` on: of leaves, or of groups of `groupLeaves` leaves.
 */
export function subtreesFrom(
  kept: (what: 'leaves' | 'groups', from: number, count: number) => Iterable<Digest>,
): Subtrees {
  return (height, place) => {
    if (height < groupHeight) return rootOf(kept('leaves', place * 2 ** height, 2 ** height));
    const count = 2 ** (height - groupHeight);
    return rootOf(kept('groups', place * count, count));
  };
}

/**
 * The hashes that, with leaf `index`, rebuild the root of the first `size` leaves: nearest sibling
 * first, at most ⌈log₂ size⌉ of them.
 *
 * @throws RangeError if there is no such leaf.
 */
export function inclusionProof(index: number, size: number, subtree: Subtrees): Digest[] {
  if (!isSize(size) || !isSize(index) || index >= size) {
    throw new RangeError(`no leaf ${index} among ${size}`);
  }
  const proof: Digest[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const split = from + 2 ** heightBelow(to - from);
    if (index < split) {
      proof.push(rangeHash(split, to, subtree));
      to = split;
    } else {
      proof.push(rangeHash(from, split, subtree));
      from = split;
    }
  }
  return proof.toReversed();
}

/**
 * Whether `proof` shows that `leaf` is number `index` of the `size` under `root`.
 *
 * The proof comes from outside, so a malformed one is simply false. RFC 9162, section 2.1.3.2.
 */
export function verifyInclusion(
  leaf: Digest,
  index: number,
  size: number,
  proof: readonly Digest[],
  root: Digest,
): boolean {
  if (!isSize(size) || !isSize(index) || index >= size) return false;
  if (![leaf, ...proof].every(isDigest)) return false;
  let [fn, sn] = [index, size - 1];
  let r = leaf;
  for (const p of proof) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      r = nodeHash(p, r);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      r = nodeHash(r, p);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && isSame(r, root);
}

/**
 * The hashes that show the tree of the first `first` leaves to be the beginning of that of the first
 * `second`; at most ⌈log₂ second⌉ + 1 of them, and none if either tree is empty or both are one.
 *
 * @throws RangeError if the first tree is the larger.
 */
export function consistencyProof(first: number, second: number, subtree: Subtrees): Digest[] {
  if (!isSize(first) || !isSize(second) || first > second) {
    throw new RangeError(`a tree of ${first} leaves is not the beginning of one of ${second}`);
  }
  if (first === 0 || first === second) return [];
  const proof: Digest[] = [];
  let [from, to] = [0, second];
  while (first !== to) {
    const split = from + 2 ** heightBelow(to - from);
    if (first <= split) {
      proof.push(rangeHash(split, to, subtree));
      to = split;
    } else {
      proof.push(rangeHash(from, split, subtree));
      from = split;
    }
  }
  if (from > 0) proof.push(rangeHash(from, to, subtree)); // else it is the first root, which is known
  return proof.toReversed();
}

/**
 * Whether `proof` shows that the `first` leaves under `firstRoot` are the first of the `second` under
 * `secondRoot`. A malformed proof is simply false. RFC 9162, section 2.1.4.2.
 *
 * Every tree begins with the empty one, which the RFC leaves out: its proof is empty.
 */
export function verifyConsistency(
  first: number,
  second: number,
  proof: readonly Digest[],
  firstRoot: Digest,
  secondRoot: Digest,
): boolean {
  if (!isSize(first) || !isSize(second) || first > second) return false;
  if (![firstRoot, secondRoot, ...proof].every(isDigest)) return false;
  if (first === second) return proof.length === 0 && isSame(firstRoot, secondRoot);
  if (first === 0) return proof.length === 0 && isSame(firstRoot, emptyRoot);

  const [start, ...path] = isComplete(first) ? [firstRoot, ...proof] : proof;
  if (start === undefined) return false;
  let [fn, sn] = [first - 1, second - 1];
  while (isOdd(fn)) [fn, sn] = [half(fn), half(sn)];
  let [fr, sr] = [start, start];
  for (const c of path) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      fr = nodeHash(c, fr);
      sr = nodeHash(c, sr);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      sr = nodeHash(sr, c);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && isSame(fr, firstRoot) && isSame(sr, secondRoot);
}

/** The hash over leaves `from` up to `to`, where `from` begins a complete subtree at least as large. */
function rangeHash(from: number, to: number, subtree: Subtrees): Digest {
  const height = heightBelow(to - from + 1);
  const split = from + 2 ** height;
  const left = subtree(height, from / 2 ** height);
  return split === to ? left : nodeHash(left, rangeHash(split, to, subtree));
}

function isSize(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 0;
}

/** Whether a tree of `size` leaves is one complete subtree. Not by Math.log2, which rounds. */
function isComplete(size: number): boolean {
  return 2 ** heightBelow(size + 1) === size;
}

function isDigest({ length }: Digest): boolean {
  return length === emptyRoot.length;
}

function isSame(a: Digest, b: Digest): boolean {
  return Buffer.compare(a, b) === 0;
}

/** Not `& 1` and `>> 1`, which end at 2^31. */
function isOdd(n: number): boolean {
  return n % 2 === 1;
}

function half(n: number): number {
  return Math.floor(n / 2);
}
