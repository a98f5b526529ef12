/** Values that a centre sets on its own record. */
import { describe, expect, test } from 'vitest';
import { withValue } from '../../../src/domain/regulations/parameter-setting.ts';
import { defaults, parametersOf } from '../../../src/domain/regulations/parameters.ts';

const values = parametersOf(defaults);

describe('a value is set by its name', () => {
  test.each([
    ['atOnce', 15],
    ['reportDayOff', 'before'],
    ['cutoffCoversElectronic', true],
    ['adoptedRules', ['NĐ 61/2018/NĐ-CP']],
    ['cutoff', null],
    ['agenciesInScope', ['Sở Tài chính']],
    ['agenciesInScope', null],
  ])('%s', (name, value) => {
    expect(withValue(values, name, value)).toEqual({ ...values, [name]: value });
  });

  test('the term of a rule, in working days or minutes, and the later one holds', () => {
    const inDays = withValue(values, 'reasons-to-centre.days', 2);
    expect(inDays?.terms).toEqual({ 'reasons-to-centre': { days: 2 } });
    const inMinutes = withValue(inDays ?? values, 'reasons-to-centre.minutes', 90);
    expect(inMinutes?.terms).toEqual({ 'reasons-to-centre': { minutes: 90 } });
  });
});

test.each([
  ['of a name that there is not', 'atonce', 15],
  ['of another kind', 'atOnce', 'soon'],
  ['of no kind that there is', 'adoptedRules', 'NĐ 61'],
  ['that is none of the words', 'reportPeriod', 'fortnight'],
  ['that is negative', 'atOnce', -1],
  ['of a term that is no whole number', 'reasons-to-centre.days', 1.5],
  ['that there must be', 'atOnce', null],
  ['of another kind, where there was none', 'agenciesInScope', 3],
  ['of no clock', 'cutoff', '25:00'],
  ['of a term of no time', 'reasons-to-centre.days', 0],
  ['of all terms at once', 'terms', {}],
])('a value %s sets nothing', (_, name, value) => {
  expect(withValue(values, name, value)).toBeNull();
});
