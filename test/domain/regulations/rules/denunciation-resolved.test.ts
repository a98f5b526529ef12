import { expect, test } from 'vitest';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { denunciationResolved } from '../../../../src/domain/regulations/rules/denunciation-resolved.ts';
import { complaintOfTests, said, saidLate } from '../../../support/complaints.ts';
import { specifyRule } from '../../../support/rule-spec.ts';

const { given } = specifyRule(denunciationResolved, complaintOfTests);

const received = said(
  0,
  'ComplaintReceived',
  { kind: 'denunciation' },
  '2026-03-02T09:00:00+07:00',
);
const accepted = said(1, 'ComplaintAccepted', { unit: 'S1' }, '2026-03-03T09:00:00+07:00');
type Degree = 'complex' | 'very-complex';
const extended = (
  number: number,
  degree: Degree,
  when = '2026-03-10T09:00:00+07:00',
  document: string | null = '55/QĐ',
) => said(number, 'ComplaintDeclaredComplex', { degree, document }, when);
const resolved = (when: string) => said(9, 'ComplaintResolved', {}, when);

/** Thirty days after 3 March; sixty, a Saturday after two days off; ninety. */
const [thirty, sixty, ninety] = [
  '2026-04-02T17:30:00+07:00',
  '2026-05-04T17:30:00+07:00',
  '2026-06-01T17:30:00+07:00',
];

test.each([
  ['at the very instant', thirty, 'kept'],
  ['a millisecond later', '2026-04-02T17:30:00.001+07:00', 'late'],
] as const)('thirty days from being taken up, days off counted: %s, %s', (_, when, state) => {
  given(received, accepted, resolved(when))
    .at(ninhBinh)
    .thenDuty({ due: thirty, state, bearer: { kind: 'agency', code: 'S1' }, citation: 'LTC Đ30' });
});

test('complex: thirty more, once', () => {
  given(received, accepted, extended(2, 'complex')).at(ninhBinh).thenDuty({ due: sixty });
  given(received, accepted, extended(2, 'complex'), extended(3, 'complex'))
    .at(ninhBinh)
    .thenDuty({ due: sixty });
});

test('very complex: thirty more each time, twice at most', () => {
  const first = extended(2, 'very-complex');
  const second = extended(3, 'very-complex', '2026-04-20T09:00:00+07:00');
  const third = extended(4, 'very-complex', '2026-05-20T09:00:00+07:00');
  given(received, accepted, first).at(ninhBinh).thenDuty({ due: sixty });
  given(received, accepted, first, second).at(ninhBinh).thenDuty({ due: ninety });
  given(received, accepted, first, second, third).at(ninhBinh).thenDuty({ due: ninety });
});

test('no more time without a number, or when the time is over', () => {
  given(received, accepted, extended(2, 'complex', undefined, null))
    .at(ninhBinh)
    .thenDuty({ due: thirty });
  given(received, accepted, extended(2, 'complex', '2026-04-03T09:00:00+07:00'))
    .at(ninhBinh)
    .thenDuty({ due: thirty, customaryDue: sixty });
});

test('while it is suspended the time stands still', () => {
  const suspended = said(2, 'ComplaintSuspended', {}, '2026-03-10T07:30:00+07:00');
  const resumed = said(3, 'ComplaintResumed', {}, '2026-03-12T07:30:00+07:00');
  given(received, accepted, suspended).at(ninhBinh).thenDuty({ suspended: true });
  given(received, accepted, suspended, resumed)
    .at(ninhBinh)
    .thenDuty({ due: '2026-04-06T17:30:00+07:00' });
});

test('a resolution that is entered late with an earlier time is told apart', () => {
  const late = saidLate(
    9,
    'ComplaintResolved',
    {},
    '2026-04-01T09:00:00+07:00',
    '2026-04-10T09:00:00+07:00',
  );
  const judged = given(received, accepted, late).at(ninhBinh);
  judged.thenDuty({ state: 'kept' });
  judged.thenLessened(expect.stringContaining('denunciation-resolved: '));
});
