/**
 * The hashes of `merkle.ts` for whoever makes very many of them and keeps none: leaves in hex, groups at once.
 *
 * A hash that is handed over as a buffer costs as much again as the hashing.
 */
import { hash } from 'node:crypto';
import { type Digest, groupLeaves, leafHash } from '../ledger/merkle.ts';

const digestBytes = 32;

/** `leafHash` of a leaf in UTF-8, in hex. */
export function leafHashInHex(leaf: string): string {
  const bytesMax = 1 + leaf.length * 3; // UTF-8 takes at most three bytes a unit
  if (bytesMax > leafInput.length) return toHex(leafHash(Buffer.from(leaf)));
  return hash('sha256', leafInput.subarray(0, 1 + leafInput.write(leaf, 1)), 'hex');
}

/** Reused, byte 0 being the prefix of a leaf. */
const leafInput = Buffer.alloc(16 * 1024);

/**
 * The root over the leaf hashes of one complete group, given in hex.
 *
 * @throws RangeError unless there are `groupLeaves` of them, each of 32 bytes.
 */
export function rootOfGroup(leaves: readonly string[]): Digest {
  if (leaves.length !== groupLeaves) {
    throw new RangeError(`a group has ${groupLeaves} leaves, and not ${leaves.length}`);
  }
  for (const [place, leaf] of leaves.entries()) {
    if (level.write(leaf, place * digestBytes, 'hex') !== digestBytes) {
      throw new RangeError(`a digest has ${digestBytes} bytes`);
    }
  }
  for (let nodes = groupLeaves / 2; nodes >= 1; nodes /= 2) {
    for (let node = 0; node < nodes; node += 1) {
      level.copy(nodeInput, 1, 2 * node * digestBytes, 2 * (node + 1) * digestBytes);
      level.write(hash('sha256', nodeInput, 'binary'), node * digestBytes, 'binary');
    }
  }
  return new Uint8Array(level.subarray(0, digestBytes));
}

/** One level of the group's tree, in whose beginning the next is written. */
const level = Buffer.alloc(groupLeaves * digestBytes);

/** Reused, byte 0 being the prefix of an inner node. */
const nodeInput = Buffer.alloc(1 + 2 * digestBytes);
nodeInput[0] = 0x01;

export function toHex(digest: Digest): string {
  return Buffer.from(digest.buffer, digest.byteOffset, digest.byteLength).toString('hex');
}

export function fromHex(hex: string): Digest {
  return Buffer.from(hex, 'hex');
}
