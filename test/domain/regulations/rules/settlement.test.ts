import { expect, test } from 'vitest';
import { fees } from '../../../../src/domain/fees/month/vocabulary.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { settlement } from '../../../../src/domain/regulations/rules/settlement.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(settlement, 'calendar-NB-2026');
const done = proposalsOf(fees);
const agency = 'H42.17';

const remitted = (number: number, month: string, when: string) =>
  entry(number, done('FeesRemitted', { agency, amount: { amount: 1 } }, when), undefined, {
    stream: `fees-NB-${month}`,
  });
const settled = (number: number, month: string, when: string, also: object = {}) =>
  entry(number, done('FeesSettled', { agency, period: 'quarter', ...also }, when), undefined, {
    stream: `fees-NB-${month}`,
  });

/** A Tuesday. The sixty working days are 20 in March, 20 in April (27 and 30 off) and 20 in May (1 off). */
const march = remitted(0, '2026-02', '2026-03-03T10:00:00+07:00');
const due = '2026-05-29T17:30:00+07:00';

test.each([
  ['at the very instant', due, 'kept'],
  ['a millisecond later', '2026-05-29T17:30:00.001+07:00', 'late'],
] as const)('settled %s: %s', (_, when, state) => {
  given(march, settled(1, '2026-03', when))
    .at(ninhBinh)
    .thenDuty({
      state,
      due,
      bearer: { kind: 'agency', code: agency },
      detail: '2026-02',
      citation: 'NB Đ9.2d',
    });
});

test.each([
  ['the quarter that has the month', '2026-03', 'quarter', 'kept'],
  ['the next quarter', '2026-06', 'quarter', 'open'],
  ['the half-year', '2026-06', 'half-year', 'kept'],
  ['the year', '2026-12', 'year', 'kept'],
  ['another month', '2026-03', 'month', 'open'],
  ['its own month, unnamed', '2026-02', null, 'kept'],
  ['a month before', '2026-01', 'quarter', 'open'],
] as const)('a settlement of %s', (_, month, period, state) => {
  given(march, settled(1, month, '2026-05-04T08:00:00+07:00', { period }))
    .at(ninhBinh)
    .thenDuty({ state });
});

test('that of another agency is none', () => {
  const other = settled(1, '2026-03', '2026-05-04T08:00:00+07:00', { agency: 'H42.18' });
  given(march, other).at(ninhBinh).thenDuty({ state: 'open' });
});

test('several parts of a month open one, each month its own', () => {
  const second = remitted(1, '2026-02', '2026-03-10T10:00:00+07:00');
  const april = remitted(2, '2026-03', '2026-04-03T10:00:00+07:00');
  given(march, second, april, settled(3, '2026-03', '2026-04-20T10:00:00+07:00'))
    .at(ninhBinh)
    .thenDuties({ state: 'kept', detail: '2026-02' }, { state: 'kept', detail: '2026-03' });
});

test('a month is on the calendar of its own year alone', () => {
  given(remitted(0, '2025-12', '2026-01-05T10:00:00+07:00'))
    .at(ninhBinh)
    .thenNoDuty();
});

test('one that is entered late with a date in time is kept, and shows', () => {
  const inTime = settled(1, '2026-03', '2026-04-20T10:00:00+07:00');
  const late = { ...enteredAt(1, inTime, '2026-07-01T08:00:00+07:00'), stream: 'fees-NB-2026-03' };
  given(march, late).at(ninhBinh).thenDuty({ state: 'kept' });
  given(march, late).at(ninhBinh).thenLessened(expect.stringContaining('late by'));
});
