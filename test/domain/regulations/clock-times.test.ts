/** Clock times on a centre's record, as the rules compute with them. */
import { expect, test } from 'vitest';
import { withValue } from '../../../src/domain/regulations/parameter-setting.ts';
import { defaults, parametersOf } from '../../../src/domain/regulations/parameters.ts';

const parameters = parametersOf(defaults);

test.each([
  ['batchTimes', ['17:00', '11:00'], [660, 1020]],
  ['batchTimes', [], []],
  ['cutoff', '16:00', 960],
  ['cutoff', 960, 960],
  ['sameDayUntil', '0:00', 0],
  ['sameDayUntil', '23:59', 1439],
])('%s, set to %j, is computed with as %j', (name, value, expected) => {
  expect(withValue(parameters, name, value)).toEqual({ ...parameters, [name]: expected });
});

test.each([
  ['batchTimes', ['11:00', 'chiều']],
  ['batchTimes', '11:00'],
  ['cutoff', '24:00'],
  ['cutoff', '16:60'],
  ['cutoff', 1440],
  ['cutoff', ['16:00']],
  ['sameDayUntil', true],
])('%s cannot be set to %j: what held before holds on', (name, value) => {
  expect(withValue(parameters, name, value)).toBeNull();
});
