import { test } from 'vitest';
import { attendance } from '../../../../src/domain/attendance/attendance/vocabulary.ts';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { presentInHoursNoted } from '../../../../src/domain/regulations/rules/present-in-hours.ts';
import { keptOn, march } from '../../../support/kept.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const subject = 'attendance-clerk-2026-03';
const { given } = specifyRule(presentInHoursNoted, subject);
const passed = keptOn(attendance, subject, 'SL');
const left = (when: string) => passed(1, 'ConductNoted', { act: 'left-counter' }, when);

test('a note that the counter was left is the official’s breach', () => {
  given(left(march(2, '09:00')))
    .at(konTum(null))
    .thenFindings({ bearer: { kind: 'official', code: 'clerk' }, citation: 'KT Đ3.6' });
  given(passed(1, 'ConductNoted', { act: 'no-badge' }, march(2, '09:00')))
    .at(sonLa)
    .thenBreaches();
});

test.each([
  ['as the service hours begin', march(2, '07:30'), 1],
  ['a millisecond before', march(2, '07:29:59.999'), 0],
  ['as the morning ends', march(2, '11:30'), 0],
  ['on a Saturday', march(7, '09:00'), 0],
  ['on a holiday', '2026-04-27T09:00:00+07:00', 0],
])('noted %s', (_, when, breaches) => {
  given(left(when))
    .at(sonLa)
    .thenBreaches(...(breaches === 0 ? [] : [[left(when)]]));
});

test('in Bạc Liêu it is by the hours of the week: on a Saturday morning nobody owes presence', () => {
  const day = passed(1, 'ConductNoted', { act: 'left-counter' }, march(7, '00:00'), {
    precision: 'day',
  });
  given(left(march(7, '09:00')))
    .at(bacLieu)
    .thenBreaches();
  given(day).at(bacLieu).thenBreaches();
  const friday = left(march(6, '09:00'));
  given(friday).at(bacLieu).thenBreaches([friday]);
});

test('withdrawn it is none, and that it was withdrawn is found', () => {
  const withdrawn = passed(2, 'EntryWithdrawn', {}, march(3), { corrects: eventId(1) });
  given(left(march(2, '09:00')), withdrawn)
    .at(bacLieu)
    .thenBreaches();
  given(left(march(2, '09:00')), withdrawn)
    .at(bacLieu)
    .thenLessened(
      'present-in-hours-noted: 1 breaches before and 0 after, by clerk-9 at 2026-03-03T01:00:00.000Z',
    );
});
