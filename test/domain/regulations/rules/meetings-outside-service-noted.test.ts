import { test } from 'vitest';
import { attendance } from '../../../../src/domain/attendance/attendance/vocabulary.ts';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { meetingsOutsideServiceNoted } from '../../../../src/domain/regulations/rules/meetings-outside-service.ts';
import { keptOn, march } from '../../../support/kept.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const subject = 'attendance-clerk-2026-03';
const { given } = specifyRule(meetingsOutsideServiceNoted, subject);
const noted = keptOn(attendance, subject, 'BL');
const taken = (when: string) => noted(1, 'ConductNoted', { act: 'taken-by-meeting' }, when);

test('a note that an official was taken from the counter by a meeting is the centre’s breach', () => {
  given(taken(march(2, '09:00')))
    .at(bacLieu)
    .thenFindings({ bearer: { kind: 'centre', code: 'BL' }, citation: 'BL Đ4.6' });
  given(taken(march(2, '09:00')))
    .at(konTum(null))
    .thenFindings({ citation: 'KT Đ3.8' });
  given(noted(1, 'ConductNoted', { act: 'left-counter' }, march(2, '09:00')))
    .at(sonLa)
    .thenBreaches();
});

test.each([
  ['a millisecond before the hours end', march(2, '17:29:59.999'), 1],
  ['as they end', march(2, '17:30'), 0],
  ['on a Sunday', march(8, '09:00'), 0],
  ['on a holiday', '2026-04-27T09:00:00+07:00', 0],
])('noted %s', (_, when, breaches) => {
  given(taken(when))
    .at(sonLa)
    .thenBreaches(...(breaches === 0 ? [] : [[taken(when)]]));
});

test('withdrawn it is none, and that it was withdrawn is found', () => {
  const withdrawn = noted(2, 'EntryWithdrawn', {}, march(3), { corrects: eventId(1) });
  given(taken(march(2, '09:00')), withdrawn)
    .at(bacLieu)
    .thenBreaches();
  given(taken(march(2, '09:00')), withdrawn)
    .at(bacLieu)
    .thenLessened(
      'meetings-outside-service-noted: 1 breaches before and 0 after, by clerk-9 at 2026-03-03T01:00:00.000Z',
    );
});
