import { describe, test } from 'vitest';
import { roster } from '../../../../src/domain/attendance/roster/vocabulary.ts';
import { agency } from '../../../../src/domain/centre/agency/vocabulary.ts';
import { centre } from '../../../../src/domain/centre/centre/vocabulary.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { combinedRosterAnnounced } from '../../../../src/domain/regulations/rules/combined-roster-announced.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { keptOn, march } from '../../../support/kept.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const { given } = specifyRule(combinedRosterAnnounced, 'staffing-KT');
const told = keptOn(roster, 'roster-KT-2026-03', 'KT');
const line = { day: '2026-03-16', counter: 'Quầy 12', official: 'clerk', agency: 'H34.14' };
const second = { ...line, day: '2026-03-17', official: 'other', agency: 'H34.17' };
const combined = ['Quầy 12'];

/** On Thursday, 5 March: two working days after it end on Monday. */
const published = told(0, 'RosterPublished', { lines: [line], combined }, march(5, '10:00'));
const due = march(9, '17:00');

const announced = (number: number, when: string, also: object = {}) =>
  told(
    number,
    'RosterAnnounced',
    { from: '2026-03-16', counter: 'Quầy 12', agencies: ['H34.14'], ...also },
    when,
  );

test('owed by the Provincial Office, within the time that the centre sets', () => {
  given(published)
    .at(konTum(null))
    .thenDuty({
      state: 'open',
      due,
      detail: 'Quầy 12',
      bearer: { kind: 'agency', code: null },
      citation: 'KT Đ13.10',
    });
  const office = keptOn(agency, 'agency-H34.01', 'KT')(
    9,
    'AgencyEstablished',
    { name: 'Văn phòng Ủy ban nhân dân tỉnh', kind: 'provincial-office' },
    '2019-01-02T08:00:00+07:00',
  );
  given(office, published)
    .at(konTum(null))
    .thenDuty({
      bearer: { kind: 'agency', code: 'H34.01' },
    });
});

test.each([
  ['at the very instant', march(9, '17:00'), 'kept'],
  ['a millisecond later', march(9, '17:00:00.001'), 'late'],
  ['the day after', march(10, '07:00'), 'late'],
  ['before it was published', march(4, '16:00'), 'kept'],
] as const)('announced %s: %s', (_, when, state) => {
  const letter = announced(1, when);
  given(published, letter).at(konTum(null)).thenDuty({ state });
});

describe('an announcement counts', () => {
  test('of all counters, and of days that the roster has', () => {
    given(published, announced(1, march(5, '11:00'), { counter: null }))
      .at(konTum(null))
      .thenDuty({
        state: 'kept',
      });
    const week = { from: '2026-03-01', to: '2026-03-16' };
    given(published, announced(1, march(5, '11:00'), week))
      .at(konTum(null))
      .thenDuty({ state: 'kept' });
  });

  test('not of another counter, other days, or to another agency', () => {
    const others = [
      { counter: 'Quầy 3' },
      { from: '2026-03-17' },
      { from: '2026-03-01', to: '2026-03-15' },
      { agencies: ['H34.17'] },
    ];
    for (const other of others) {
      given(published, announced(1, march(5, '11:00'), other))
        .at(konTum(null))
        .thenDuty({ state: 'open' });
    }
  });
});

test('each agency that has a line there is told, together or one by one', () => {
  const both = told(0, 'RosterPublished', { lines: [line, second], combined }, march(5, '10:00'));
  const first = announced(1, march(5, '11:00'));
  given(both, first).at(konTum(null)).thenDuties({ state: 'kept' }, { state: 'open' });
  const then = announced(2, march(6, '11:00'), { agencies: ['H34.17'] });
  given(both, first, then).at(konTum(null)).thenDuties({ state: 'kept' }, { state: 'kept' });
});

test('of a line without an agency any announcement will do', () => {
  const lines = [{ ...line, agency: null }];
  const unnamed = told(0, 'RosterPublished', { lines, combined }, march(5, '10:00'));
  given(unnamed).at(konTum(null)).thenDuty({ state: 'open' });
  given(unnamed, announced(1, march(5, '11:00')))
    .at(konTum(null))
    .thenDuty({ state: 'kept' });
});

test('of a counter that no agencies share nothing is owed; the centre’s record may say that they do', () => {
  const alone = told(1, 'RosterPublished', { lines: [line] }, march(5, '10:00'));
  given(alone).at(konTum(null)).thenNoDuty();
  const opened = (agencies: string[]) =>
    keptOn(centre, 'centre-KT-2026', 'KT')(
      0,
      'CounterOpened',
      { counter: 'Quầy 12', agencies },
      march(2),
    );
  given(opened(['H34.14', 'H34.17']), alone)
    .at(konTum(null))
    .thenDuty({ state: 'open' });
  given(opened(['H34.14']), alone)
    .at(konTum(null))
    .thenNoDuty();
});

test('an announcement that is corrected to a later day is late, and one set back is found', () => {
  const corrected = (when: string, at: string) => ({
    ...announced(2, when),
    corrects: eventId(1),
    recordedAt: Instant.parse(at),
  });
  given(published, announced(1, march(6, '16:00')), corrected(march(10), march(10)))
    .at(konTum(null))
    .thenDuty({
      state: 'late',
    });
  const setBack = given(
    published,
    announced(1, march(12)),
    corrected(march(6, '16:00'), march(13)),
  ).at(konTum(null));
  setBack.thenDuty({ state: 'kept' });
  setBack.thenLessened(
    'combined-roster-announced: late by 3780 minutes before and by 0 minutes after, by clerk-9 at 2026-03-13T01:00:00.000Z',
  );
});
