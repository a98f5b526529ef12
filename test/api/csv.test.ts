/** CSV: as RFC 4180 has it, and nothing in it that a spreadsheet runs. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Column, csvHead, csvLine, type Value } from '../../src/api/csv.ts';

type Pair = readonly [Value, Value];
const columns: readonly Column<Pair>[] = [
  ['a', ([first]) => first],
  ['b', ([, second]) => second],
];

test('names first, then a line an item, each ended by CRLF', () => {
  expect(csvHead(columns)).toBe('a,b\r\n');
  expect(csvLine(columns, ['Thẩm định', 12])).toBe('Thẩm định,12\r\n');
});

test('nothing is an empty cell, and so is no other value', () => {
  expect(csvLine(columns, [null, 0])).toBe(',0\r\n');
  expect(csvLine(columns, [false, ''])).toBe('false,\r\n');
});

test('what would end a cell is quoted', () => {
  expect(csvLine(columns, ['a,b', 'say "no"'])).toBe('"a,b","say ""no"""\r\n');
  expect(csvLine(columns, ['two\nlines', 'x'])).toBe('"two\nlines",x\r\n');
});

describe('what a spreadsheet would take for a formula', () => {
  test.each(['=1+1', '+84912', '-2', '@SUM(A1)', '\t=1', '\r=1'])(
    '%j is shown as a text',
    (text) => {
      expect(parse(csvLine(columns, [text, null]))).toEqual([[`'${text}`, '']]);
    },
  );

  test('a negative number is a number, and a dash within is a dash', () => {
    expect(csvLine(columns, [-2, 'H42.17-260302'])).toBe('-2,H42.17-260302\r\n');
  });
});

test('any texts come back as they were, but for the apostrophe', () => {
  const text = fc.string({ unit: fc.constantFrom('=', '"', ',', '\r', '\n', 'ẵ', 'x') });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
      const file = csvHead(columns) + rows.map((row) => csvLine(columns, row)).join('');
      const shown = (cell: string) => (/^[=\r]/.test(cell) ? `'${cell}` : cell);
      const read: unknown = parse(file, { record_delimiter: '\r\n', from: 2 });
      expect(read).toEqual(rows.map((row) => row.map(shown)));
    }),
  );
});
