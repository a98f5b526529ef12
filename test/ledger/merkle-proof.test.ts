import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Digest,
  emptyRoot,
  groupLeaves,
  leafHash,
  nodeHash,
  rootOf,
} from '../../src/ledger/merkle.ts';
import {
  consistencyProof,
  inclusionProof,
  subtreesFrom,
  subtreesOf,
  verifyConsistency,
  verifyInclusion,
} from '../../src/ledger/merkle-proof.ts';

const sizeMax = 70;

/** Leaves differ, as events do: the same leaf twice can rightly be proved in two places. */
const leaves = Array.from({ length: sizeMax }, (_, index) => leafHash(Buffer.of(index)));
const leaf = (index: number) => leaves[index] ?? emptyRoot;
const roots = Array.from({ length: sizeMax + 1 }, (_, size) => rootOf(leaves.slice(0, size)));
const root = (size: number) => roots[size] ?? emptyRoot;
const subtree = subtreesOf(leaves);
const hex = (digests: readonly Digest[]) =>
  digests.map((each) => Buffer.from(each).toString('hex'));

/** Proofs that are almost right: a hash changed, left out, added, cut, or two in the wrong order. */
function forgeriesOf(proof: readonly Digest[]): Digest[][] {
  const stranger = leafHash(Buffer.from('stranger'));
  return [
    [...proof, stranger],
    [stranger, ...proof],
    ...proof.flatMap((each, place) => [
      proof.with(place, leafHash(each)),
      proof.with(place, each.subarray(0, 31)),
      proof.with(place, Buffer.concat([each, each])),
      proof.toSpliced(place, 1),
      ...(place > 0 ? [proof.toSpliced(place, 1).toSpliced(place - 1, 0, each)] : []),
    ]),
  ];
}

/** The tree of RFC 9162, section 2.1.5: seven leaves, d0 to d6, and the nodes that it names. */
describe('the example of the RFC', () => {
  const [a, b, c, d] = [leaf(0), leaf(1), leaf(2), leaf(3)];
  const [e, f, j] = [leaf(4), leaf(5), leaf(6)];
  const [g, h, i] = [nodeHash(a, b), nodeHash(c, d), nodeHash(e, f)];
  const [k, l] = [nodeHash(g, h), nodeHash(i, j)];

  test.each([
    ['d0', 0, [b, h, l]],
    ['d3', 3, [c, g, l]],
    ['d4', 4, [f, j, k]],
    ['d6', 6, [i, k]],
  ])('the inclusion of %s', (_, index, proof) => {
    expect(hex(inclusionProof(index, 7, subtree))).toEqual(hex(proof));
  });

  test.each([
    [3, [c, d, g, l]],
    [4, [l]],
    [6, [i, j, k]],
  ])('the consistency of the first %i leaves', (first, proof) => {
    expect(hex(consistencyProof(first, 7, subtree))).toEqual(hex(proof));
  });
});

describe('inclusion', () => {
  test('every leaf of every tree is proved, with no more hashes than need be', () => {
    for (let size = 1; size <= sizeMax; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(index, size, subtree);
        expect(verifyInclusion(leaf(index), index, size, proof, root(size))).toBe(true);
        expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
      }
    }
  });

  test('a leaf is proved only in its own place, its own tree, and by its own proof', () => {
    const sizes = fc.integer({ min: 1, max: sizeMax });
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, a, b) => {
        const [index, elsewhere] = [a % size, b % size];
        const proof = inclusionProof(index, size, subtree);
        const holds = (at: number, by: readonly Digest[], what = leaf(index), under = root(size)) =>
          verifyInclusion(what, at, size, by, under);
        expect(holds(elsewhere, proof)).toBe(index === elsewhere);
        expect(holds(index, proof, leafHash(leaf(index)))).toBe(false);
        expect(holds(index, proof, leaf(index), root(size - 1))).toBe(false);
        for (const forged of forgeriesOf(proof)) expect(holds(index, forged)).toBe(false);
      }),
    );
  });

  test.each([-1, 3, 0.5, Number.NaN, 2 ** 53])('there is no leaf %d among three', (index) => {
    expect(() => inclusionProof(index, 3, subtree)).toThrow(`no leaf ${index} among 3`);
    expect(verifyInclusion(leaf(0), index, 3, inclusionProof(0, 3, subtree), root(3))).toBe(false);
  });

  test('a leaf that is cut, or a root that is, proves nothing', () => {
    expect(verifyInclusion(leaf(0), 0, 1, [], leaf(0))).toBe(true);
    expect(verifyInclusion(leaf(0).subarray(1), 0, 1, [], leaf(0).subarray(1))).toBe(false);
    expect(verifyInclusion(leaf(0), 0, 1, [], leaf(0).subarray(1))).toBe(false);
  });
});

describe('consistency', () => {
  test('every tree is proved to be the beginning of every later one', () => {
    for (let second = 0; second <= sizeMax; second += 1) {
      for (let first = 0; first <= second; first += 1) {
        const proof = consistencyProof(first, second, subtree);
        expect(verifyConsistency(first, second, proof, root(first), root(second))).toBe(true);
        expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(second || 1)) + 1);
      }
    }
  });

  test('another beginning, another end, and every forged proof are refused', () => {
    const places = fc.integer({ min: 1, max: sizeMax });
    fc.assert(
      fc.property(places, places, places, (a, b, other) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        const proof = consistencyProof(first, second, subtree);
        const isOne = verifyConsistency(first, second, proof, root(other), root(second));
        expect(isOne).toBe(other === first);
        const isOther = verifyConsistency(first, second, proof, root(first), root(other));
        expect(isOther).toBe(other === second);
        for (const forged of forgeriesOf(proof)) {
          expect(verifyConsistency(first, second, forged, root(first), root(second))).toBe(false);
        }
      }),
    );
  });

  test('a tree whose past was changed proves no consistency with what it was', () => {
    fc.assert(
      fc.property(fc.nat(sizeMax - 1), fc.nat(sizeMax - 1), (a, changed) => {
        const first = Math.max(a, changed) + 1; // the change lies within the first tree
        const rewritten = leaves.with(changed, leafHash(Buffer.from('rewritten')));
        const proof = consistencyProof(first, sizeMax, subtreesOf(rewritten));
        const now = rootOf(rewritten);
        expect(verifyConsistency(first, sizeMax, proof, root(first), now)).toBe(false);
      }),
    );
  });

  test.each([
    [4, 3],
    [-1, 3],
    [0.5, 3],
    [1, 2 ** 53],
  ])('%d leaves are not the beginning of %d', (first, second) => {
    expect(() => consistencyProof(first, second, subtree)).toThrow(RangeError);
    expect(verifyConsistency(first, second, [], root(1), root(1))).toBe(false);
  });

  test('the empty tree begins every tree, and only with the empty root', () => {
    expect(verifyConsistency(0, 5, [], emptyRoot, root(5))).toBe(true);
    expect(verifyConsistency(0, 5, [], root(1), root(5))).toBe(false);
    expect(verifyConsistency(0, 5, [root(5)], emptyRoot, root(5))).toBe(false);
  });
});

describe('a large tree', () => {
  const size = 5 * groupLeaves + 77;
  const many = Array.from({ length: size }, (_, index) => leafHash(Buffer.from(String(index))));
  const groups = Array.from({ length: 5 }, (_, group) =>
    rootOf(many.slice(group * groupLeaves, (group + 1) * groupLeaves)),
  );
  const kept = subtreesFrom((what, from, count) => {
    const hashes = what === 'groups' ? groups : many;
    return hashes.slice(from, from + count);
  });

  test('is proved from groups and leaves as from its leaves alone', () => {
    const all = subtreesOf(many);
    for (const index of [0, 255, 256, 700, 1_279, 1_280, size - 1]) {
      const proof = inclusionProof(index, size, kept);
      expect(hex(proof)).toEqual(hex(inclusionProof(index, size, all)));
      expect(hex(consistencyProof(index, size, kept))).toEqual(
        hex(consistencyProof(index, size, all)),
      );
    }
  });

  test('reads one group of leaves for one leaf, and for the rest only groups and the tail', () => {
    let read = 0;
    inclusionProof(
      300,
      size,
      subtreesFrom((what, from, count) => {
        if (what === 'leaves') read += count;
        return (what === 'groups' ? groups : many).slice(from, from + count);
      }),
    );
    expect(read).toBe(255 + 77);
  });
});

test('beyond 2^31 leaves the arithmetic still holds', () => {
  const size = 2 ** 40;
  const complete: Digest[] = [leaf(0)]; // of a tree whose leaves are all alike
  const at = (height: number): Digest =>
    (complete[height] ??= height === 0 ? leaf(0) : nodeHash(at(height - 1), at(height - 1)));
  const index = 2 ** 39 + 12_345;
  const proof = inclusionProof(index, size + 1, at);
  const top = nodeHash(at(40), leaf(0));
  expect(verifyInclusion(leaf(0), index, size + 1, proof, top)).toBe(true);
  expect(verifyInclusion(leaf(1), index, size + 1, proof, top)).toBe(false);
  const grown = consistencyProof(size, size + 1, at);
  expect(verifyConsistency(size, size + 1, grown, at(40), top)).toBe(true);
  expect(verifyConsistency(size, size + 1, grown, at(39), top)).toBe(false);
});
