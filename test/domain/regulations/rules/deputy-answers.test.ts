import { expect, test } from 'vitest';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { deputyAnswers } from '../../../../src/domain/regulations/rules/deputy-answers.ts';
import { complaintOfTests, said, saidLate } from '../../../support/complaints.ts';
import { specifyRule } from '../../../support/rule-spec.ts';

const { given } = specifyRule(deputyAnswers, complaintOfTests);

const received = (kind: 'question' | 'suggestion' | 'feedback' = 'question') =>
  said(0, 'ComplaintReceived', { kind }, '2026-03-02T09:00:00+07:00');
const due = '2026-03-16T17:30:00+07:00';

test.each([
  ['at the very instant', due, 'kept'],
  ['a millisecond later', '2026-03-16T17:30:00.001+07:00', 'late'],
] as const)('answered %s, over two weekends: %s', (_, when, state) => {
  given(received(), said(1, 'ComplaintAnswered', {}, when))
    .at(sonLa)
    .thenDuty({ due, state, bearer: { kind: 'official', code: null } });
});

test('suggestions, too; feedback is another matter', () => {
  given(received('suggestion')).at(sonLa).thenDuty({ state: 'open' });
  given(received('feedback')).at(sonLa).thenNoDuty();
});

test('feedback that turns out to be a question is one', () => {
  const sorted = said(1, 'ComplaintClassified', { kind: 'question' }, '2026-03-02T10:00:00+07:00');
  given(received('feedback'), sorted).at(sonLa).thenDuty({ due });
});

test('an answer that is entered late with an earlier time is told apart', () => {
  const late = saidLate(
    1,
    'ComplaintReplied',
    {},
    '2026-03-10T09:00:00+07:00',
    '2026-03-20T09:00:00+07:00',
  );
  const judged = given(received(), late).at(sonLa);
  judged.thenDuty({ state: 'kept' });
  judged.thenLessened(expect.stringContaining('deputy-answers: '));
});
