import { expect, test } from 'vitest';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { complaintResolved } from '../../../../src/domain/regulations/rules/complaint-resolved.ts';
import { complaintOfTests, said, saidLate } from '../../../support/complaints.ts';
import { specifyRule } from '../../../support/rule-spec.ts';

const { given } = specifyRule(complaintResolved, complaintOfTests);

const received = (data: object = {}) =>
  said(0, 'ComplaintReceived', { kind: 'complaint', ...data }, '2026-03-02T09:00:00+07:00');
const accepted = said(1, 'ComplaintAccepted', { unit: 'S1' }, '2026-03-03T09:00:00+07:00');
const complex = (when: string, document: string | null = '55/QĐ') =>
  said(2, 'ComplaintDeclaredComplex', { degree: 'complex', document }, when);
const resolved = (when: string) => said(5, 'ComplaintResolved', {}, when);

/** Thirty days after 3 March; forty-five; sixty, which is a Saturday after two days off. */
const [thirty, fortyFive, sixty] = [
  '2026-04-02T17:30:00+07:00',
  '2026-04-17T17:30:00+07:00',
  '2026-05-04T17:30:00+07:00',
];

test.each([
  ['at the very instant', thirty, 'kept'],
  ['a millisecond later', '2026-04-02T17:30:00.001+07:00', 'late'],
] as const)('thirty days from being taken up, days off counted: %s, %s', (_, when, state) => {
  given(received(), accepted, resolved(when))
    .at(sonLa)
    .thenDuty({ due: thirty, state, bearer: { kind: 'agency', code: 'S1' }, citation: 'LKN Đ28' });
});

test('remote: forty-five; remote and complex: sixty, which a weekend and holidays put off', () => {
  const remote = received({ remote: true });
  given(remote, accepted).at(sonLa).thenDuty({ due: fortyFive });
  given(remote, accepted, complex('2026-03-10T09:00:00+07:00')).at(sonLa).thenDuty({ due: sixty });
});

test('complex is what a written decision says is so, while there is time', () => {
  given(received(), accepted, complex('2026-03-10T09:00:00+07:00'))
    .at(sonLa)
    .thenDuty({ due: fortyFive, customaryDue: fortyFive });
  given(received(), accepted, complex('2026-03-10T09:00:00+07:00', null))
    .at(sonLa)
    .thenDuty({ due: thirty });
  given(received(), accepted, complex('2026-04-03T09:00:00+07:00'))
    .at(sonLa)
    .thenDuty({ due: thirty, customaryDue: fortyFive });
});

test('while it is suspended the time stands still, and then goes on by so much working time', () => {
  const suspended = said(3, 'ComplaintSuspended', {}, '2026-03-10T07:30:00+07:00');
  const resumed = said(4, 'ComplaintResumed', {}, '2026-03-12T07:30:00+07:00');
  given(received(), accepted, suspended).at(sonLa).thenDuty({ suspended: true });
  given(received(), accepted, suspended, resumed)
    .at(sonLa)
    .thenDuty({ suspended: false, due: '2026-04-06T17:30:00+07:00' });
});

test('what is withdrawn whole ends it; nothing is owed before it is taken up', () => {
  const back = said(3, 'ComplaintWithdrawn', { whole: true }, '2026-03-10T09:00:00+07:00');
  given(received(), accepted, back).at(sonLa).thenDuty({ state: 'ended' });
  given(received()).at(sonLa).thenNoDuty();
  given(received({ kind: 'feedback' }), accepted)
    .at(sonLa)
    .thenNoDuty();
});

test('a resolution that is entered late with an earlier time is told apart', () => {
  const late = saidLate(
    5,
    'ComplaintResolved',
    {},
    '2026-04-01T09:00:00+07:00',
    '2026-04-10T09:00:00+07:00',
  );
  const judged = given(received(), accepted, late).at(sonLa);
  judged.thenDuty({ state: 'kept' });
  judged.thenLessened(expect.stringContaining('complaint-resolved: '));
});
