import { expect, test } from 'vitest';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { officialComesAtOnce } from '../../../../src/domain/regulations/rules/official-comes-at-once.ts';
import { complaintOfTests, said, saidLate } from '../../../support/complaints.ts';
import { specifyRule } from '../../../support/rule-spec.ts';

const { given } = specifyRule(officialComesAtOnce, complaintOfTests);

const called = (when: string, reference: string | null = 'G-1', number = 1) =>
  said(number, 'ComplaintOfficialCalled', { reference, agency: 'S1' }, when);
const came = (when: string, reference: string | null = 'G-1', number = 3) =>
  said(number, 'ComplaintOfficialArrived', { reference }, when);

test.each([
  ['within the half hour, to the instant', '2026-03-06T09:30:00+07:00', 'kept'],
  ['a millisecond later', '2026-03-06T09:30:00.001+07:00', 'late'],
] as const)('%s: %s', (_, when, state) => {
  given(called('2026-03-06T09:00:00+07:00'), came(when))
    .at(ninhBinh)
    .thenDuty({ due: '2026-03-06T09:30:00+07:00', state, bearer: { kind: 'agency', code: 'S1' } });
});

test('the half hour is working time: over lunch, and over a weekend', () => {
  given(called('2026-03-06T11:20:00+07:00'))
    .at(ninhBinh)
    .thenDuty({ due: '2026-03-06T13:50:00+07:00' });
  given(called('2026-03-06T17:10:00+07:00'))
    .at(ninhBinh)
    .thenDuty({ due: '2026-03-09T07:40:00+07:00' });
});

test('whoever comes answers one call: that of the reference', () => {
  const [first, second] = ['2026-03-06T09:00:00+07:00', '2026-03-06T09:05:00+07:00'];
  const at = '2026-03-06T09:20:00+07:00';
  given(called(first), called(second, 'G-2', 2), came(at, 'G-2'))
    .at(ninhBinh)
    .thenDuties({ state: 'open' }, { state: 'kept' });
});

test('an arrival corrected to an earlier time is told apart', () => {
  const wrong = came('2026-03-06T10:30:00+07:00');
  const right = saidLate(
    4,
    'ComplaintOfficialArrived',
    { reference: 'G-1' },
    '2026-03-06T09:15:00+07:00',
    '2026-03-09T08:00:00+07:00',
  );
  const judged = given(called('2026-03-06T09:00:00+07:00'), wrong, {
    ...right,
    corrects: wrong.id,
  }).at(ninhBinh);
  judged.thenDuty({ state: 'kept' });
  judged.thenLessened(expect.stringContaining('official-comes-at-once: '));
});
