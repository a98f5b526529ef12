import { test } from 'vitest';
import { month } from '../../../../src/domain/centre/month/vocabulary.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { meetingsOutsideService } from '../../../../src/domain/regulations/rules/meetings-outside-service.ts';
import { keptOn, march } from '../../../support/kept.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const { given } = specifyRule(meetingsOutsideService, 'calendar-SL-2026');
const told = keptOn(month, 'month-SL-2026-03', 'SL');

type Said = {
  readonly fromCounters?: string[];
  readonly inServiceHours?: boolean;
  readonly began?: string;
  readonly ended?: string;
};

const meeting = (data: Said, when = march(2, '10:00')) => told(1, 'MeetingHeld', data, when);
const fromCounters = ['clerk'];

test('a meeting that took officials from their counters is the centre’s breach', () => {
  const held = meeting({ fromCounters, inServiceHours: true });
  given(held).at(sonLa).thenBreaches([held]);
  given(held)
    .at(sonLa)
    .thenFindings({ bearer: { kind: 'centre', code: 'SL' }, citation: 'SL Đ4.3' });
});

test('one that took nobody, or of which it is not stated, is none', () => {
  given(meeting({ fromCounters: [], inServiceHours: true }))
    .at(sonLa)
    .thenBreaches();
  given(meeting({ inServiceHours: true }))
    .at(sonLa)
    .thenBreaches();
});

test('outside the service hours nobody is taken from a counter', () => {
  given(meeting({ fromCounters, inServiceHours: false }))
    .at(sonLa)
    .thenBreaches();
});

test.each([
  ['until they begin', march(2, '07:00'), march(2, '07:30'), false],
  ['a minute into them', march(2, '07:00'), march(2, '07:31'), true],
  ['from when they end', march(2, '17:30'), march(2, '18:30'), false],
  ['through lunch', march(2, '11:30'), march(2, '13:30'), false],
  ['at the weekend', march(7, '08:00'), march(8, '17:00'), false],
  ['over the weekend', march(6, '17:00'), march(9, '07:00'), true],
])('%s', (_, began, ended, isBreach) => {
  const held = meeting({ fromCounters, began, ended });
  given(held)
    .at(sonLa)
    .thenBreaches(...(isBreach ? [[held]] : []));
});

test('a meeting is of the year in which it was held, although its record is of two', () => {
  const december = keptOn(month, 'month-SL-2025-12', 'SL');
  const held = december(1, 'MeetingHeld', { fromCounters }, '2025-12-30T09:00:00+07:00');
  given(held).at(sonLa).thenBreaches();
  specifyRule(meetingsOutsideService, 'calendar-SL-2025')
    .given(held)
    .at(sonLa)
    .thenBreaches([held]);
});

test('corrected to have taken nobody it is none, and the correction is found', () => {
  const held = meeting({ fromCounters });
  const corrected = told(2, 'MeetingHeld', { fromCounters: [] }, march(2, '10:00'), {
    corrects: eventId(1),
    recordedAt: march(4),
  });
  given(held, corrected).at(sonLa).thenBreaches();
  given(held, corrected)
    .at(sonLa)
    .thenLessened(
      'meetings-outside-service: 1 breaches before and 0 after, by clerk-9 at 2026-03-04T01:00:00.000Z',
    );
});
