/** What the head witness remembers, and how much of it must be destroyed before it remembers nothing. */
import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openWitness, readWitness, type Testimony } from '../../src/ledger/witness.ts';
import { newFolder } from '../support/ledger-folder.ts';

const slotBytes = 4096;
const head = (size: number) => ({ size: BigInt(size), root: new Uint8Array(32).fill(size) });
const identity = new Uint8Array(32).fill(9);
const said = (size: number, of = identity): Testimony => ({
  kind: 'head',
  ...head(size),
  identity: of,
});

/** A witness that has spoken of these sizes, in this order. */
function spoken(...sizes: readonly number[]): string {
  const file = join(newFolder(), 'head.witness');
  using witness = openWitness(file, identity);
  for (const size of sizes) witness.write(head(size));
  return file;
}

describe('a witness', () => {
  test('that is not there is absent, and reading does not make one', () => {
    const file = join(newFolder(), 'head.witness');
    expect(readWitness(file)).toEqual({ kind: 'absent' });
    expect(existsSync(file)).toBe(false);
  });

  test('that has not spoken yet cannot be read', () => {
    expect(readWitness(spoken())).toEqual({ kind: 'unreadable' });
  });

  test('says what it was told last', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 255 }), { minLength: 1, maxLength: 9 }), (sizes) => {
        expect(readWitness(spoken(...sizes))).toEqual(said(sizes.at(-1) ?? -1));
      }),
      { numRuns: 30 },
    );
  });

  test('says it after it was opened again, and goes on from there', () => {
    for (let words = 1; words <= 4; words += 1) {
      const file = spoken(...Array.from({ length: words }, (_, place) => place + 1));
      using again = openWitness(file);
      expect(readWitness(file)).toEqual(said(words));
      again.write(head(100));
      expect(readWitness(file)).toEqual(said(100));
    }
  });

  test('says which ledger it is of, until it is opened for another', () => {
    const file = spoken(1, 2);
    {
      using again = openWitness(file);
      again.write(head(3));
      expect(readWitness(file)).toEqual(said(3));
    }
    const other = new Uint8Array(32).fill(1);
    using witness = openWitness(file, other);
    expect(readWitness(file)).toEqual(said(3));
    witness.write(head(4));
    expect(readWitness(file)).toEqual(said(4, other));
  });

  test('may say less than before, for that is what an accepted loss is', () => {
    expect(readWitness(spoken(10, 20, 5))).toEqual(said(5));
  });

  test('keeps a number of events beyond what a double can hold', () => {
    const file = join(newFolder(), 'head.witness');
    using witness = openWitness(file);
    const size = 2n ** 53n + 1n;
    witness.write({ size, root: new Uint8Array(32) });
    expect(readWitness(file)).toMatchObject({ size });
  });

  test('never grows, so that a full disk does not stop it', () => {
    const file = spoken();
    expect(statSync(file).size).toBe(2 * slotBytes);
    using witness = openWitness(file);
    for (let size = 0; size < 20; size += 1) witness.write(head(size));
    expect(statSync(file).size).toBe(2 * slotBytes);
  });

  test('is not made in a folder that is not there', () => {
    expect(() => openWitness(join(newFolder(), 'missing', 'head.witness'))).toThrow('ENOENT');
  });
});

describe('a write that was torn leaves what was said before', () => {
  test('wherever it was torn', () => {
    const file = spoken(1, 2);
    const before = readFileSync(file);
    using witness = openWitness(file);
    witness.write(head(3));
    const after = readFileSync(file);
    const changed = [...after.keys()].filter((place) => after[place] !== before[place]);
    const [first = 0, last = 0] = [changed[0], changed.at(-1)];
    expect(first).toBeGreaterThan(slotBytes); // the slot of the word before the last

    for (let place = first; place <= last; place += 1) {
      const torn = Buffer.concat([after.subarray(0, place), before.subarray(place)]);
      writeFileSync(file, torn);
      expect(readWitness(file)).toEqual(said(2));
    }
    writeFileSync(file, after);
    expect(readWitness(file)).toEqual(said(3));
  });

  test('and the next word is written over the torn one', () => {
    const file = spoken(1, 2);
    const before = readFileSync(file);
    openWitness(file)[Symbol.dispose]();
    const torn = Buffer.from(before).fill(0xff, slotBytes, slotBytes + 40);
    writeFileSync(file, torn);
    expect(readWitness(file)).toEqual(said(2));
    using witness = openWitness(file);
    witness.write(head(3));
    expect(readWitness(file)).toEqual(said(3));
    expect(readFileSync(file).subarray(0, slotBytes)).toEqual(before.subarray(0, slotBytes));
  });
});

describe('one flipped bit', () => {
  test('in a slot silences that slot, and no bit makes it say something else', () => {
    const file = spoken(1, 2);
    const whole = readFileSync(file);
    const inSlot = 8 + 8 + 8 + 32 + 32 + 32;
    fc.assert(
      fc.property(
        fc.nat({ max: inSlot - 1 }),
        fc.nat({ max: 7 }),
        fc.boolean(),
        (at, bit, older) => {
          const place = at + (older ? slotBytes : 0); // words 1, 3, 5 … are in the second slot
          const bytes = Buffer.from(whole);
          bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << bit), place);
          writeFileSync(file, bytes);
          expect(readWitness(file)).toEqual(said(older ? 2 : 1));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('in both slots leaves nothing that can be believed', () => {
    const file = spoken(1, 2);
    const bytes = readFileSync(file);
    for (const place of [20, slotBytes + 20]) bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
    writeFileSync(file, bytes);
    expect(readWitness(file)).toEqual({ kind: 'unreadable' });
  });
});

test.each([0, 10, 119, slotBytes, slotBytes + 10])(
  'a witness cut to %i bytes says what is left, or that nothing is, and can speak again',
  (length) => {
    const file = spoken(1, 2); // 2 is in the first slot
    truncateSync(file, length);
    expect(readWitness(file)).toEqual(length >= slotBytes ? said(2) : { kind: 'unreadable' });
    using witness = openWitness(file);
    witness.write(head(3));
    expect(readWitness(file)).toEqual(said(3, length >= slotBytes ? identity : new Uint8Array(32)));
  },
);
