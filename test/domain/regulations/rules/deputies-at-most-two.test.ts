import { test } from 'vitest';
import { official } from '../../../../src/domain/centre/official/vocabulary.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { deputiesAtMostTwo } from '../../../../src/domain/regulations/rules/deputies-at-most-two.ts';
import { keptOn, march } from '../../../support/kept.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const { given } = specifyRule(deputiesAtMostTwo, 'official-c');

const takes = (number: number, who: string, from: string, also: object = {}) =>
  keptOn(official, `official-${who}`, 'KT')(
    number,
    'OfficeTaken',
    { office: 'deputy-director', fullTime: true, from: from.slice(0, 10), ...also },
    from,
  );
const leaves = (number: number, who: string, to: string) =>
  keptOn(official, `official-${who}`, 'KT')(
    number,
    'OfficeLeft',
    { office: 'deputy-director', to: to.slice(0, 10) },
    to,
  );

const [first, second] = [takes(0, 'a', march(2)), takes(1, 'b', march(3))];

test('a second is allowed, a third is not, and is proved by all of them', () => {
  const third = takes(2, 'c', march(9));
  given(first, third).at(konTum(null)).thenBreaches();
  given(first, second, third).at(konTum(null)).thenBreaches([first, second, third]);
  given(first, second, third).at(konTum(null)).thenFindings({ bearer: null, citation: 'KT Đ9.1a' });
});

test.each([
  ['on the last day of another', march(9), 1],
  ['on the day after', march(10), 0],
])('taken %s', (_, from, breaches) => {
  const third = takes(3, 'c', from);
  const left = leaves(2, 'a', march(9, '17:00'));
  given(first, second, left, third)
    .at(konTum(null))
    .thenFindings(...(breaches === 0 ? [] : [{ rule: 'deputies-at-most-two' }]));
});

test('counted are full-time deputies of this centre alone', () => {
  const third = takes(2, 'c', march(9));
  const others = [
    takes(1, 'b', march(3), { fullTime: false }),
    takes(1, 'b', march(3), { fullTime: null }),
    takes(1, 'b', march(3), { office: 'section-head' }),
  ];
  for (const other of others) given(first, other, third).at(konTum(null)).thenBreaches();
  given(first, second, takes(2, 'c', march(9), { fullTime: null }))
    .at(konTum(null))
    .thenBreaches();
});

test('of several on one day it is the last by their ids, and only that one', () => {
  const same = [takes(0, 'a', march(9)), takes(1, 'b', march(9)), takes(2, 'c', march(9))];
  given(...same)
    .at(konTum(null))
    .thenFindings({ rule: 'deputies-at-most-two' });
  specifyRule(deputiesAtMostTwo, 'official-a')
    .given(...same)
    .at(konTum(null))
    .thenBreaches();
});

test('who comes after the third is not blamed for the third', () => {
  const third = takes(2, 'c', march(9));
  const before = specifyRule(deputiesAtMostTwo, 'official-b');
  before.given(first, second, third).at(konTum(null)).thenBreaches();
  given(first, second, third).at(konTum(null)).thenFindings({ rule: 'deputies-at-most-two' });
});

test('an office that is withdrawn was not taken, and that it was is found', () => {
  const third = takes(2, 'c', march(9));
  const withdrawn = keptOn(official, 'official-c', 'KT')(3, 'EntryWithdrawn', {}, march(12), {
    corrects: eventId(2),
  });
  given(first, second, third, withdrawn).at(konTum(null)).thenBreaches();
  given(first, second, third, withdrawn)
    .at(konTum(null))
    .thenLessened(
      'deputies-at-most-two: 1 breaches before and 0 after, by clerk-9 at 2026-03-12T01:00:00.000Z',
    );
});
