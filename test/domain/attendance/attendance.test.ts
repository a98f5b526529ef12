/** What can be on record together of one official's month. */
import { describe, expect, test } from 'vitest';
import {
  type AttendanceRefusal,
  attendanceDecider,
  attendanceRefusals,
} from '../../../src/domain/attendance/attendance/attendance.ts';
import { attendanceFamily } from '../../../src/domain/attendance/attendance/family.ts';
import {
  type AttendanceEvent,
  attendance,
} from '../../../src/domain/attendance/attendance/vocabulary.ts';
import { accepted, replay } from '../../../src/domain/decider.ts';
import type { Proposal } from '../../../src/domain/entry.ts';
import { specify } from '../../support/decider-spec.ts';
import { backfilled, eventId, examplesOf, imported, proposalsOf } from '../../support/stated.ts';

const { given } = specify(attendanceDecider);
const fact = proposalsOf(attendance);

type Fact = Proposal<AttendanceEvent>;

const at = (time: string, day = '2026-03-02') => `${day}T${time}:00+07:00`;
const onDay = (one: Fact): Fact => ({ ...one, precision: 'day' });

const came = (time = '07:00', day?: string) => fact('CheckedIn', {}, at(time, day));
const left = (time = '11:30', day?: string) => fact('CheckedOut', {}, at(time, day));
type Clock = { from: string; to: string };
const missed = (part: 'whole' | 'morning' | 'afternoon' = 'whole', hours: Clock | null = null) =>
  fact('AbsenceNoted', { days: [{ from: '2026-03-03', to: '2026-03-04', part }], hours });
const missedTwice = fact('AbsenceNoted', {
  days: [
    { from: '2026-03-03', to: '2026-03-04' },
    { from: '2026-03-04', to: '2026-03-05', part: 'morning' },
  ],
});
const worked = (hours: Clock | null = null, time = '17:30') =>
  fact('OvertimeWorked', { kind: 'overtime', minutes: 60, hours }, at(time));
const assigned = (reference: string | null = '56/TB') =>
  fact('ExtraTaskAssigned', { reference, task: 'Rà soát mẫu đơn' }, at('09:00'));
const completed = (reference: string | null = '56/TB', time = '16:00') =>
  fact('ExtraTaskCompleted', { reference }, at(time));

test.each<[string, Fact[], Fact]>([
  ['coming', [], came()],
  ['leaving', [came()], left()],
  ['leaving at the instant of coming', [came()], left('07:00')],
  ['coming again without having left', [came()], came('13:00')],
  ['coming back', [came(), left()], came('13:00')],
  ['leaving between two passings, entered late', [came(), left('17:00')], left('11:30')],
  ['leaving at a time that nobody knows', [came('13:00')], onDay(left('00:00'))],
  ['leaving after coming at a time that nobody knows', [onDay(came('00:00'))], left()],
  ['an odd hour', [], came('03:00')],
  ['an absence', [], missed()],
  ['an absence of somebody who was there', [came('07:00', '2026-03-03')], missed()],
  ['the afternoon after the morning', [missed('morning')], missed('afternoon')],
  [
    'another hour of the same half of a day',
    [missed('morning', { from: '08:00', to: '09:00' })],
    missed('morning', { from: '09:00', to: '10:00' }),
  ],
  [
    'conduct, however often',
    [fact('ConductNoted', { act: 'no-badge' })],
    fact('ConductNoted', { act: 'no-badge' }),
  ],
  [
    'overtime at other hours',
    [worked({ from: '17:30', to: '18:30' })],
    worked({ from: '18:30', to: '19:30' }),
  ],
  ['overtime at another time, where none names hours', [worked()], worked(null, '19:00')],
  [
    'overtime that names its hours beside some that does not',
    [worked()],
    worked({ from: '17:30', to: '18:30' }),
  ],
  ['a task without a reference beside another', [assigned(null)], assigned(null)],
  ['the end of a task', [assigned()], completed()],
  ['the end of a task, of which it is not said', [assigned()], completed(null)],
  ['the end of the second task', [assigned('1'), assigned('2'), completed('1')], completed('2')],
  ['assets given back that were taken over in another month', [], fact('AssetsReturned', {})],
  ['a withdrawal', [came()], fact('EntryWithdrawn', {}, at('08:00'), { corrects: eventId(0) })],
])('%s is recorded', (_, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenAccepts();
});

const refusals: readonly [AttendanceRefusal, readonly Fact[], Fact][] = [
  ['attendance/already-checked-in', [came()], came()],
  ['attendance/already-checked-out', [came(), left()], left()],
  ['attendance/not-checked-in', [], left()],
  ['attendance/days-overlap', [], missedTwice],
  ['attendance/absence-on-record', [missed('morning')], missed()],
  ['attendance/overtime-on-record', [worked()], worked()],
  ['attendance/already-assigned', [assigned()], assigned()],
  ['attendance/no-such-task', [assigned('1')], completed('2')],
  ['attendance/task-completed', [assigned(), completed()], completed()],
  ['attendance/effect-before-cause', [assigned()], completed('56/TB', '08:00')],
];

test.each(refusals)('%s', (because, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenRefuses(because);
});

test('every refusal is shown here, in its order of precedence', () => {
  const shown = ['attendance/other-month', ...refusals.map(([because]) => because)];
  expect(shown).toEqual(Object.keys(attendanceRefusals));
  expect(attendanceDecider.refusals).toBe(attendanceRefusals);
});

test.each<[string, readonly Fact[], Fact, AttendanceRefusal]>([
  [
    'a check-in of the day before',
    [came('07:00', '2026-03-01')],
    left(),
    'attendance/not-checked-in',
  ],
  ['a check-in after it', [came('13:00')], left('11:30'), 'attendance/not-checked-in'],
  ['a stay that has ended', [came(), left('11:00')], left(), 'attendance/not-checked-in'],
  ['a second check-out at once', [left()], left(), 'attendance/already-checked-out'],
  ['days that overlap, and are on record', [missed()], missedTwice, 'attendance/days-overlap'],
  [
    'hours of overtime that meet',
    [worked({ from: '17:30', to: '18:30' })],
    worked({ from: '18:29', to: '19:00' }),
    'attendance/overtime-on-record',
  ],
  [
    'hours of absence that meet',
    [missed('morning', { from: '08:00', to: '09:00' })],
    missed('morning', { from: '08:59', to: '10:00' }),
    'attendance/absence-on-record',
  ],
  [
    'the end of a task, of none that is open',
    [assigned(), completed()],
    completed(null),
    'attendance/task-completed',
  ],
])('%s: refused', (_, past, proposed, because) => {
  given(...past)
    .when(proposed)
    .thenRefuses(because);
});

test.each(refusals)(
  'a backfill and an import keep what is refused live: %s',
  (_, past, proposed) => {
    for (const also of [imported, backfilled]) {
      given(...past)
        .when({ ...proposed, ...also })
        .thenAccepts();
    }
  },
);

test('whatever is on record, an import goes beside it', () => {
  const state = replay(attendanceDecider, [...examplesOf(attendance), ...examplesOf(attendance)]);
  for (const proposed of examplesOf(attendance, at('08:00'), imported)) {
    expect(attendanceDecider.decide(proposed, state)).toEqual(accepted);
  }
});

describe('the month of the record', () => {
  const key = { official: 'cb-1', month: '2026-03' };
  const absent = (from: string, to = from) => fact('AbsenceNoted', { days: [{ from, to }] });

  test.each<[string, Fact]>([
    ['the first instant of it, in Vietnam', came('00:00', '2026-03-01')],
    ['the last minute of it', came('23:59', '2026-03-31')],
    [
      'an absence of its last day, noted on the day after',
      fact(
        'AbsenceNoted',
        { days: [{ from: '2026-03-31', to: '2026-03-31' }] },
        at('08:00', '2026-04-01'),
      ),
    ],
    ['the end of a task, whenever it comes', completed('56/TB')],
    [
      'the end of a task in a later month',
      { ...completed(), occurredAt: came('08:00', '2026-05-04').occurredAt },
    ],
    ['a withdrawal in a later month', fact('EntryWithdrawn', {}, at('08:00', '2026-05-04'))],
    ['an import of another month', { ...came('07:00', '2026-04-01'), ...imported }],
    ['a backfill of another month', { ...came('07:00', '2026-04-01'), ...backfilled }],
  ])('has %s', (_, proposed) => {
    expect(attendanceFamily.misplaced(proposed, key, false)).toBeNull();
  });

  test.each<[string, Fact]>([
    ['the last minute before it', came('23:59', '2026-02-28')],
    ['the first instant after it', came('00:00', '2026-04-01')],
    ['an absence of the next month', absent('2026-04-01')],
    ['an absence that goes on into the next month', absent('2026-03-31', '2026-04-01')],
    [
      'the end of a task before it',
      { ...completed(), occurredAt: came('08:00', '2026-02-27').occurredAt },
    ],
  ])('has not %s', (_, proposed) => {
    expect(attendanceFamily.misplaced(proposed, key, false)).toBe('attendance/other-month');
  });
});
