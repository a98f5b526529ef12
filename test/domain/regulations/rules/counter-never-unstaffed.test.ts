import { describe, expect, test } from 'vitest';
import { attendance } from '../../../../src/domain/attendance/attendance/vocabulary.ts';
import { roster } from '../../../../src/domain/attendance/roster/vocabulary.ts';
import { official } from '../../../../src/domain/centre/official/vocabulary.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { counterNeverUnstaffed } from '../../../../src/domain/regulations/rules/counter-never-unstaffed.ts';
import { keptOn, march } from '../../../support/kept.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const { given } = specifyRule(counterNeverUnstaffed, 'counters-NB-2026-03');
const told = keptOn(roster, 'roster-NB-2026-03', 'NB');
const clerk = keptOn(attendance, 'attendance-clerk-2026-03', 'NB');
const reserve = keptOn(attendance, 'attendance-reserve-2026-03', 'NB');
const somebody = keptOn(attendance, 'attendance-somebody-2026-03', 'NB');

const line = { day: '2026-03-02', counter: 'Quầy 7', official: 'clerk', agency: 'H42.17' };
const published = told(
  0,
  'RosterPublished',
  { lines: [{ ...line, reserve: 'reserve' }] },
  march(1),
);

/** Somebody who never sits at a counter: attendance was recorded that day. */
const others = [
  somebody(90, 'CheckedIn', {}, march(2, '07:00')),
  somebody(91, 'CheckedOut', {}, march(2, '18:00')),
];

const gap = (from: string, to: string) =>
  `${new Date(march(2, from)).toISOString()}/${new Date(march(2, to)).toISOString()}`;

const came = (clock: string) => clerk(1, 'CheckedIn', {}, march(2, clock));
const went = (clock: string) => clerk(2, 'CheckedOut', {}, march(2, clock));

test('the official there through the service hours: kept', () => {
  given(published, came('07:30'), went('17:30')).at(ninhBinh).thenBreaches();
});

test('what is missed is the agency’s breach, proved by the roster and by what covers the rest', () => {
  const [from, to] = [came('08:15'), went('17:30')];
  given(published, from, to).at(ninhBinh).thenBreaches([published, from, to]);
  given(published, from, to)
    .at(ninhBinh)
    .thenFindings({
      at: new Date(march(2, '08:15')).toISOString(),
      bearer: { kind: 'agency', code: 'H42.17' },
      detail: `Quầy 7: ${gap('07:30', '08:15')}`,
      citation: 'NB Đ6.2b',
    });
});

test.each([
  ['at the very instant', '07:30', []],
  ['a millisecond later', '07:30:00.001', [{ rule: 'counter-never-unstaffed' }]],
])('there %s', (_, clock, findings) => {
  given(published, came(clock), went('17:30'))
    .at(ninhBinh)
    .thenFindings(...findings);
});

test('a reserve covers what the official misses', () => {
  const stands = [
    reserve(3, 'CheckedIn', {}, march(2, '07:20')),
    reserve(4, 'CheckedOut', {}, march(2, '11:30')),
  ];
  given(published, came('13:30'), went('17:30'), ...stands)
    .at(ninhBinh)
    .thenBreaches();
  given(published, ...stands)
    .at(ninhBinh)
    .thenFindings({ detail: `Quầy 7: ${gap('13:30', '17:30')}` });
});

test('so does whoever checked in at that counter, and nobody else', () => {
  const here = somebody(3, 'CheckedIn', { counter: 'Quầy 7' }, march(2, '07:30'));
  given(published, here, somebody(4, 'CheckedOut', {}, march(2, '17:30')))
    .at(ninhBinh)
    .thenBreaches();
  given(published, ...others)
    .at(ninhBinh)
    .thenFindings({
      detail: `Quầy 7: ${gap('07:30', '11:30')} ${gap('13:30', '17:30')}`,
    });
});

test('an absence of some hours is none of cover, with leave or without', () => {
  const noted = clerk(
    5,
    'AbsenceNoted',
    {
      days: [{ from: '2026-03-02', to: '2026-03-02' }],
      hours: { from: '14:00', to: '14:30' },
      withLeave: true,
    },
    march(2, '14:00'),
  );
  given(published, came('07:30'), went('17:30'), noted)
    .at(ninhBinh)
    .thenFindings({
      detail: `Quầy 7: ${gap('14:00', '14:30')}`,
    });
});

test('two officials in turn cover a counter together, and its hours are asked for once', () => {
  const half = (who: string, from: string, to: string) => ({
    ...line,
    official: who,
    hours: { from, to },
  });
  const both = told(
    0,
    'RosterPublished',
    { lines: [half('clerk', '07:30', '11:30'), half('reserve', '13:30', '17:00')] },
    march(1),
  );
  given(both, came('07:30'), went('11:30'), ...others)
    .at(ninhBinh)
    .thenFindings({
      detail: `Quầy 7: ${gap('13:30', '17:00')}`,
    });
});

test('at the weekend, and where nobody recorded attendance that day, nothing is judged', () => {
  const sunday = told(0, 'RosterPublished', { lines: [{ ...line, day: '2026-03-08' }] }, march(1));
  const theirs = somebody(90, 'CheckedIn', {}, march(8, '07:00'));
  given(sunday, theirs).at(ninhBinh).thenBreaches();
  given(published, somebody(90, 'CheckedIn', {}, march(3, '07:00')))
    .at(ninhBinh)
    .thenBreaches();
});

describe('a counter from which whoever was there was taken off', () => {
  const change = (because: 'leave' | 'outage') =>
    told(
      1,
      'RosterChanged',
      { cleared: [{ day: line.day, counter: line.counter }], because },
      march(1, '09:00'),
    );

  test('for leave, with nobody in their place, is unstaffed all day', () => {
    given(published, change('leave'), ...others)
      .at(ninhBinh)
      .thenFindings({
        bearer: { kind: 'agency', code: 'H42.17' },
        detail: `Quầy 7: ${gap('07:30', '11:30')} ${gap('13:30', '17:30')}`,
      });
  });

  test('for another reason is not served that day', () => {
    given(published, change('outage'), ...others)
      .at(ninhBinh)
      .thenBreaches();
  });

  test('with a substitute is the substitute’s', () => {
    const lines = [{ ...line, official: 'somebody' }];
    const changed = told(1, 'RosterChanged', { lines, because: 'leave' }, march(1, '09:00'));
    given(published, changed, ...others)
      .at(ninhBinh)
      .thenBreaches();
  });
});

describe('found unstaffed', () => {
  const finding = (hours: { from: string; to: string } | null, when = march(2, '09:05')) =>
    told(8, 'CounterFoundUnstaffed', { day: line.day, counter: 'Quầy 7', hours }, when);

  test('its hours are not covered, whatever the door recorded', () => {
    given(published, came('07:30'), went('17:30'), finding({ from: '08:10', to: '09:05' }))
      .at(ninhBinh)
      .thenFindings({
        detail: `Quầy 7: ${gap('08:10', '09:05')}`,
      });
  });

  test('nor is the half of the day in which it was found, where no hours are said', () => {
    given(published, came('07:30'), went('17:30'), finding(null))
      .at(ninhBinh)
      .thenFindings({
        detail: `Quầy 7: ${gap('07:30', '11:30')}`,
      });
  });

  test('it is judged although nobody recorded attendance, and of a counter on no roster', () => {
    given(published, finding({ from: '08:10', to: '09:05' }))
      .at(ninhBinh)
      .thenFindings({
        detail: `Quầy 7: ${gap('08:10', '09:05')}`,
      });
    given(finding({ from: '08:10', to: '09:05' }))
      .at(ninhBinh)
      .thenFindings({
        bearer: { kind: 'agency', code: null },
      });
  });
});

test('where the line names no agency it is the official’s own', () => {
  const lines = [{ ...line, agency: null }];
  const unnamed = told(0, 'RosterPublished', { lines }, march(1));
  const registered = keptOn(official, 'official-clerk', 'NB')(
    5,
    'OfficialRegistered',
    { name: 'Lê Thị Mai', agency: 'H42.12' },
    march(1),
  );
  given(unnamed, registered, ...others)
    .at(ninhBinh)
    .thenFindings({
      bearer: { kind: 'agency', code: 'H42.12' },
    });
});

test('a check-in that is entered long afterwards takes the breach away, and that is found', () => {
  const late = clerk(1, 'CheckedIn', {}, march(2, '07:30'), { recordedAt: march(4, '08:00') });
  given(published, went('17:30'), late, ...others)
    .at(ninhBinh)
    .thenBreaches();
  given(published, went('17:30'), late, ...others)
    .at(ninhBinh)
    .thenLessened(
      'counter-never-unstaffed: 1 breaches before and 0 after, by clerk-9 at 2026-03-04T01:00:00.000Z',
    );
});

test('a line that is corrected is judged as corrected', () => {
  const corrected = told(
    5,
    'RosterPublished',
    { lines: [{ ...line, official: 'somebody' }] },
    march(1),
    { corrects: eventId(0), recordedAt: march(1, '10:00') },
  );
  given(published, corrected, ...others)
    .at(ninhBinh)
    .thenBreaches();
});

test('so at KT, by its hours and article', () => {
  const atKonTum = keptOn(roster, 'roster-KT-2026-03', 'KT');
  expect(counterNeverUnstaffed.mechanism).toBe('coverage');
  const own = keptOn(attendance, 'attendance-clerk-2026-03', 'KT');
  specifyRule(counterNeverUnstaffed, 'counters-KT-2026-03')
    .given(
      atKonTum(0, 'RosterPublished', { lines: [line] }, march(1)),
      own(1, 'CheckedIn', {}, march(2, '07:30')),
      own(2, 'CheckedOut', {}, march(2, '17:00')),
    )
    .at(konTum(null))
    .thenFindings({ citation: 'KT Đ13.8', detail: `Quầy 7: ${gap('07:00', '07:30')}` });
});
