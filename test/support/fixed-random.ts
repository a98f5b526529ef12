/** Randomness that is the same every time: for golden files. */
import { hash } from 'node:crypto';
import type { Random } from '../../src/ledger/key-ring.ts';

/** Bytes that look random, and follow from `seed` and from how much was asked before. */
export function fixedRandom(seed: string): Random {
  let asked = 0;
  return (bytes) => {
    const blocks: Buffer[] = [];
    for (let made = 0; made < bytes; made += 32) {
      blocks.push(hash('sha256', `${seed}/${asked}`, 'buffer'));
      asked += 1;
    }
    return Buffer.concat(blocks).subarray(0, bytes);
  };
}
