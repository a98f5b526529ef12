import { test } from 'vitest';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { longerReports } from '../../../../src/domain/regulations/rules/longer-reports.ts';
import { recordsOf } from '../../../support/centre-year.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const inSonLa = specifyRule(longerReports, 'calendar-SL-2026');
const { begins, ofMonth } = recordsOf('SL');
const begun = begins('2026-07-01T00:00:00');
const third = { from: '2026-07-01', to: '2026-09-30' };
const others = [{ opening: '2026-Q4' }, { opening: '2026-H2' }] as const;

test('in Sơn La one is due for each quarter, half-year and year that begins after the records do', () => {
  inSonLa
    .given(begun)
    .at(sonLa)
    .thenDuties(
      {
        opening: '2026-Q3',
        due: '2026-09-30T17:30:00+07:00',
        bearer: { kind: 'centre', code: 'SL' },
      },
      { opening: '2026-Q4', due: '2026-12-31T17:30:00+07:00' },
      { opening: '2026-H2', due: '2026-12-31T17:30:00+07:00' },
    );
});

test('in Kon Tum for each week, month, quarter and year; the week ends on its last working day', () => {
  specifyRule(longerReports, 'calendar-KT-2026')
    .given(recordsOf('KT').begins('2026-11-23T00:00:00'))
    .at(konTum(null))
    .thenDuties(
      { opening: '2026-W48', due: '2026-11-27T17:00:00+07:00' },
      { opening: '2026-W49', due: '2026-12-04T17:00:00+07:00' },
      { opening: '2026-W50' },
      { opening: '2026-W51' },
      { opening: '2026-W52' },
      { opening: '2026-W53', due: '2026-12-31T17:00:00+07:00' }, // 1 January is a holiday
      { opening: '2026-12', due: '2026-12-31T17:00:00+07:00' },
    );
});

test.each([
  ['at the very instant', '2026-09-30T17:30:00', 'kept'],
  ['a millisecond later', '2026-09-30T17:30:00.001', 'late'],
] as const)('filed %s', (_, when, state) => {
  const filed = ofMonth(1, 'ReportSubmitted', { report: 'quarterly', period: third }, when);
  inSonLa.given(begun, filed).at(sonLa).thenDuties({ state }, { state: 'open' }, { state: 'open' });
});

test('a report is of the period in which its own ends, and not of a longer one', () => {
  const half = { from: '2026-07-01', to: '2026-12-31' };
  const filed = ofMonth(
    1,
    'ReportSubmitted',
    { report: 'half-yearly', period: half },
    '2026-12-30T08:00:00',
  );
  inSonLa
    .given(begun, filed)
    .at(sonLa)
    .thenDuties({ state: 'open' }, { state: 'open' }, { state: 'kept' });
});

test('the year’s report that is filed in spring is late', () => {
  const filed = ofMonth(
    1,
    'ReportSubmitted',
    { report: 'quarterly', period: { from: '2026-10-01', to: '2026-12-31' } },
    '2027-03-01T08:00:00',
  );
  inSonLa.given(begun, filed).at(sonLa).thenDuties({}, { state: 'late' }, {});
});

test('a report that is taken back leaves it open again', () => {
  const filed = ofMonth(
    1,
    'ReportSubmitted',
    { report: 'quarterly', period: third },
    '2026-09-29T08:00:00',
  );
  const takenBack = ofMonth(2, 'EntryWithdrawn', {}, '2026-09-29T09:00:00', {
    corrects: eventId(1),
  });
  inSonLa
    .given(begun, filed, takenBack)
    .at(sonLa)
    .thenDuties({ state: 'open' }, ...others);
});

test('a week that has no working day is due on the first one after it', () => {
  specifyRule(longerReports, 'calendar-KT-2026')
    .given(recordsOf('KT').begins('2026-02-09T00:00:00'))
    .at(konTum(null))
    .thenDuties(
      { opening: '2026-W07', due: '2026-02-13T17:00:00+07:00' },
      { opening: '2026-W08', due: '2026-02-23T17:00:00+07:00' }, // Tết from 16 to 20 February
      ...Array.from({ length: 45 + 10 + 3 }, () => ({})), // weeks, months and quarters
    );
});
