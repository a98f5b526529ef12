import { expect, test } from 'vitest';
import { ndjsonReader } from '../../src/intake/ndjson.ts';
import { columns, recordsOf } from './support.ts';

const read = (text: string, size?: number) =>
  recordsOf(ndjsonReader(columns('a', 'b')), text, size);

test('plain values are written out; null and absent are empty; other members do not matter', () => {
  const text = '{"a":"x","b":1.5,"c":[1]}\r\n\n{"b":true,"a":null}\n{"a":"y"}\n';
  for (const size of [1, 7, 100]) {
    expect(read(text, size)).toEqual([
      { line: 1, values: ['x', '1.5'] },
      { line: 3, values: ['', 'true'] },
      { line: 4, values: ['y', ''] },
    ]);
  }
});

test.each([
  ['broken', '{"a":', /not usable as JSON/],
  ['with a key twice', '{"a":1,"a":2}', /not usable as JSON/],
  ['with a number that a double rounds', '{"a":9007199254740993}', /not usable as JSON/],
  ['with a list where a value is read', '{"a":[1],"b":1}', /"a" is a list or an object/],
  ['that is no object', '[1]', /not a JSON object/],
])('a row %s is bad, and the rows after it are read', (_, row, bad) => {
  const [first, second] = read(`${row}\n{"a":1,"b":2}\n`);
  expect(first).toEqual({ line: 1, bad: expect.stringMatching(bad) });
  expect(second).toEqual({ line: 2, values: ['1', '2'] });
});

test('an object says itself that it is whole; half an object at the end is a file that was cut', () => {
  expect(read('{"a":1,"b":2}')).toEqual([{ line: 1, values: ['1', '2'] }]);
  const cut = '{"a":1,"b":2}\n{"a":3,"b"';
  expect(() => read(cut)).toThrow(expect.objectContaining({ code: 'truncated' }));
});

test('a column that no row has is refused at the end, with its place in the mapping', () => {
  expect(() => read('{"a":1}\n')).toThrow('at b: the file has no column "b"');
});

test('no row at all is an empty file', () => {
  expect(() => read('\n\n')).toThrow(expect.objectContaining({ code: 'empty' }));
});

test('a line without end is refused before it fills the memory', () => {
  const reader = ndjsonReader(columns('a'));
  expect(() => reader.push(`{"a":"${'x'.repeat(1024 * 1024)}`)).toThrow(
    expect.objectContaining({ code: 'oversize' }),
  );
});
