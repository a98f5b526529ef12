import { expect, test } from 'vitest';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { feedbackForwarded } from '../../../../src/domain/regulations/rules/feedback-forwarded.ts';
import { complaintOfTests, said, saidLate } from '../../../support/complaints.ts';
import { specifyRule } from '../../../support/rule-spec.ts';

const { given } = specifyRule(feedbackForwarded, complaintOfTests);

const received = (kind: 'feedback' | 'complaint' = 'feedback') =>
  said(0, 'ComplaintReceived', { kind }, '2026-03-02T09:00:00+07:00');
const about = (matter: 'centre' | 'processing' | 'rules') =>
  said(1, 'ComplaintClassified', { matter }, '2026-03-02T10:00:00+07:00');
const due = '2026-03-09T17:30:00+07:00';

test.each([
  'ComplaintForwarded',
  'ComplaintReportedUpward',
  'ComplaintOfficialCalled',
  'ComplaintAnswered',
] as const)('five working days, over a weekend: kept, and late a millisecond after: %s', (type) => {
  given(received(), about('processing'), said(2, type, {}, due))
    .at(tuyenQuang)
    .thenDuty({
      due,
      state: 'kept',
      bearer: { kind: 'centre', code: 'TQ' },
      citation: 'NĐ 20/2008/NĐ-CP',
    });
  given(received(), about('processing'), said(2, type, {}, '2026-03-09T17:30:00.001+07:00'))
    .at(tuyenQuang)
    .thenDuty({ state: 'late' });
});

test('about the centre, or of no known matter, it need not be forwarded', () => {
  given(received(), about('centre')).at(tuyenQuang).thenNoDuty();
  given(received()).at(tuyenQuang).thenNoDuty();
  given(received('complaint'), about('processing')).at(tuyenQuang).thenNoDuty();
});

test('what was forwarded was another’s, and to tell somebody of it is not to forward it', () => {
  const on = (why: 'to-resolve' | 'to-know') =>
    said(2, 'ComplaintForwarded', { why }, '2026-03-12T09:00:00+07:00');
  given(received(), on('to-resolve')).at(tuyenQuang).thenDuty({ state: 'late' });
  given(received(), on('to-know')).at(tuyenQuang).thenNoDuty();
});

test('a forwarding that is entered late with an earlier time is told apart', () => {
  const late = saidLate(
    2,
    'ComplaintForwarded',
    {},
    '2026-03-06T09:00:00+07:00',
    '2026-03-16T09:00:00+07:00',
  );
  const judged = given(received(), about('rules'), late).at(tuyenQuang);
  judged.thenDuty({ state: 'kept' });
  judged.thenLessened(expect.stringContaining('feedback-forwarded: '));
});
