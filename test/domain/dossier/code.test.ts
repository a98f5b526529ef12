import { expect, test } from 'vitest';
import {
  codeOfStream,
  followsNationalGrammar,
  streamOfCode,
} from '../../../src/domain/dossier/code.ts';
import { streamName } from '../../../src/domain/stream.ts';

test.each([
  ['a code of the older form', '000.00.17.H42-200923-0005'],
  ['a code of the newer form', 'H42.17-250923-0005'],
  ['a province itself', 'H42-250923-0005'],
  ['a unit below a unit', 'H42.17.02-250923-0005'],
  ['more than 9,999 dossiers in a day', 'H42.17-250923-10000'],
  ['a centralised service, with its host agency', 'G01.899-260126-170005'],
  ['a leap day', 'H42.17-240229-0001'],
])('%s follows the national grammar', (_, code) => {
  expect(followsNationalGrammar(code)).toBe(true);
});

test.each([
  ['a sequence of three digits', 'H42.17-250923-005'],
  ['a day that does not exist', 'H42.17-250230-0005'],
  ['a leap day in a year without one', 'H42.17-250229-0001'],
  ['a month that does not exist', 'H42.17-251301-0005'],
  ['a whole year', 'H42.17-20250923-0005'],
  ['no agency', '250923-0005'],
  ['an agency in small letters', 'h42.17-250923-0005'],
  ['an agency without its letter', '000.00.17-250923-0005'],
  ['something behind it', 'H42.17-250923-0005 '],
  ['something before it', 'wabo:H42.17-250923-0005'],
  ['a foreign code', 'wabo:case-10011'],
  ['nothing', ''],
])('%s does not', (_, code) => {
  expect(followsNationalGrammar(code)).toBe(false);
});

test.each(['H42.17-250923-0005', 'wabo:case-10011', 'hồ sơ 7'])(
  'the stream of %s is the one that the ledger names',
  (code) => {
    expect(streamOfCode(code)).toBe(streamName('dossier', code));
    expect(codeOfStream(streamOfCode(code))).toBe(code);
  },
);

test('the stream of another family names no dossier', () => {
  expect(() => codeOfStream('leave-7')).toThrow(RangeError);
});
