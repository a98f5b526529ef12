/**
 * The tree over the events of one file: what is kept of it, and how it is read back.
 *
 * Kept are the hash of every leaf (beside its event) and of every complete subtree of 256; the few
 * hashes above are computed when the file is opened, and nothing is ever written again.
 */
import type { DatabaseSync } from 'node:sqlite';
import { emptyRoot, nodeHash } from '../merkle.ts';
import { tileLeaves } from './schema.ts';

const tileLevel = Math.log2(tileLeaves);

/** Told of each complete subtree of `tileLeaves` leaves, as it is completed. */
type OnTile = (number: number, hash: Uint8Array) => void;

/** A tree that grows at the right edge: the hashes of its perfect subtrees, largest first. */
export type StoredTree = {
  /** Leaves. */
  readonly size: number;
  readonly push: (leaf: Uint8Array, onTile?: OnTile) => void;
  /** Adds a complete subtree of `tileLeaves` at once; only while `size` is a multiple of it. */
  readonly pushTile: (hash: Uint8Array) => void;
  readonly root: () => Uint8Array;
  readonly clone: () => StoredTree;
};

export function emptyTree(): StoredTree {
  return growingTree([], 0);
}

/** Counts leaves and hashes nothing: to measure what the tree costs. */
export function countOnly(start: number): StoredTree {
  let size = start;
  return {
    get size() {
      return size;
    },
    push: () => void (size += 1),
    pushTile: () => void (size += tileLeaves),
    root: () => emptyRoot,
    clone: () => countOnly(size),
  };
}

function growingTree(edge: Uint8Array[], start: number): StoredTree {
  let size = start;

  /** Joins a new perfect subtree to those of its own height, as a binary counter carries. */
  function join(subtree: Uint8Array, height: number, onTile?: OnTile): void {
    let hash = subtree;
    let level = height;
    let counter = size / 2 ** height;
    while (counter % 2 === 1) {
      hash = nodeHash(edge.pop() ?? emptyRoot, hash);
      counter = (counter - 1) / 2;
      level += 1;
      if (level === tileLevel) onTile?.(counter, hash);
    }
    edge.push(hash);
    size += 2 ** height;
  }

  return {
    get size() {
      return size;
    },
    push: (leaf, onTile) => join(leaf, 0, onTile),
    pushTile(hash) {
      if (size % tileLeaves !== 0) throw new RangeError(`a tile does not start at leaf ${size}`);
      join(hash, tileLevel);
    },
    root() {
      const [smallest, ...larger] = edge.toReversed();
      return larger.reduce((right, left) => nodeHash(left, right), smallest ?? emptyRoot);
    },
    clone: () => growingTree([...edge], size),
  };
}

/**
 * The tree over the first `size` events, from the hashes that are kept.
 *
 * A hash that is missing, or is none, leaves the tree shorter than `size`: the caller compares.
 */
export function treeAt(database: DatabaseSync, size: number): StoredTree {
  const tiles = database.prepare(
    'SELECT hash FROM tile WHERE number >= ? AND number < ? ORDER BY number',
  );
  const leaves = database.prepare('SELECT leaf FROM event WHERE idx >= ? AND idx < ? ORDER BY idx');
  const tree = emptyTree();
  const whole = Math.floor(size / tileLeaves);
  for (let first = 0; first < whole; first += tilesPerRead) {
    for (const row of tiles.all(first, Math.min(first + tilesPerRead, whole))) {
      if (!isHash(row['hash'])) return tree;
      tree.pushTile(row['hash']);
    }
  }
  if (tree.size < whole * tileLeaves) return tree;
  for (const { leaf } of leaves.all(whole * tileLeaves, size)) {
    if (!isHash(leaf)) return tree;
    tree.push(leaf);
  }
  return tree;
}

const tilesPerRead = 10_000;

function isHash(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array && value.length === 32;
}
