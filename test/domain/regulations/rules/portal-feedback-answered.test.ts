import { expect, test } from 'vitest';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { portalFeedbackAnswered } from '../../../../src/domain/regulations/rules/portal-feedback-answered.ts';
import { complaintOfTests, said, saidLate } from '../../../support/complaints.ts';
import { specifyRule } from '../../../support/rule-spec.ts';

const { given } = specifyRule(portalFeedbackAnswered, complaintOfTests);

/** Monday 20 April 2026: 27 and 30 April and 1 May are off. */
const asked = (data: object = {}) =>
  said(
    0,
    'ComplaintReceived',
    { kind: 'question', channel: 'website', againstAgency: 'S1', ...data },
    '2026-04-20T09:00:00+07:00',
  );
const due = '2026-05-07T17:30:00+07:00';
const answered = (when: string) => said(2, 'ComplaintAnswered', { unit: 'S1' }, when);

test.each([
  ['at the very instant', due, 'kept'],
  ['a millisecond later', '2026-05-07T17:30:00.001+07:00', 'late'],
] as const)('answered %s, over the holidays: %s', (_, when, state) => {
  given(asked(), answered(when))
    .at(ninhBinh)
    .thenDuty({ due, state, bearer: { kind: 'agency', code: 'S1' } });
});

test.each([
  ['feedback on the portal', { kind: 'feedback', channel: 'provincial-portal' }],
  ['a suggestion on the website', { kind: 'suggestion' }],
])('%s is answered, too', (_, data) => {
  given(asked(data)).at(ninhBinh).thenDuty({ state: 'open' });
});

test.each([
  ['by the hotline', { channel: 'hotline' }],
  ['by no known channel', { channel: null }],
  ['a complaint in the sense of the law', { kind: 'complaint' }],
])('not demanded: %s', (_, data) => {
  given(asked(data)).at(ninhBinh).thenNoDuty();
});

test('what turns out to be about the centre or the rules is not for an agency', () => {
  for (const matter of ['centre', 'rules'] as const) {
    const sorted = said(1, 'ComplaintClassified', { matter }, '2026-04-20T10:00:00+07:00');
    given(asked(), sorted).at(ninhBinh).thenNoDuty();
  }
});

test('the agency to which it was forwarded owes it', () => {
  const on = said(1, 'ComplaintForwarded', { to: 'S2' }, '2026-04-20T10:00:00+07:00');
  given(asked(), on)
    .at(ninhBinh)
    .thenDuty({ bearer: { kind: 'agency', code: 'S2' } });
});

test('an answer that is entered late with an earlier time is told apart', () => {
  const late = saidLate(
    2,
    'ComplaintAnswered',
    {},
    '2026-05-06T09:00:00+07:00',
    '2026-05-12T09:00:00+07:00',
  );
  const judged = given(asked(), late).at(ninhBinh);
  judged.thenDuty({ state: 'kept' });
  judged.thenLessened(expect.stringContaining('portal-feedback-answered: '));
});
