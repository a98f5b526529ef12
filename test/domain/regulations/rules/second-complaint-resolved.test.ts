import { expect, test } from 'vitest';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { secondComplaintResolved } from '../../../../src/domain/regulations/rules/complaint-resolved.ts';
import { complaintOfTests, said, saidLate } from '../../../support/complaints.ts';
import { specifyRule } from '../../../support/rule-spec.ts';

const { given } = specifyRule(secondComplaintResolved, complaintOfTests);

const received = (data: object = {}) =>
  said(0, 'ComplaintReceived', { kind: 'second-complaint', ...data }, '2026-03-02T09:00:00+07:00');
const accepted = said(1, 'ComplaintAccepted', { unit: 'S1' }, '2026-03-03T09:00:00+07:00');
const complex = said(
  2,
  'ComplaintDeclaredComplex',
  { degree: 'complex', document: '55/QĐ' },
  '2026-03-10T09:00:00+07:00',
);
const resolved = (when: string) => said(5, 'ComplaintResolved', {}, when);

/** Forty-five days after 3 March; sixty, which is a Saturday after two days off; seventy. */
const [fortyFive, sixty, seventy] = [
  '2026-04-17T17:30:00+07:00',
  '2026-05-04T17:30:00+07:00',
  '2026-05-12T17:30:00+07:00',
];

test.each([
  ['at the very instant', fortyFive, 'kept'],
  ['a millisecond later', '2026-04-17T17:30:00.001+07:00', 'late'],
] as const)('forty-five days from being taken up: %s, %s', (_, when, state) => {
  given(received(), accepted, resolved(when))
    .at(sonLa)
    .thenDuty({ due: fortyFive, state, citation: 'LKN Đ37' });
});

test('complex or remote: sixty; both: seventy', () => {
  const remote = received({ remote: true });
  given(received(), accepted, complex).at(sonLa).thenDuty({ due: sixty });
  given(remote, accepted).at(sonLa).thenDuty({ due: sixty });
  given(remote, accepted, complex).at(sonLa).thenDuty({ due: seventy });
});

test('a first complaint is another matter', () => {
  given(received({ kind: 'complaint' }), accepted)
    .at(sonLa)
    .thenNoDuty();
});

test('a resolution that is entered late with an earlier time is told apart', () => {
  const late = saidLate(
    5,
    'ComplaintResolved',
    {},
    '2026-04-16T09:00:00+07:00',
    '2026-04-24T09:00:00+07:00',
  );
  const judged = given(received(), accepted, late).at(sonLa);
  judged.thenDuty({ state: 'kept' });
  judged.thenLessened(expect.stringContaining('second-complaint-resolved: '));
});
