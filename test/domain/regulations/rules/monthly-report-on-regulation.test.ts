import { test } from 'vitest';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { monthlyReportOnRegulation } from '../../../../src/domain/regulations/rules/monthly-report-on-regulation.ts';
import { recordsOf } from '../../../support/centre-year.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const { given } = specifyRule(monthlyReportOnRegulation, 'calendar-NB-2026');
const { begins, ofMonth } = recordsOf('NB');
const begun = begins('2026-10-01T00:00:00');
const october = { from: '2026-10-01', to: '2026-10-31' };
const report = { report: 'monthly', about: 'regulation', by: 'chief-of-office', period: october };
const others = [{ state: 'open' }, { state: 'open' }] as const;

test.each([
  ['at the very instant', '2026-10-30T17:30:00', 'kept'], // the 31st is a Saturday
  ['a millisecond later', '2026-10-30T17:30:00.001', 'late'],
  ['weeks later', '2026-11-20T08:00:00', 'late'],
] as const)('filed %s', (_, when, state) => {
  const filed = ofMonth(1, 'ReportSubmitted', report, when);
  given(begun, filed)
    .at(ninhBinh)
    .thenDuties({ state, due: '2026-10-30T17:30:00+07:00', evidence: [filed] }, ...others);
});

test('the Chief of the Provincial Office owes it, whose name is not on record', () => {
  given(begun)
    .at(ninhBinh)
    .thenDuties({ opening: '2026-10', bearer: { kind: 'official', code: null } }, {}, {});
});

test('a report on the regulation that does not say whose it is may be theirs', () => {
  const filed = ofMonth(1, 'ReportSubmitted', { ...report, by: null }, '2026-10-20T08:00:00');
  given(begun, filed)
    .at(ninhBinh)
    .thenDuties({ state: 'kept' }, ...others);
});

test.each([
  ['of the centre', { ...report, by: 'centre' }],
  ['of the Chief’s on something else', { ...report, about: 'reception-and-results' }],
  ['of the quarter', { ...report, report: 'quarterly' }],
] as const)('a report %s is not it', (_, data) => {
  const filed = ofMonth(1, 'ReportSubmitted', data, '2026-10-20T08:00:00');
  given(begun, filed)
    .at(ninhBinh)
    .thenDuties({ state: 'open' }, ...others);
});

test('a report that turns out to be the centre’s leaves it open again', () => {
  const filed = ofMonth(1, 'ReportSubmitted', report, '2026-10-20T08:00:00');
  const corrected = ofMonth(
    2,
    'ReportSubmitted',
    { ...report, by: 'centre' },
    '2026-10-20T08:00:00',
    {
      corrects: eventId(1),
    },
  );
  given(begun, filed, corrected)
    .at(ninhBinh)
    .thenDuties({ state: 'open' }, ...others);
});
