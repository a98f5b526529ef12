/** Chance that comes from a seed: the same seed, the same draws, for ever. */
import { hash } from 'node:crypto';
import type { Random } from '../ledger/key-ring.ts';

export type Chance = {
  /** A number from 0 up to, not including, 1. */
  readonly fraction: () => number;
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  readonly happens: (probability: number) => boolean;
  /** @throws RangeError if there is nothing to pick from. */
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** One of `items`, each as likely as its share of all the weights. @throws RangeError as `pick`. */
  readonly weighted: <Item>(items: readonly (readonly [weight: number, item: Item])[]) => Item;
};

/** The chance of one thing in the demo, by its seed and its name: what is drawn elsewhere does not change it. */
export function chanceFrom(...name: readonly (string | number)[]): Chance {
  const fraction = fractionsFrom(hash('sha256', name.join('\n'), 'buffer'));
  const between = (low: number, high: number) => low + Math.floor(fraction() * (high - low + 1));

  function pick<Item>(items: readonly Item[]): Item {
    const item = items[between(0, items.length - 1)];
    if (item === undefined) throw new RangeError('there is nothing to pick from');
    return item;
  }

  return {
    fraction,
    between,
    happens: (probability) => fraction() < probability,
    pick,
    weighted<Item>(items: readonly (readonly [number, Item])[]): Item {
      let rest = fraction() * items.reduce((sum, [weight]) => sum + weight, 0);
      const found = items.find(([weight]) => {
        rest -= weight;
        return rest < 0;
      });
      return (found ?? pick(items))[1];
    },
  };
}

/** Small and quick, where nothing is secret: `sfc32` by Chris Doty-Humphrey, begun with 12 bytes of `state`. */
function fractionsFrom(state: Buffer): () => number {
  let [a, b, c, counter] = [state.readInt32LE(0), state.readInt32LE(4), state.readInt32LE(8), 1];

  function next(): number {
    const drawn = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11) | 0) + drawn) | 0;
    return drawn >>> 0;
  }

  for (let round = 0; round < 12; round += 1) next(); // until every bit depends on every bit
  return () => next() / 2 ** 32;
}

/** Bytes for salts and keys: in a demo alone they come from a seed. */
export function bytesFrom(seed: string): Random {
  let block = Buffer.alloc(0);
  let blocks = 0;
  let used = 0;

  return (count) => {
    while (block.length - used < count) {
      const next = hash('sha512', `${seed}\n${blocks}`, 'buffer');
      block = Buffer.concat([block.subarray(used), next]);
      used = 0;
      blocks += 1;
    }
    used += count;
    return Uint8Array.from(block.subarray(used - count, used));
  };
}
