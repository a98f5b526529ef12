import { describe, test } from 'vitest';
import { attendance } from '../../../../src/domain/attendance/attendance/vocabulary.ts';
import { roster } from '../../../../src/domain/attendance/roster/vocabulary.ts';
import { agency } from '../../../../src/domain/centre/agency/vocabulary.ts';
import { official } from '../../../../src/domain/centre/official/vocabulary.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { fromApprovedList } from '../../../../src/domain/regulations/rules/from-approved-list.ts';
import { keptOn, march } from '../../../support/kept.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const subject = 'attendance-clerk-2026-03';
const { given } = specifyRule(fromApprovedList, subject);
const passed = keptOn(attendance, subject, 'NB');
const told = keptOn(roster, 'roster-NB-2026-03', 'NB');
const listed = keptOn(agency, 'agency-H42.17', 'NB');

const days = ['2026-03-02', '2026-03-03', '2026-03-09'];
const lines = days.map((day) => ({ day, counter: 'Quầy 7', official: 'clerk', agency: 'H42.17' }));
const published = told(0, 'RosterPublished', { lines }, march(1));
const came = (day: number, number = day + 10, also: object = {}) =>
  passed(number, 'CheckedIn', also, march(day, '07:25'));

/** A list of the year, of the given officials. */
const list = (number: number, officials: readonly string[], also: object = {}) =>
  listed(
    number,
    'StaffListApproved',
    {
      list: '2026',
      people: officials.map((one, place) => ({
        official: one,
        capacity: place === 0 ? 'formal' : 'reserve',
      })),
      from: '2026-01-15',
      ...also,
    },
    '2026-01-12T08:00:00+07:00',
  );

test('on the formal list or the reserve list: kept', () => {
  given(published, list(1, ['clerk']), came(2))
    .at(ninhBinh)
    .thenBreaches();
  given(published, list(1, ['other', 'clerk']), came(2))
    .at(ninhBinh)
    .thenBreaches();
});

test('on neither it is the agency’s breach, one for the month, proved by list, roster and arrivals', () => {
  const approved = list(1, ['other']);
  given(published, approved, came(2), came(3))
    .at(ninhBinh)
    .thenFindings({
      at: came(2).occurredAt,
      bearer: { kind: 'agency', code: 'H42.17' },
      detail: 'clerk',
      evidence: [1, 0, 12, 13].map(eventId),
      citation: 'NB Đ6.1a',
    });
});

test.each([
  ['on the first day in force', '2026-03-02', 0],
  ['on the day before', '2026-03-03', 1],
])('listed %s', (_, from, breaches) => {
  const before = list(1, ['other']);
  const entries = [before, list(2, ['clerk'], { from, list: '2026b' })];
  given(published, ...entries, came(2))
    .at(ninhBinh)
    .thenFindings(...(breaches === 0 ? [] : [{ rule: 'from-approved-list' }]));
});

describe('nothing is said', () => {
  test('of an agency that has no list on record, or none yet by that day', () => {
    given(published, came(2)).at(ninhBinh).thenBreaches();
    given(published, list(1, ['other'], { from: '2026-03-03' }), came(2))
      .at(ninhBinh)
      .thenBreaches();
  });

  test('of whoever comes to work and is named for no counter', () => {
    given(list(1, ['other']), came(2))
      .at(ninhBinh)
      .thenBreaches();
    given(published, list(1, ['other']), came(4))
      .at(ninhBinh)
      .thenBreaches();
  });

  test('of whoever is on the roster and did not come', () => {
    given(published, list(1, ['other']))
      .at(ninhBinh)
      .thenBreaches();
  });
});

test('a check-in that names a counter is service, for the agency that it names or their own', () => {
  const counter = { counter: 'Quầy 7' };
  given(list(1, ['other']), came(2, 12, { ...counter, agency: 'H42.17' }))
    .at(ninhBinh)
    .thenFindings({});
  const registered = keptOn(official, 'official-clerk', 'NB')(
    5,
    'OfficialRegistered',
    { name: 'Lê Thị Mai', agency: 'H42.17' },
    march(1),
  );
  given(list(1, ['other']), registered, came(2, 12, counter))
    .at(ninhBinh)
    .thenFindings({
      bearer: { kind: 'agency', code: 'H42.17' },
    });
  given(list(1, ['other']), came(2, 12, counter))
    .at(ninhBinh)
    .thenBreaches(); // whose they are is not stated
});

describe('a list that is over', () => {
  test('by its last day, or as revoked, lists nobody', () => {
    const until = list(1, ['clerk'], { to: '2026-03-02' });
    given(published, until, came(2)).at(ninhBinh).thenBreaches();
    given(published, until, came(3)).at(ninhBinh).thenFindings({ rule: 'from-approved-list' });
    const revoked = listed(2, 'StaffListRevoked', { list: '2026', to: '2026-03-06' }, march(6));
    given(published, list(1, ['clerk']), revoked, came(3))
      .at(ninhBinh)
      .thenBreaches();
    given(published, list(1, ['clerk']), revoked, came(9))
      .at(ninhBinh)
      .thenFindings({});
  });

  test('by another that takes its place', () => {
    const next = list(2, ['other'], { list: '2026b', from: '2026-03-03' });
    given(published, list(1, ['clerk']), next, came(2))
      .at(ninhBinh)
      .thenBreaches();
    given(published, list(1, ['clerk']), next, came(3))
      .at(ninhBinh)
      .thenFindings({});
  });
});

test('a check-in that is withdrawn takes the breach away, and that is found', () => {
  const withdrawn = passed(20, 'EntryWithdrawn', {}, march(5), { corrects: eventId(12) });
  given(published, list(1, ['other']), came(2), withdrawn)
    .at(ninhBinh)
    .thenBreaches();
  given(published, list(1, ['other']), came(2), withdrawn)
    .at(ninhBinh)
    .thenLessened(
      'from-approved-list: 1 breaches before and 0 after, by clerk-9 at 2026-03-05T01:00:00.000Z',
    );
});

test('so at TQ, of the officials who take turns', () => {
  const atTuyenQuang = keptOn(roster, 'roster-TQ-2026-03', 'TQ');
  given(
    atTuyenQuang(0, 'RosterPublished', { lines }, march(1)),
    list(1, ['other']),
    keptOn(attendance, subject, 'TQ')(12, 'CheckedIn', {}, march(2)),
  )
    .at(tuyenQuang)
    .thenFindings({ citation: 'TQ Đ3.5' });
});
