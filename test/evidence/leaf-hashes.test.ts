/** The quicker way to the same hashes. */
import { hash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromHex, leafHashInHex, rootOfGroup, toHex } from '../../src/evidence/leaf-hashes.ts';
import { groupLeaves, leafHash, rootOf } from '../../src/ledger/merkle.ts';

test('a leaf has the hash that the tree has of it, however long it is', () => {
  const length = fc.constantFrom(0, 1, 40, 5_460, 5_462, 16_383, 16_384, 40_000);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), length, (text, most) => {
      const leaf = `${text}đ`.repeat(Math.ceil(most / (text.length + 1))).slice(0, most);
      expect(leafHashInHex(leaf)).toBe(toHex(leafHash(Buffer.from(leaf))));
    }),
  );
});

test('a group has the root that the tree has of it', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const leaves = Array.from({ length: groupLeaves }, (_, place) =>
        hash('sha256', seed + place),
      );
      expect(toHex(rootOfGroup(leaves))).toBe(toHex(rootOf(leaves.map(fromHex))));
    }),
    { numRuns: 20 },
  );
});

test('a root that was given is not changed by the next', () => {
  const leaves = (text: string) => Array.from({ length: groupLeaves }, () => hash('sha256', text));
  const first = rootOfGroup(leaves('a'));
  const before = toHex(first);
  expect(toHex(rootOfGroup(leaves('b')))).not.toBe(before);
  expect(toHex(first)).toBe(before);
});

test.each([
  ['a leaf too few', groupLeaves - 1, '00'.repeat(32)],
  ['a leaf too many', groupLeaves + 1, '00'.repeat(32)],
  ['leaves that are short', groupLeaves, '00'.repeat(31)],
  ['leaves that are not hex', groupLeaves, 'x'.repeat(64)],
])('%s make no group', (_, count, leaf) => {
  expect(() => rootOfGroup(Array.from({ length: count }, () => leaf))).toThrow(RangeError);
});
