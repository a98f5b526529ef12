/** Chance that comes from a seed: the same seed, the same draws, for ever. */
import { createHash } from 'node:crypto';

export type Chance = {
  /** A number from 0 up to, not including, 1. */
  readonly fraction: () => number;
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  readonly happens: (probability: number) => boolean;
  /** @throws RangeError if there is nothing to pick from. */
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** Bytes for salts and keys: in a demo alone they come from the seed. */
  readonly bytes: (count: number) => Uint8Array;
};

export function chanceFrom(seed: string): Chance {
  let block = Buffer.alloc(0);
  let counter = 0;

  function bytes(count: number): Uint8Array {
    while (block.length < count) {
      const next = createHash('sha256').update(`${seed}\n${counter}`).digest();
      block = Buffer.concat([block, next]);
      counter += 1;
    }
    const taken = Uint8Array.from(block.subarray(0, count));
    block = block.subarray(count);
    return taken;
  }

  const fraction = () => Buffer.from(bytes(6)).readUIntBE(0, 6) / 2 ** 48;
  const between = (low: number, high: number) => low + Math.floor(fraction() * (high - low + 1));

  return {
    bytes,
    fraction,
    between,
    happens: (probability) => fraction() < probability,
    pick(items) {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new RangeError('there is nothing to pick from');
      return item;
    },
  };
}
