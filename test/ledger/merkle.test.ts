import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  emptyRoot,
  Frontier,
  frontierOf,
  groupLeaves,
  leafHash,
  nodeHash,
  rootOf,
} from '../../src/ledger/merkle.ts';

/** The tree of the Certificate Transparency test suites (`transparency-dev/merkle`, testonly). */
const leaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const leafAt = (place: number) => leafHash(Buffer.from(String(place)));
const treeOf = (size: number) => Array.from({ length: size }, (_, place) => leafAt(place));

test.each(roots.map((root, size) => [size, root] as const))(
  'the first %i leaves of the reference tree have root %s',
  (size, root) => {
    const hashes = leaves.slice(0, size).map((leaf) => leafHash(Buffer.from(leaf, 'hex')));
    expect(hex(rootOf(hashes))).toBe(root);
  },
);

describe('hashing', () => {
  test.each([0, 1, 4_095, 4_096, 100_000])('a leaf of %i bytes has its prefix', (size) => {
    const leaf = Buffer.alloc(size, 0xab);
    leafHash(Buffer.alloc(4_095, 0xff)); // what was hashed before leaves nothing behind
    expect(hex(leafHash(leaf))).toBe(hash('sha256', Buffer.concat([Buffer.of(0), leaf])));
  });

  test('a node is its two digests in their order, behind their prefix', () => {
    const [a, b] = [leafAt(0), leafAt(1)];
    expect(hex(nodeHash(a, b))).toBe(hash('sha256', Buffer.concat([Buffer.of(1), a, b])));
    expect(hex(nodeHash(b, a))).not.toBe(hex(nodeHash(a, b)));
  });

  test.each([0, 31, 33])('%i bytes are not a digest, on either side', (size) => {
    expect(() => nodeHash(leafAt(0), new Uint8Array(size))).toThrow(RangeError);
    expect(() => nodeHash(new Uint8Array(size), leafAt(0))).toThrow(RangeError);
  });

  test('a tree of nothing has the hash of nothing', () => {
    expect(hex(emptyRoot)).toBe(hash('sha256', ''));
    expect(new Frontier().root()).toBe(emptyRoot);
  });
});

/** RFC 6962, section 2.1, word for word. */
function rootByTheBook(hashes: readonly Uint8Array[]): Uint8Array {
  const [only] = hashes;
  if (only === undefined) return emptyRoot;
  if (hashes.length === 1) return only;
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return nodeHash(rootByTheBook(hashes.slice(0, k)), rootByTheBook(hashes.slice(k)));
}

describe('a tree that grows', () => {
  test('has at every size the root that the RFC gives', () => {
    const tree = new Frontier();
    const hashes = treeOf(300);
    for (const [place, leaf] of hashes.entries()) {
      tree.push(leaf);
      expect(tree.size).toBe(place + 1);
      expect(hex(tree.root())).toBe(hex(rootByTheBook(hashes.slice(0, place + 1))));
    }
  });

  test('is restored from its peaks, and then grows as if it had never stopped', () => {
    fc.assert(
      fc.property(fc.nat(70), fc.nat(70), (size, more) => {
        const before = new Frontier();
        for (const leaf of treeOf(size)) before.push(leaf);
        const restored = Frontier.restore(size, before.peaks());
        for (const leaf of treeOf(more)) restored.push(leaf);
        expect(restored.size).toBe(size + more);
        expect(hex(restored.root())).toBe(hex(rootByTheBook([...treeOf(size), ...treeOf(more)])));
        expect(hex(before.root())).toBe(hex(rootByTheBook(treeOf(size))));
      }),
    );
  });

  test('a clone grows alone', () => {
    const tree = frontierOf([], treeOf(5));
    const clone = tree.clone();
    clone.push(leafAt(5));
    expect([tree.size, clone.size]).toEqual([5, 6]);
    expect(hex(tree.root())).toBe(hex(rootOf(treeOf(5))));
    expect(hex(clone.root())).toBe(hex(rootOf(treeOf(6))));
  });

  test.each([
    ['too few peaks', 7, 2],
    ['too many', 4, 2],
    ['peaks of nothing', 0, 1],
    ['a size below nothing', -1, 0],
    ['half a leaf', 1.5, 1],
    ['no number', Number.NaN, 0],
  ])('is not restored from %s', (_, size, count) => {
    expect(() => Frontier.restore(size, treeOf(count))).toThrow(RangeError);
  });

  test.each([0, 1, 255, 256, 257, 511, 512, 1_000])(
    'of %i leaves is folded from whole groups of 256 and a tail',
    (size) => {
      const hashes = treeOf(size);
      const whole = Math.floor(size / groupLeaves);
      const groups = Array.from({ length: whole }, (_, group) =>
        rootByTheBook(hashes.slice(group * groupLeaves, (group + 1) * groupLeaves)),
      );
      const tree = frontierOf(groups, hashes.slice(whole * groupLeaves));
      expect(tree.size).toBe(size);
      expect(hex(tree.root())).toBe(hex(rootByTheBook(hashes)));
    },
  );

  test('a group begins where groups begin, and nowhere else', () => {
    const tree = frontierOf([], treeOf(2));
    expect(() => tree.push(leafAt(0), 2)).toThrow(/begins at leaf 2/);
    tree.push(nodeHash(leafAt(2), leafAt(3)), 1);
    expect(hex(tree.root())).toBe(hex(rootOf(treeOf(4))));
  });
});
