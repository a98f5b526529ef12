import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvReader } from '../../src/intake/csv.ts';
import { recordMax } from '../../src/intake/raw-record.ts';
import { columns, recordsOf } from './support.ts';

const read = (text: string, size?: number) =>
  recordsOf(csvReader(',', columns('a', 'b')), text, size);

test('records are numbered by the line they begin in, whatever stands in quotes', () => {
  expect(read('a,x,b\n1,"two\nlines, ""quoted""",2\r\n\n3,,"4"\n')).toEqual([
    { line: 2, values: ['1', '2'] },
    { line: 5, values: ['3', '4'] },
  ]);
});

test('only the columns that are asked for are given, in the order in which they are asked for', () => {
  const reader = csvReader(';', columns('b', 'a'));
  expect(recordsOf(reader, 'a;b;c\n1;2;3\n')).toEqual([{ line: 2, values: ['2', '1'] }]);
});

test.each([
  ['too few values', '1', '1 value where the header has 2 columns'],
  ['too many values', '1,2,3', '3 values where the header has 2 columns'],
  ['a quote in the middle', '1,2"x"', 'a quote inside a value that is not in quotes'],
  ['text after a quote', '1,"2"x', 'something follows a closing quote'],
])('a row with %s is bad, and the rows after it are read', (_, row, bad) => {
  const [first, second] = read(`a,b\n${row}\n5,6\n`);
  expect(first).toEqual({ line: 2, bad });
  expect(second).toEqual({ line: 3, values: ['5', '6'] });
});

test.each([
  ['two columns of one name', 'a,b,a\n1,2,3\n', 'two columns are named "a"'],
  ['a missing column', 'a,c\n1,2\n', 'at b: the file has no column "b"; it has "a", "c"'],
  ['another delimiter', 'a;b\n1;2\n', 'is "," the delimiter?'],
  ['lines that end in CR alone', 'a,b\r1,2\r', 'CR alone'],
])('a header with %s refuses the file', (_, text, message) => {
  expect(() => read(`${text}\n`)).toThrow(message);
});

test('nothing at all, and empty lines alone, are an empty file', () => {
  for (const text of ['', '\n', '\r\n\r\n']) {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'empty' }));
  }
});

test('a record that never ends is refused before it fills the memory', () => {
  const reader = csvReader(',', columns('a', 'b'));
  reader.push('a,b\n');
  expect(() => reader.push(`"${'x'.repeat(recordMax)}`)).toThrow(
    expect.objectContaining({ code: 'oversize' }),
  );
});

test.each([
  ['in its header', 'a,b'],
  ['inside quotes', 'a,b\n1,"2\n3,4\n'],
  ['in a row that is not whole', 'a,b\n1,2\n3'],
  ['in a value that may have been longer', 'a,b\n1,twelve\n3,twel'],
  ['before a value that may have come', 'a,b\n1,2\n3,'],
  ['in the only row there is', 'a,b\n1,2'],
  ['where earlier values differ in length', 'a,b\n1,2\n1,22\n3,2'],
])('a file that ends %s is truncated', (_, text) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code: 'truncated' }));
});

test.each([
  ['in quotes', 'a,b\n1,"x"', { line: 2, values: ['1', 'x'], unended: true }],
  ['as long as all before it', 'a,b\n0,22\n1,33', { line: 3, values: ['1', '33'], unended: true }],
  ['ended by half a CRLF', 'a,b\r\n1,2\r', { line: 2, values: ['1', '2'] }],
])('a last value that is %s is whole without a line break', (_, text, last) => {
  expect(read(text).at(-1)).toEqual(last);
});

const cell = fc.string({ unit: fc.constantFrom('x', 'ễ', ',', '"', '\n', ' ', '1'), maxLength: 6 });
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const written = fc
  .tuple(cell, fc.boolean())
  .map(([text, always]) => (always || /[",\n]/.test(text) || text === '' ? quoted(text) : text));
const table = fc.tuple(
  fc.array(fc.tuple(written, written), { maxLength: 8 }),
  fc.constantFrom('\n', '\r\n'),
  fc.integer({ min: 1, max: 9 }),
);

test('any table reads as csv-parse reads it, however the text is cut', () => {
  fc.assert(
    fc.property(table, ([rows, newline, size]) => {
      const text = [['a', 'b'], ...rows].map((cells) => cells.join(',') + newline).join('');
      const records = read(text, size).map((record) => 'values' in record && record.values);
      expect(records).toEqual(parse(text, { from: 2, record_delimiter: newline }));
    }),
  );
});

test('any text gives the same however it is cut: the same records, or the same refusal', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r'), maxLength: 30 });
  const outcome = (body: string, size?: number) => {
    try {
      return read(`a,b\n${body}`, size);
    } catch (error) {
      return String(error);
    }
  };
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 5 }), (body, size) => {
      expect(outcome(body, size)).toEqual(outcome(body));
    }),
  );
});
