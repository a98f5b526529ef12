import { test } from 'vitest';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { onDemandReport } from '../../../../src/domain/regulations/rules/on-demand-report.ts';
import { recordsOf } from '../../../support/centre-year.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const inBacLieu = specifyRule(onDemandReport, 'calendar-BL-2026');
const { ofMonth } = recordsOf('BL');
const asked = (data: object = {}) =>
  ofMonth(
    1,
    'ReportDemanded',
    { reference: '540', due: { on: '2026-03-06' }, ...data },
    '2026-03-02T08:00:00',
  );
const filed = (when: string, data: object = {}) =>
  ofMonth(2, 'ReportSubmitted', { report: 'on-demand', reference: '540', ...data }, when);

test.each([
  ['at the very instant', '2026-03-06T17:00:00', 'kept'],
  ['a millisecond later', '2026-03-06T17:00:00.001', 'late'],
] as const)('a demand that names a day, answered %s', (_, when, state) => {
  const [demand, answer] = [asked(), filed(when)];
  inBacLieu
    .given(demand, answer)
    .at(bacLieu)
    .thenDuty({
      state,
      due: '2026-03-06T17:00:00+07:00',
      detail: '540',
      evidence: [demand, answer],
    });
});

test('a demand to the minute is due at that minute; one that names a Sunday, when that ends', () => {
  const instant = asked({ due: { at: '2026-03-03T10:15:00+07:00' } });
  inBacLieu
    .given(instant)
    .at(bacLieu)
    .thenDuty({ state: 'open', due: '2026-03-03T10:15:00+07:00' });
  const sunday = asked({ due: { on: '2026-03-08' } });
  inBacLieu.given(sunday).at(bacLieu).thenDuty({ due: '2026-03-08T23:59:59.999+07:00' });
});

test('a demand that names no time is due in the centre’s own term, across the weekend', () => {
  inBacLieu
    .given(asked({ due: null }))
    .at(bacLieu)
    .thenDuty({ due: '2026-03-09T17:00:00+07:00' });
});

test.each([
  ['another reference', { reference: '541' }],
  ['none, and is the month’s', { reference: null, report: 'monthly' }],
])('a report that carries %s does not answer it', (_, data) => {
  inBacLieu
    .given(asked(), filed('2026-03-04T08:00:00', data))
    .at(bacLieu)
    .thenDuty({ state: 'open' });
});

test('a report on demand that carries no reference answers one demand only', () => {
  const second = ofMonth(
    3,
    'ReportDemanded',
    { reference: '541', due: { on: '2026-03-06' } },
    '2026-03-03T08:00:00',
  );
  inBacLieu
    .given(asked(), filed('2026-03-04T08:00:00', { reference: null }), second)
    .at(bacLieu)
    .thenDuties({ state: 'kept' }, { state: 'open' });
});

test('what is answered in spring was owed in the year in which it was asked', () => {
  const demand = ofMonth(
    1,
    'ReportDemanded',
    { reference: '9', due: { on: '2026-12-30' } },
    '2026-12-21T08:00:00',
  );
  const answer = ofMonth(
    2,
    'ReportSubmitted',
    { report: 'on-demand', reference: '9' },
    '2027-02-15T08:00:00',
  );
  inBacLieu.given(demand, answer).at(bacLieu).thenDuty({ state: 'late' });
  specifyRule(onDemandReport, 'calendar-BL-2027').given(demand, answer).at(bacLieu).thenNoDuty();
});

test('a demand whose day is corrected after it has passed stays measured from the first', () => {
  const corrected = ofMonth(
    3,
    'ReportDemanded',
    { reference: '540', due: { on: '2026-03-20' } },
    '2026-03-02T08:00:00',
    {
      corrects: eventId(1),
      recordedAt: filed('2026-03-10T08:00:00').recordedAt,
    },
  );
  inBacLieu
    .given(asked(), corrected)
    .at(bacLieu)
    .thenDuty({ due: '2026-03-06T17:00:00+07:00', customaryDue: '2026-03-20T17:00:00+07:00' });
});

test.each([
  ['BL', bacLieu, { kind: 'official', code: 'gd-1' }],
  ['KT', konTum(null), { kind: 'official', code: 'gd-1' }],
  ['TQ', tuyenQuang, { kind: 'centre', code: 'TQ' }],
] as const)('in %s the bearer is the director, or the centre', (code, centre, bearer) => {
  const of = recordsOf(code);
  const takes = of.ofOfficial('gd-1')(
    1,
    'OfficeTaken',
    { office: 'director' },
    '2026-01-05T08:00:00',
  );
  const demand = of.ofMonth(2, 'ReportDemanded', {}, '2026-03-02T08:00:00');
  specifyRule(onDemandReport, `calendar-${code}-2026`)
    .given(takes, demand)
    .at(centre)
    .thenDuty({ bearer });
});
