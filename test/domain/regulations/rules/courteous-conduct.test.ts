import { expect, test } from 'vitest';
import { ConductAct } from '../../../../src/domain/attendance/attendance/vocabulary/conduct.ts';
import { attendance } from '../../../../src/domain/attendance/attendance/vocabulary.ts';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { courteousConduct } from '../../../../src/domain/regulations/rules/courteous-conduct.ts';
import { keptOn, march } from '../../../support/kept.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const subject = 'attendance-clerk-2026-03';
const { given } = specifyRule(courteousConduct, subject);
const noted = keptOn(attendance, subject, 'SL');

/** Of NĐ 61/2018 Đ5.1, which KT Đ5.1 repeats. */
const decree61 = [
  'office-culture-broken',
  'overbearing',
  'harassment',
  'trouble-caused',
  'service-refused',
  'drawn-out',
  'responsibility-shifted',
  'uncooperative',
  'unfair',
  'handled-unlawfully',
  'other-violation',
];
/** The same; at KT other rules have them. */
const others = [
  'channel-choice-hindered',
  'data-obstructed',
  'data-tampered',
  'secrets-disclosed',
  'secrets-used-for-gain',
  'extra-papers-demanded',
  'dealt-directly',
];
const discourtesy = [
  'discourteous',
  'harassment',
  'trouble-caused',
  'corrupt-conduct',
  'other-violation',
];

test.each([
  ['SL Đ2.8, Đ8.e', sonLa, [...discourtesy, 'house-rules-broken']],
  ['TQ Đ9.1', tuyenQuang, [...decree61, ...others]],
  ['BL Đ3.4, Đ4.5', bacLieu, [...discourtesy, 'office-culture-broken']],
  ['KT Đ2.5, Đ5.1', konTum(null), [...new Set([...discourtesy, ...decree61])]],
])('%s: each act that is listed is a breach, and no other', (citation, centre, forbidden) => {
  const notes = ConductAct.options.map((act, number) =>
    noted(number, 'ConductNoted', { act }, march(2, '09:00')),
  );
  const wanted = ConductAct.options.filter((act) => forbidden.includes(act));
  expect(wanted).toHaveLength(forbidden.length);
  given(...notes)
    .at(centre)
    .thenFindings(
      ...wanted.map((detail) => ({
        detail,
        citation,
        bearer: { kind: 'official', code: 'clerk' },
      })),
    );
});

test('also at lunch, on a Sunday and on a holiday: no text names service hours', () => {
  const acts = [march(2, '12:00'), march(8, '09:00'), '2026-03-02T00:00:00+07:00'].map(
    (when, number) => noted(number, 'ConductNoted', { act: 'discourteous' }, when),
  );
  given(...acts)
    .at(bacLieu)
    .thenFindings(
      { detail: 'discourteous' },
      { detail: 'discourteous' },
      { detail: 'discourteous' },
    );
});

test('a note that is withdrawn is none, and that it was withdrawn is found', () => {
  const note = noted(1, 'ConductNoted', { act: 'harassment' }, march(2, '09:00'));
  const withdrawn = noted(2, 'EntryWithdrawn', {}, march(6), { corrects: eventId(1) });
  given(note, withdrawn).at(sonLa).thenBreaches();
  given(note, withdrawn)
    .at(sonLa)
    .thenLessened(
      'courteous-conduct: 1 breaches before and 0 after, by clerk-9 at 2026-03-06T01:00:00.000Z',
    );
});

test('before the regulation was in force nothing was forbidden by it', () => {
  const note = (when: string) => noted(1, 'ConductNoted', { act: 'drawn-out' }, when);
  given(note('2023-11-26T23:59:59.999+07:00')).at(tuyenQuang).thenBreaches();
  const first = note('2023-11-27T00:00:00+07:00');
  given(first).at(tuyenQuang).thenBreaches([first]);
});
