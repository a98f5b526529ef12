/** A centre's roster, as its events come to. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atTwoCounters, linesOf } from '../../../src/domain/attendance/roster/board.ts';
import { foldRoster } from '../../../src/domain/attendance/roster/fold.ts';
import { rosterDecider } from '../../../src/domain/attendance/roster/roster.ts';
import { type RosterEvent, roster } from '../../../src/domain/attendance/roster/vocabulary.ts';
import { replay } from '../../../src/domain/decider.ts';
import type { Proposal } from '../../../src/domain/entry.ts';
import { specify } from '../../support/decider-spec.ts';
import { entry, eventId, examplesOf, imported, proposalsOf } from '../../support/stated.ts';

const { given } = specify(rosterDecider);
const fact = proposalsOf(roster);
const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, '0')}:00:00+07:00`;

type Clock = { from: string; to: string };
const line = (day: number, counter: string, official: string, hours: Clock | null = null) => ({
  day: `2026-03-${String(day).padStart(2, '0')}`,
  counter,
  official,
  hours,
});
const [morning, afternoon] = [
  { from: '07:30', to: '11:30' },
  { from: '13:30', to: '17:30' },
];
const published = (...lines: ReturnType<typeof line>[]) =>
  fact('RosterPublished', { lines }, at(8), imported);
const changed = (
  lines: ReturnType<typeof line>[],
  cleared: { day: string; counter: string }[] = [],
) => fact('RosterChanged', { lines, cleared }, at(9), imported);

const seen = (...facts: Proposal<RosterEvent>[]) =>
  linesOf(replay(rosterDecider, facts).board).map(
    ({ day, counter, official }) => `${day.slice(8)} ${counter} ${official}`,
  );

test('lines of one counter and day may come one by one; the same line twice is one', () => {
  const lines = seen(
    published(line(3, '7', 'cb-1', afternoon)),
    published(line(3, '7', 'cb-2', morning)),
    published(line(3, '7', 'cb-1', afternoon)),
    published(line(2, '8', 'cb-3')),
  );
  expect(lines).toEqual(['02 8 cb-3', '03 7 cb-2', '03 7 cb-1']);
});

test('a change says all lines of the counters and days that it names, and leaves the others', () => {
  const first = published(
    line(3, '7', 'cb-1'),
    line(3, '7', 'cb-2'),
    line(3, '8', 'cb-3'),
    line(4, '7', 'cb-1'),
  );
  const change = changed([line(3, '7', 'cb-9')], [{ day: '2026-03-04', counter: '7' }]);
  expect(seen(first, change)).toEqual(['03 7 cb-9', '03 8 cb-3']);
  expect(seen(first, change, changed([line(4, '7', 'cb-4')]))).toEqual([
    '03 7 cb-9',
    '03 8 cb-3',
    '04 7 cb-4',
  ]);
});

test('the last change of each counter and day counts, whatever came before', () => {
  const cell = fc.record({
    day: fc.integer({ min: 1, max: 3 }),
    counter: fc.constantFrom('7', '8'),
    official: fc.constantFrom('a', 'b', null),
  });
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 20 }), (cells) => {
      const last = new Map(cells.map((one) => [`${one.day} ${one.counter}`, one]));
      const expected = [...last.values()]
        .filter(({ official }) => official !== null)
        .map(({ day, counter, official }) => `0${day} ${counter} ${official}`)
        .toSorted();
      const facts = cells.map(({ day, counter, official }) =>
        official === null
          ? changed([], [{ day: `2026-03-0${day}`, counter }])
          : changed([line(day, counter, official)]),
      );
      expect(seen(...facts)).toEqual(expected);
    }),
  );
});

test.each([
  ['at two counters the whole day', [line(3, '7', 'cb-1'), line(3, '8', 'cb-1')], 2],
  [
    'at one in the morning, at the other the whole day',
    [line(3, '7', 'cb-1', morning), line(3, '8', 'cb-1')],
    2,
  ],
  [
    'at one in the morning, at the other in the afternoon',
    [line(3, '7', 'cb-1', morning), line(3, '8', 'cb-1', afternoon)],
    0,
  ],
  [
    'at the other from the minute on that the one ends',
    [
      line(3, '7', 'cb-1', { from: '07:30', to: '09:00' }),
      line(3, '8', 'cb-1', { from: '09:00', to: '11:30' }),
    ],
    0,
  ],
  ['at one counter, twice', [line(3, '7', 'cb-1', morning), line(3, '7', 'cb-1')], 0],
  ['on two days', [line(3, '7', 'cb-1'), line(4, '8', 'cb-1')], 0],
  ['two officials', [line(3, '7', 'cb-1'), line(3, '8', 'cb-2')], 0],
])('an official at two counters at once: %s', (_, lines, count) => {
  const all = linesOf(replay(rosterDecider, [published(...lines)]).board);
  expect(atTwoCounters(all).size).toBe(count);
});

test('a turn that was told and taken is one; the first telling counts', () => {
  const turn = { agency: 'Q', from: '2026-03-02' };
  const told = fact('RotationNotified', turn, at(8));
  given(
    told,
    fact('RotationNotified', { ...turn, to: '2026-03-31' }, at(9)),
    fact('RotationTurnTaken', { ...turn, official: 'cb-1' }, at(10)),
    fact('RotationTurnTaken', { ...turn, agency: 'R' }, at(11)),
  ).thenState({
    turns: [
      {
        agency: 'Q',
        official: 'cb-1',
        from: '2026-03-02',
        to: '2026-03-31',
        notifiedAt: told.occurredAt,
        takenAt: fact('RotationTurnTaken', turn, at(10)).occurredAt,
      },
      expect.objectContaining({ agency: 'R', notifiedAt: null }),
    ],
  });
});

test('what was asked of agencies, with what came of it', () => {
  const call = (reference: string | null) => ({ reference, official: 'cb-1' });
  given(
    fact('ReplacementAsked', { ...call('A'), agency: 'Q' }, at(8)),
    fact('ReplacementAsked', call('B'), at(8)),
    fact('ReplacementAnswered', { reference: 'B', agency: 'R', outcome: 'declined' }, at(9)),
    fact('OfficialReplaced', { reference: 'A', replacement: 'cb-2' }, at(10)),
    fact('OfficialReplaced', { ...call(null), replacement: 'cb-3' }, at(11)),
    fact('OfficialSummoned', { agency: 'Q' }, at(9)),
    fact('SummonedOfficialArrived', { official: 'cv-1' }, at(10)),
    fact('StaffingChangeAnswered', { reference: 'X', outcome: 'agreed' }, at(12), imported),
  ).thenState({
    calls: [
      expect.objectContaining({
        reference: 'A',
        agency: 'Q',
        answeredAt: null,
        doneAt: '2026-03-02T03:00:00.000Z',
      }),
      expect.objectContaining({ reference: 'B', agency: 'R', outcome: 'declined', doneAt: null }),
      expect.objectContaining({
        reference: null,
        askedAt: null,
        doneAt: '2026-03-02T04:00:00.000Z',
      }),
      expect.objectContaining({
        about: 'visit',
        agency: 'Q',
        official: 'cv-1',
        doneAt: '2026-03-02T03:00:00.000Z',
      }),
      expect.objectContaining({
        about: 'staffing-change',
        reference: 'X',
        askedAt: null,
        outcome: 'agreed',
      }),
    ],
  });
});

test('announcements, handovers, combined counters and counters without anyone', () => {
  const shared = fact(
    'RosterPublished',
    { lines: [line(3, '12', 'cb-1')], combined: ['12', '12'] },
    at(8),
  );
  const signed = { giver: 'cb-1', receiver: 'cb-2', document: '02/BB' };
  const state = replay(rosterDecider, [
    shared,
    fact('RosterAnnounced', { from: '2026-03-02', counter: '12', agencies: ['Q', 'R'] }, at(9)),
    fact('HandoverSigned', signed, at(10)),
    fact('CounterFoundUnstaffed', { day: '2026-03-03', counter: '7' }, at(11)),
  ]);
  expect(state).toMatchObject({
    combined: ['12'],
    announced: [
      { counter: '12', from: '2026-03-02', agencies: ['Q', 'R'], at: '2026-03-02T02:00:00.000Z' },
    ],
    handovers: [{ ...signed, turnEnds: null, at: '2026-03-02T03:00:00.000Z' }],
    unstaffed: 1,
    lastActivityAt: '2026-03-02T04:00:00.000Z',
  });
});

test('a withdrawal is about the record, and another family’s words are none of ours', () => {
  const withdrawn = fact('EntryWithdrawn', {}, at(12), { corrects: eventId(0) });
  const before = examplesOf(roster).filter(({ type }) => type !== 'EntryWithdrawn');
  const entries = [...before, withdrawn].map((one, number) => entry(number, one));
  const foreign = entry(99, { type: 'LeaveTaken', data: {} });
  expect(foldRoster([...entries, foreign])).toEqual(foldRoster(entries.slice(0, -1)));
});
