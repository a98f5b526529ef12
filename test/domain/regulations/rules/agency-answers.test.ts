import { expect, test } from 'vitest';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { agencyAnswers } from '../../../../src/domain/regulations/rules/agency-answers.ts';
import { complaintOfTests, said, saidLate } from '../../../support/complaints.ts';
import { specifyRule } from '../../../support/rule-spec.ts';

const { given } = specifyRule(agencyAnswers, complaintOfTests);

/** Monday 2 March 2026: thirty working days later, over six weekends, it is Monday 13 April. */
const received = (data: object = {}) =>
  said(
    0,
    'ComplaintReceived',
    { kind: 'complaint', about: 'result', againstAgency: 'S1', ...data },
    '2026-03-02T09:00:00+07:00',
  );
const due = '2026-04-13T17:30:00+07:00';

test.each([
  'ComplaintReplied',
  'ComplaintAnswered',
  'ComplaintResolved',
  'ComplaintDeclined',
] as const)('answered in time to the instant, late a millisecond after it: %s', (type) => {
  const bearer = { kind: 'agency', code: 'S1' } as const;
  given(received(), said(1, type, {}, due))
    .at(sonLa)
    .thenDuty({ due, state: 'kept', bearer });
  given(received(), said(1, type, {}, '2026-04-13T17:30:00.001+07:00'))
    .at(sonLa)
    .thenDuty({ state: 'late' });
});

test('a complaint that names a decision is about a result', () => {
  given(received({ about: null, decision: '512/QĐ' }))
    .at(sonLa)
    .thenDuty({ state: 'open' });
});

test.each([
  ['about something else', { about: 'conduct' }],
  ['about nothing that is known', { about: null }],
  ['feedback', { kind: 'feedback' }],
])('not demanded: %s', (_, data) => {
  given(received(data)).at(sonLa).thenNoDuty();
});

test('what is withdrawn ends it', () => {
  const back = said(1, 'ComplaintWithdrawn', { whole: true }, '2026-03-05T09:00:00+07:00');
  given(received(), back).at(sonLa).thenDuty({ state: 'ended' });
});

test('an answer that is entered late with an earlier time is told apart', () => {
  const late = saidLate(
    1,
    'ComplaintAnswered',
    {},
    '2026-04-10T09:00:00+07:00',
    '2026-04-20T09:00:00+07:00',
  );
  const judged = given(received(), late).at(sonLa);
  judged.thenDuty({ state: 'kept' });
  judged.thenLessened(expect.stringContaining('agency-answers: '));
});
