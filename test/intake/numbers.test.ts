import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type NumberFormat, readNumber } from '../../src/intake/numbers.ts';

test.each([
  ['1250000', '1234.5', 1_250_000],
  ['-3.25', '1234.5', -3.25],
  ['+7', '1234.5', 7],
  ['1.250.000', '1.234,5', 1_250_000],
  ['1250000', '1.234,5', 1_250_000],
  ['999', '1.234,5', 999],
  ['1.500,75', '1.234,5', 1_500.75],
  ['1,250,000', '1,234.5', 1_250_000],
  ['-1,500.75', '1,234.5', -1_500.75],
  ['3,25', '1234,5', 3.25],
  ['1 250 000', '1 234,5', 1_250_000],
  ['1\u00A0250\u202F000,5', '1 234,5', 1_250_000.5],
  ['0', '1.234,5', 0],
  ['-0', '1.234,5', 0],
  ['123456789012345', '1234.5', 123_456_789_012_345],
] as const)('%s as %s is %d', (text, format, number) => {
  expect(readNumber(text, format, null)).toBe(number);
});

test.each([
  ['1.500', '1,234.5', 1.5],
  ['1.500', '1.234,5', 1_500],
] as const)('%s is what its format says: as %s it is %d', (text, format, number) => {
  expect(readNumber(text, format, null)).toBe(number);
});

test.each([
  ['1,500', '1234.5'],
  ['1.50.000', '1.234,5'],
  ['1.2500', '1.234,5'],
  ['1250.000', '1.234,5'],
  ['.500', '1.234,5'],
  ['1.250.000.', '1.234,5'],
  ['1,250.000', '1.234,5'],
  ['0.250.000', '1.234,5'],
  ['007', '1234.5'],
  ['1e3', '1234.5'],
  ['12 000 đ', '1 234,5'],
  ['', '1234.5'],
  ['1234567890123456', '1234.5'],
] as const)('%s as %s is refused', (text, format) => {
  expect(() => readNumber(text, format, null)).toThrow(`written as ${format}`);
});

test.each([
  ['12.5', 2, 1_250],
  ['12', 2, 1_200],
  ['12.34', 2, 1_234],
  ['12.3400', 2, 1_234],
  ['1250000.00', 0, 1_250_000],
  ['0.07', 2, 7],
  ['-0.00', 2, 0],
])('%s with %i decimals is %i whole units', (text, decimals, number) => {
  expect(readNumber(text, '1234.5', decimals)).toBe(number);
});

test.each([
  ['12.345', 2],
  ['1250000.50', 0],
])('%s has more than %i decimals: it is refused, and not rounded', (text, decimals) => {
  expect(() => readNumber(text, '1234.5', decimals)).toThrow('decimal places');
});

test('any whole number comes back from the way in which it is written', () => {
  const locales: readonly (readonly [NumberFormat, string])[] = [
    ['1.234,5', 'vi-VN'],
    ['1,234.5', 'en-US'],
  ];
  fc.assert(
    fc.property(
      fc.maxSafeNat().map((n) => n % 1e15),
      fc.constantFrom(...locales),
      (n, [format, locale]) => {
        expect(readNumber(n.toLocaleString(locale), format, null)).toBe(n);
      },
    ),
  );
});
