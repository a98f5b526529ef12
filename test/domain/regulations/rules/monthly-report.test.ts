import { describe, test } from 'vitest';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { monthlyReport } from '../../../../src/domain/regulations/rules/monthly-report.ts';
import { recordsOf } from '../../../support/centre-year.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId, imported } from '../../../support/stated.ts';

const inSonLa = specifyRule(monthlyReport, 'calendar-SL-2026');
const { begins, ofMonth, ofOfficial } = recordsOf('SL');
const begun = begins('2026-11-01T08:00:00');
const november = { from: '2026-11-01', to: '2026-11-30' };
const report = { report: 'monthly', period: november, copies: ['H52.17'] };

test('in Sơn La it is due before the 30th: on the 29th, or on the last working day before it', () => {
  inSonLa.given(begun).at(sonLa).thenDuties(
    { opening: '2026-11', due: '2026-11-27T17:30:00+07:00', state: 'open' }, // the 29th is a Sunday
    { opening: '2026-12', due: '2026-12-29T17:30:00+07:00', state: 'open' },
  );
});

test('in a shorter February it is due on its last day', () => {
  specifyRule(monthlyReport, 'calendar-SL-2027')
    .given(recordsOf('SL').begins('2027-02-01T00:00:00'))
    .at(sonLa)
    .thenDuties(
      { opening: '2027-02', due: '2027-02-26T17:30:00+07:00' }, // the 28th is a Sunday
      ...Array.from({ length: 10 }, () => ({})),
    );
});

test.each([
  ['at the very instant', '2026-11-27T17:30:00', 'kept'],
  ['a millisecond later', '2026-11-27T17:30:00.001', 'late'],
])('filed %s: %s', (_, when, state) => {
  const filed = ofMonth(1, 'ReportSubmitted', report, when);
  const expected = state === 'kept' ? ({ state: 'kept' } as const) : ({ state: 'late' } as const);
  inSonLa
    .given(begun, filed)
    .at(sonLa)
    .thenDuties({ ...expected, evidence: [filed] }, { state: 'open' });
});

test.each([
  ['that went to no agency', { ...report, copies: [] }],
  ['of another kind', { ...report, report: 'quarterly' }],
  ['on how the regulation is carried out', { ...report, about: 'regulation' }],
  ['by the Chief of the Provincial Office', { ...report, by: 'chief-of-office' }],
  ['of another month', { ...report, period: { from: '2026-10-01', to: '2026-10-31' } }],
])('a report %s is not it', (_, data) => {
  const filed = ofMonth(1, 'ReportSubmitted', data, '2026-11-26T09:00:00');
  inSonLa.given(begun, filed).at(sonLa).thenDuties({ state: 'open' }, { state: 'open' });
});

test('what it does not say of itself is not held against it', () => {
  const filed = ofMonth(1, 'ReportSubmitted', { report: 'monthly' }, '2026-11-26T09:00:00');
  inSonLa.given(begun, filed).at(sonLa).thenDuties({ state: 'kept' }, { state: 'open' });
});

test('the director owes it who is in office when it is due', () => {
  const takes = ofOfficial('gd-2')(
    1,
    'OfficeTaken',
    { office: 'director', from: '2026-12-01' },
    '2026-12-01T08:00:00',
  );
  inSonLa
    .given(begun, takes)
    .at(sonLa)
    .thenDuties(
      { bearer: { kind: 'official', code: null } },
      { bearer: { kind: 'official', code: 'gd-2' } },
    );
});

test('a report that is said afterwards to have been filed in time is kept, and that this was changed shows', () => {
  const filed = ofMonth(1, 'ReportSubmitted', report, '2026-12-02T09:00:00');
  const corrected = ofMonth(2, 'ReportSubmitted', report, '2026-11-27T09:00:00', {
    ...imported,
    corrects: eventId(1),
    recordedAt: filed.recordedAt,
  });
  const found = inSonLa.given(begun, filed, corrected).at(sonLa);
  found.thenDuties({ state: 'kept' }, { state: 'open' });
  found.thenFindings({ rule: 'breach-lessened' });
});

test.each([
  ['BL', 'the 15th', bacLieu, '2026-11-16T17:00:00+07:00'], // a Sunday: the Monday after
  ['KT', 'the 22nd', konTum(null), '2026-11-23T17:00:00+07:00'], // a Sunday, too
  ['TQ', 'no day', tuyenQuang, '2026-11-30T17:30:00+07:00'],
  ['NB', 'no day', ninhBinh, '2026-11-30T17:30:00+07:00'],
])('in %s it is due on %s', (code, _, centre, due) => {
  specifyRule(monthlyReport, `calendar-${code}-2026`)
    .given(recordsOf(code).begins('2026-11-01T08:00:00'))
    .at(centre)
    .thenDuties({ due }, {});
});

test.each([
  ['TQ', tuyenQuang, 'kept'],
  ['NB', ninhBinh, 'open'],
] as const)('in %s a report that went to no agency', (code, centre, state) => {
  const of = recordsOf(code);
  const filed = of.ofMonth(1, 'ReportSubmitted', { ...report, copies: [] }, '2026-11-26T09:00:00');
  specifyRule(monthlyReport, `calendar-${code}-2026`)
    .given(of.begins('2026-11-01T08:00:00'), filed)
    .at(centre)
    .thenDuties({ state, bearer: { kind: 'centre', code } }, {});
});

describe.each([
  ['BL', bacLieu, '2026-11-13', '2026-11-16T17:00:00+07:00'],
  ['KT', konTum(null), '2026-11-20', '2026-11-23T17:00:00+07:00'],
] as const)('in %s, whose day comes before the month is over', (code, centre, day, due) => {
  const { given } = specifyRule(monthlyReport, `calendar-${code}-2026`);
  const of = recordsOf(code);
  const began = of.begins('2026-11-01T08:00:00');
  const october = { from: '2026-10-01', to: '2026-10-31' };
  const filed = (period: object, when: string) =>
    of.ofMonth(1, 'ReportSubmitted', { ...report, period }, when);

  test('a report of the month before is that of the month in which it is filed', () => {
    given(began, filed(october, `${day}T09:00:00`))
      .at(centre)
      .thenDuties({ state: 'kept', due }, { state: 'open' });
  });

  test('and so is one of the days up to it', () => {
    const upTo = { from: '2026-10-16', to: day };
    given(began, filed(upTo, `${day}T09:00:00`))
      .at(centre)
      .thenDuties({ state: 'kept' }, { state: 'open' });
  });

  test('in the month after it is late for its own, and in time for that', () => {
    given(began, filed(november, '2026-12-10T09:00:00'))
      .at(centre)
      .thenDuties({ state: 'late' }, { state: 'kept' });
  });

  test('a report of two months before is neither’s', () => {
    const september = { from: '2026-09-01', to: '2026-09-30' };
    given(began, filed(september, `${day}T09:00:00`))
      .at(centre)
      .thenDuties({ state: 'open' }, { state: 'open' });
  });
});
