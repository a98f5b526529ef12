import { expect, test } from 'vitest';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { explanationForwarded } from '../../../../src/domain/regulations/rules/explanation-forwarded.ts';
import { complaintOfTests, said, saidLate } from '../../../support/complaints.ts';
import { specifyRule } from '../../../support/rule-spec.ts';

const { given } = specifyRule(explanationForwarded, complaintOfTests);

/** Friday: two working days later it is Tuesday. */
const explained = (number: number, reference: string | null = 'GT-1') =>
  said(number, 'ComplaintExplanationReceived', { reference }, '2026-03-06T09:00:00+07:00');
const passedOn = (number: number, when: string, reference: string | null = 'GT-1') =>
  said(number, 'ComplaintExplanationForwarded', { reference }, when);
const due = '2026-03-10T17:00:00+07:00';

test.each([
  ['as Tuesday ends', due, 'kept'],
  ['a millisecond later', '2026-03-10T17:00:00.001+07:00', 'late'],
] as const)('passed on %s: %s', (_, when, state) => {
  given(explained(1), passedOn(2, when))
    .at(bacLieu)
    .thenDuty({ due, state, bearer: { kind: 'centre', code: 'BL' } });
});

test('each explanation is passed on by itself', () => {
  const when = '2026-03-09T09:00:00+07:00';
  given(explained(1), explained(2, 'GT-2'), passedOn(3, when, 'GT-2'))
    .at(bacLieu)
    .thenDuties({ state: 'open' }, { state: 'kept' });
  given(explained(1, null), explained(2, null), passedOn(3, when, null))
    .at(bacLieu)
    .thenDuties({ state: 'kept' }, { state: 'open' });
});

test('what is entered late with an earlier time is told apart', () => {
  const late = saidLate(
    2,
    'ComplaintExplanationForwarded',
    { reference: 'GT-1' },
    '2026-03-09T09:00:00+07:00',
    '2026-03-13T09:00:00+07:00',
  );
  const judged = given(explained(1), late).at(bacLieu);
  judged.thenDuty({ state: 'kept' });
  judged.thenLessened(expect.stringContaining('explanation-forwarded: '));
});
