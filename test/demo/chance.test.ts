/** Chance that comes from a seed. */
import { describe, expect, it } from 'vitest';
import { bytesFrom, chanceFrom } from '../../src/demo/chance.ts';

const draws = (count: number, draw: () => number) => Array.from({ length: count }, draw);

describe('the chance of one thing', () => {
  it('draws the same again by the same name, and something else by another', () => {
    const drawn = (...name: readonly string[]) => draws(20, chanceFrom(...name).fraction);
    expect(drawn('1', 'dossier')).toEqual(drawn('1', 'dossier'));
    expect(drawn('1', 'dossier')).not.toEqual(drawn('1', 'receipt'));
    expect(drawn('1', 'dossier')).not.toEqual(drawn('2', 'dossier'));
  });

  it('is never 1, and falls everywhere alike', () => {
    const { fraction } = chanceFrom('even');
    const tenths = Map.groupBy(draws(10_000, fraction), (drawn) => Math.floor(drawn * 10));
    expect(tenths.size).toBe(10);
    for (const drawn of tenths.values()) expect(Math.abs(drawn.length - 1_000)).toBeLessThan(150);
  });

  it('draws both ends of a range, and nothing beside it', () => {
    const { between } = chanceFrom('range');
    expect(new Set(draws(200, () => between(3, 5)))).toEqual(new Set([3, 4, 5]));
  });

  it('picks each as often as its weight says', () => {
    const chance = chanceFrom('weights');
    const picked = Array.from({ length: 4_000 }, () =>
      chance.weighted([
        [3, 'often'],
        [1, 'seldom'],
        [0, 'never'],
      ]),
    );
    const often = picked.filter((one) => one === 'often').length;
    expect(often / picked.length).toBeCloseTo(0.75, 1);
    expect(picked).not.toContain('never');
  });

  it('has nothing to pick from nothing', () => {
    expect(() => chanceFrom('empty').pick([])).toThrow(RangeError);
    expect(() => chanceFrom('empty').weighted([])).toThrow(RangeError);
  });
});

describe('bytes for salts and keys', () => {
  it('are the same for the same seed, however they are asked for', () => {
    const [one, other] = [bytesFrom('1'), bytesFrom('1')];
    const inParts = Buffer.concat([one(16), one(200), one(3)]);
    expect(Buffer.from(other(219)).equals(inParts)).toBe(true);
    expect(bytesFrom('2')(219)).not.toEqual(new Uint8Array(inParts));
  });

  it('are not changed by what comes after', () => {
    const random = bytesFrom('1');
    const first = random(32);
    const copy = Uint8Array.from(first);
    random(500);
    expect(first).toEqual(copy);
  });
});
