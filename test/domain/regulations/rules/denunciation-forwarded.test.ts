import { expect, test } from 'vitest';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { denunciationForwarded } from '../../../../src/domain/regulations/rules/denunciation-forwarded.ts';
import { complaintOfTests, said, saidLate } from '../../../support/complaints.ts';
import { specifyRule } from '../../../support/rule-spec.ts';

const { given } = specifyRule(denunciationForwarded, complaintOfTests);

const received = said(
  0,
  'ComplaintReceived',
  { kind: 'denunciation' },
  '2026-03-02T09:00:00+07:00',
);
const on = (when: string, why: 'not-competent' | 'to-resolve' = 'not-competent') =>
  said(1, 'ComplaintForwarded', { to: 'S1', why }, when);
const due = '2026-03-09T17:30:00+07:00';

test.each([
  ['at the very instant', due, 'kept'],
  ['a millisecond later', '2026-03-09T17:30:00.001+07:00', 'late'],
] as const)('forwarded %s, over a weekend: %s', (_, when, state) => {
  given(received, on(when))
    .at(ninhBinh)
    .thenDuty({ due, state, bearer: { kind: 'centre', code: 'NB' }, citation: 'LTC Đ24.2' });
});

test('declined as another’s, it is still to be forwarded', () => {
  const declined = said(
    1,
    'ComplaintDeclined',
    { because: 'not-competent' },
    '2026-03-04T09:00:00+07:00',
  );
  given(received, declined).at(ninhBinh).thenDuty({ state: 'open', due });
});

test('what nobody said is another’s need not be', () => {
  given(received).at(ninhBinh).thenNoDuty();
  given(received, on('2026-03-20T09:00:00+07:00', 'to-resolve')).at(ninhBinh).thenNoDuty();
});

test('a forwarding corrected to an earlier time is told apart', () => {
  const wrong = on('2026-03-12T09:00:00+07:00');
  const right = saidLate(
    2,
    'ComplaintForwarded',
    { to: 'S1', why: 'not-competent' },
    '2026-03-06T09:00:00+07:00',
    '2026-03-16T09:00:00+07:00',
  );
  const judged = given(received, wrong, { ...right, corrects: wrong.id }).at(ninhBinh);
  judged.thenDuty({ state: 'kept' });
  judged.thenLessened(expect.stringContaining('denunciation-forwarded: '));
});
