/** Times as text and as numbers: as `Date` reads and writes them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dateTextOf,
  dayOfText,
  millisecondsOfText,
  textOfMilliseconds,
} from '../../src/domain/iso-text.ts';

const first = Date.parse('0001-01-01T00:00:00.000Z');
const last = Date.parse('9999-12-31T23:59:59.999Z');
const anyTime = fc.integer({ min: first, max: last });

/** Where months, years and centuries end. */
const edges = [
  '0001-01-01T00:00:00.000Z',
  '1899-12-31T23:59:59.999Z',
  '1900-02-28T23:59:59.999Z',
  '1900-03-01T00:00:00.000Z',
  '1969-12-31T23:59:59.999Z',
  '1970-01-01T00:00:00.000Z',
  '2000-02-29T12:34:56.789Z',
  '2000-12-31T23:59:59.999Z',
  '2024-02-29T00:00:00.001Z',
  '2100-02-28T23:59:59.999Z',
  '2100-03-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
];

test.each(edges)('%s is read and written as Date does', (text) => {
  expect(millisecondsOfText(text)).toBe(Date.parse(text));
  expect(textOfMilliseconds(Date.parse(text))).toBe(text);
  expect(dayOfText(text)).toBe(Date.parse(`${text.slice(0, 10)}T00:00:00.000Z`) / 86_400_000);
  expect(dateTextOf(dayOfText(text))).toBe(text.slice(0, 10));
});

test('so is any time of the years 1 to 9999', () => {
  fc.assert(
    fc.property(anyTime, (ms) => {
      const text = new Date(ms).toISOString();
      expect(textOfMilliseconds(ms)).toBe(text);
      expect(millisecondsOfText(text)).toBe(ms);
    }),
    { numRuns: 2_000 },
  );
});

describe('what is no such time', () => {
  test('a fraction of a millisecond is cut off, as Date does', () => {
    for (const ms of [0.9, -0.9, 1_767_225_600_000.5, -1.5]) {
      expect(textOfMilliseconds(ms)).toBe(new Date(ms).toISOString());
    }
  });

  test('beyond the years 1 to 9999 it is written longer, as Date does', () => {
    for (const ms of [last + 1, Date.parse('0000-12-31T23:59:59.999Z'), -8.64e15]) {
      expect(textOfMilliseconds(ms)).toBe(new Date(ms).toISOString());
    }
  });

  test.each([Number.NaN, Infinity, 8.64e15 + 86_400_000])('%s is refused', (ms) => {
    expect(() => textOfMilliseconds(ms)).toThrow(RangeError);
  });
});
