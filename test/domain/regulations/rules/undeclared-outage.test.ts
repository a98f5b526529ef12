import { describe, expect, test } from 'vitest';
import { attendance } from '../../../../src/domain/attendance/attendance/vocabulary.ts';
import { roster } from '../../../../src/domain/attendance/roster/vocabulary.ts';
import { centre } from '../../../../src/domain/centre/centre/vocabulary.ts';
import { month } from '../../../../src/domain/centre/month/vocabulary.ts';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { leave } from '../../../../src/domain/leave/vocabulary.ts';
import { dataBreach } from '../../../../src/domain/privacy/breach/vocabulary.ts';
import { dataRequest } from '../../../../src/domain/privacy/request/vocabulary.ts';
import { undeclaredOutage } from '../../../../src/domain/regulations/rules/undeclared-outage.ts';
import { streamName } from '../../../../src/domain/stream.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { backfilled, entry, eventId, imported, proposalsOf } from '../../../support/stated.ts';

const fact = proposalsOf(dossier);
const said = proposalsOf(centre);
const year = { stream: 'centre-reference-2026' };

const [began, over] = ['2026-03-02T09:00:00+07:00', '2026-03-02T15:00:00+07:00'];
const declared = (outage = 'outage-2026-03-02', data: object = {}) =>
  entry(0, said('OutageDeclared', { outage, ...data }, began), undefined, year);
const ended = entry(1, said('OutageEnded', { outage: 'outage-2026-03-02' }, over), undefined, year);
const noted = (when: string, also: object = {}) =>
  entry(3, fact('StepCompleted', { step: 'check' }, when, { ...backfilled, ...also }));

describe('an entry from paper', () => {
  const { given } = specifyRule(undeclaredOutage);

  test.each([began, over, '2026-03-02T12:00:00+07:00'])('of %s is within the outage', (when) => {
    given(declared(), ended, noted(when)).under({}).thenBreaches();
  });

  test.each(['2026-03-02T08:59:59.999+07:00', '2026-03-02T15:00:00.001+07:00'])(
    'of %s is not: it shows, with the declaration',
    (when) => {
      given(declared(), ended, noted(when))
        .under({})
        .thenBreaches([declared(), ended, noted(when)]);
    },
  );

  test('of an outage that goes on may be of any later time, over a weekend, too', () => {
    given(declared(), noted('2026-03-09T08:00:00+07:00')).under({}).thenBreaches();
  });

  test('of an outage that nobody declared shows', () => {
    const when = '2026-03-02T12:00:00+07:00';
    given(noted(when))
      .under({})
      .thenBreaches([noted(when)]);
    given(declared('SC-2'), noted(when))
      .under({})
      .thenBreaches([noted(when)]);
    given(ended, noted(when))
      .under({})
      .thenBreaches([noted(when)]);
  });

  test('that states the day alone is of some time of that day', () => {
    const day = { precision: 'day' };
    given(declared(), ended, noted('2026-03-02T00:00:00+07:00', day)).under({}).thenBreaches();
    const next = noted('2026-03-03T00:00:00+07:00', day);
    given(declared(), ended, next).under({}).thenBreaches([declared(), ended, next]);
  });

  test('is measured by when the outage is said to have begun', () => {
    const earlier = declared(undefined, { began: '2026-03-02T07:30:00+07:00' });
    given(earlier, ended, noted('2026-03-02T08:00:00+07:00')).under({}).thenBreaches();
  });

  test('of an outage whose declaration is withdrawn shows', () => {
    const withdrawn = entry(2, said('EntryWithdrawn', {}, over), undefined, {
      ...year,
      corrects: eventId(0),
      recordedAt: Instant.parse('2026-03-03T08:00:00+07:00'),
    });
    const paper = noted('2026-03-02T12:00:00+07:00');
    given(declared(), ended, withdrawn, paper).under({}).thenBreaches([paper]);
  });

  test('that is corrected to lie within takes the finding away, which shows', () => {
    const wrong = noted('2026-03-02T08:00:00+07:00');
    const right = {
      ...noted('2026-03-02T10:00:00+07:00'),
      id: eventId(4),
      index: 4n,
      corrects: eventId(3),
      recordedAt: Instant.parse('2026-03-03T08:00:00+07:00'),
    };
    given(declared(), ended, wrong, right).under({}).thenBreaches();
    given(declared(), ended, wrong, right)
      .under({})
      .thenLessened(
        'undeclared-outage: 1 breaches before and 0 after, by clerk-9 at 2026-03-03T01:00:00.000Z',
      );
  });

  test('what was entered as it happened, or imported, is none', () => {
    const live = entry(3, fact('StepCompleted', { step: 'check' }, began));
    given(live).under({}).thenBreaches();
    given(entry(3, fact('StepCompleted', { step: 'check' }, began, imported)))
      .under({})
      .thenBreaches();
  });
});

describe('the records of every family are judged, each in one subject', () => {
  const away = entry(
    5,
    proposalsOf(leave)(
      'LeaveTaken',
      { official: 'cv1', days: [{ from: '2026-03-02', to: '2026-03-02' }] },
      began,
      backfilled,
    ),
    undefined,
    { stream: 'leave-NP1' },
  );
  const came = entry(6, proposalsOf(attendance)('CheckedIn', {}, began, backfilled), undefined, {
    stream: streamName('attendance', 'cv1', '2026-03'),
  });
  const planned = entry(
    7,
    proposalsOf(roster)(
      'RosterPublished',
      { lines: [{ day: '2026-03-02', counter: 'Q1', official: 'cv1' }] },
      began,
      backfilled,
    ),
    undefined,
    { stream: 'roster-reference-2026-03' },
  );
  const met = entry(8, proposalsOf(month)('MeetingHeld', {}, began, backfilled), undefined, {
    stream: 'month-reference-2026-01',
  });
  const opened = entry(
    9,
    said('CounterOpened', { counter: 'Q1' }, began, backfilled),
    undefined,
    year,
  );
  const asked = entry(
    10,
    proposalsOf(dataRequest)('DataRequestReceived', { asks: 'view' }, began, backfilled),
    undefined,
    { stream: 'datarequest-YC1' },
  );
  const lost = entry(
    11,
    proposalsOf(dataBreach)('DataBreachDetected', {}, began, backfilled),
    undefined,
    { stream: 'databreach-SC1' },
  );
  const all = [away, came, planned, met, opened, asked, lost];

  test.each([
    ['leave-NP1', away],
    [came.stream, came],
    ['staffing-reference', planned],
    ['calendar-reference-2026', met],
    ['office-reference', opened],
    ['datarequest-YC1', asked],
    ['databreach-SC1', lost],
  ])('%s', (subject, own) => {
    const { given } = specifyRule(undeclaredOutage, subject);
    given(...all)
      .under({})
      .thenBreaches([own]);
  });

  test.each(['calendar-reference-2025', 'calendar-reference-2027'])('and not in %s', (subject) => {
    const { given } = specifyRule(undeclaredOutage, subject);
    given(...all)
      .under({})
      .thenBreaches();
  });
});

test('what it says of a history changed with its second version', () => {
  expect(undeclaredOutage).toMatchObject({ key: 'undeclared-outage', version: 2 });
});
