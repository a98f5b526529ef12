import { expect, test } from 'vitest';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { forwardedUrged } from '../../../../src/domain/regulations/rules/three-way-routing-urged.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { complaintOfTests, said, saidLate } from '../../../support/complaints.ts';
import { specifyRule } from '../../../support/rule-spec.ts';

const { given } = specifyRule(forwardedUrged, complaintOfTests);

const received = said(0, 'ComplaintReceived', { kind: 'feedback' }, '2026-03-02T09:00:00+07:00');
/** Due on Friday 13 March, so urged by the end of the Monday. */
const forwarded = (data: object = {}) =>
  said(
    1,
    'ComplaintForwarded',
    { to: 'S1', why: 'to-resolve', due: '2026-03-13', ...data },
    '2026-03-03T09:00:00+07:00',
  );
const urged = (when: string, agency: string | null = 'S1') =>
  said(2, 'ComplaintAgencyUrged', { agency }, when);
const due = '2026-03-16T17:30:00+07:00';

test.each([
  ['over the weekend, as Monday ends', due, 'kept'],
  ['a millisecond later', '2026-03-16T17:30:00.001+07:00', 'late'],
  ['before the outcome was due', '2026-03-10T09:00:00+07:00', 'kept'],
] as const)('urged %s: %s', (_, when, state) => {
  given(received, forwarded(), urged(when))
    .at(ninhBinh)
    .thenDuty({ due, state, bearer: { kind: 'centre', code: 'NB' } });
});

test('never urged: open from when the outcome was due', () => {
  given(received, forwarded())
    .at(ninhBinh)
    .thenDuty({ state: 'open', openedAt: Instant.parse('2026-03-13T17:30:00+07:00'), due });
});

test.each(['ComplaintOutcomeCopied', 'ComplaintResolved', 'ComplaintAnswered'] as const)(
  'an outcome that came in time opens nothing; one that came after it ends it: %s',
  (type) => {
    const outcome = (when: string) => said(2, type, {}, when);
    given(received, forwarded(), outcome('2026-03-13T17:30:00+07:00')).at(ninhBinh).thenNoDuty();
    given(received, forwarded(), outcome('2026-03-16T09:00:00+07:00'))
      .at(ninhBinh)
      .thenDuty({ state: 'ended', breached: false });
    given(received, forwarded(), outcome('2026-03-17T09:00:00+07:00'))
      .at(ninhBinh)
      .thenDuty({ state: 'ended', breached: true });
  },
);

test('a part that is taken back ends nothing; to urge another agency is no urging of this one', () => {
  const part = said(2, 'ComplaintWithdrawn', { whole: false }, '2026-03-05T09:00:00+07:00');
  given(received, forwarded(), part).at(ninhBinh).thenDuty({ state: 'open' });
  given(received, forwarded(), urged('2026-03-16T09:00:00+07:00', 'S2'))
    .at(ninhBinh)
    .thenDuty({ state: 'open' });
});

test('where no day was asked for, when the agency’s outcome is due all the same', () => {
  given(received, forwarded({ due: null }))
    .at(ninhBinh)
    .thenDuty({ due: '2026-03-18T17:30:00+07:00' });
});

test('an urging that is entered late with an earlier time is told apart', () => {
  const late = saidLate(
    2,
    'ComplaintAgencyUrged',
    { agency: 'S1' },
    '2026-03-16T09:00:00+07:00',
    '2026-03-19T09:00:00+07:00',
  );
  const judged = given(received, forwarded(), late).at(ninhBinh);
  judged.thenDuty({ state: 'kept' });
  judged.thenLessened(expect.stringContaining('three-way-routing-urged: '));
});
