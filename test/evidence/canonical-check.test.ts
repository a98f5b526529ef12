/** Reading a text once tells what parsing it and writing it again would tell. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCanonicalJson } from '../../src/evidence/canonical-check.ts';
import { canonicalJson } from '../../src/ledger/canonical-json.ts';

/** The obvious way. */
function isWrittenAlike(text: string): boolean {
  try {
    return canonicalJson(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}

/** Values that JSON can say, keys and texts of any characters among them. */
const value = fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' });
const written = value.map((it) => canonicalJson(it));

test('whatever is written canonically is canonical', () => {
  fc.assert(fc.property(written, (text) => isCanonicalJson(text)));
});

test('a text of which anything was changed is what parsing and writing it again says that it is', () => {
  const pieces = [
    '"',
    '\\',
    '\\u0001',
    '\\n',
    '\\u000a',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '0',
    '1',
    '-',
  ];
  const spliced = fc.constantFrom(
    ...pieces,
    '.',
    'e',
    '+',
    ' ',
    '\n',
    'é',
    '\ud800',
    'null',
    'true',
    '',
  );
  fc.assert(
    fc.property(written, fc.nat(), fc.nat(3), spliced, (text, place, cut, piece) => {
      const at = place % (text.length + 1);
      const changed = text.slice(0, at) + piece + text.slice(at + cut);
      expect(isCanonicalJson(changed)).toBe(isWrittenAlike(changed));
    }),
    { numRuns: 3_000 },
  );
});

test.each([
  ['{"a":1,"b":2}', true],
  ['{"b":2,"a":1}', false],
  ['{"a":1,"a":1}', false],
  ['{"\\n":1,"a":2}', true],
  ['{"a":1,"\\n":2}', false],
  ['{"\u{1f600}":1,"\ufb33":2}', true], // by code units, and not by characters
  ['{"\ufb33":2,"\u{1f600}":1}', false],
  ['{"a":1,}', false],
  ['{a:1}', false],
  ['{"a":1', false],
  ['[1,2]', true],
  ['[1, 2]', false],
  ['[1,]', false],
  ['[,1]', false],
  ['1e+21', true],
  ['1e21', false],
  ['1E+21', false],
  ['100', true],
  ['1e2', false],
  ['1.0', false],
  ['.5', false],
  ['-0', false],
  ['0x10', false],
  ['12345678901234567890', false],
  ['Infinity', false],
  ['"\\u001f"', true],
  ['"\\u001F"', false],
  ['"\\u0009"', false],
  ['"\\/"', false],
  ['"\u001f"', false],
  ['"\u007f\u2028"', true],
  ['"\\u2028"', false],
  ['"\ud83d\ude00"', true],
  ['"\ud83d"', false],
  ['"\ude00\ud83d"', false],
  ['"', false],
  ['"\\', false],
  ['nul', false],
  ['', false],
  [' 1', false],
  ['1 ', false],
  ['1\n', false],
  ['{}{}', false],
])('%s: %s', (text, expected) => {
  expect(isCanonicalJson(text)).toBe(expected);
  expect(isWrittenAlike(text)).toBe(expected);
});

test.each([90, 101, 110, 500])('%i arrays within each other', (depth) => {
  const nested = '['.repeat(depth) + ']'.repeat(depth);
  expect(isCanonicalJson(nested)).toBe(true);
  expect(isCanonicalJson(`${nested}]`)).toBe(false);
  expect(isCanonicalJson(nested.replace('[]', '[ ]'))).toBe(false);
});
