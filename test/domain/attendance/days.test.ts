/** The days of an official's month: how long they were there, and what looks wrong. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attendanceDecider } from '../../../src/domain/attendance/attendance/attendance.ts';
import {
  type AttendanceDay,
  attendanceDays,
} from '../../../src/domain/attendance/attendance/days.ts';
import {
  type AttendanceEvent,
  attendance,
} from '../../../src/domain/attendance/attendance/vocabulary.ts';
import { replay } from '../../../src/domain/decider.ts';
import type { Proposal } from '../../../src/domain/entry.ts';
import { Instant } from '../../../src/domain/units.ts';
import { imported, proposalsOf } from '../../support/stated.ts';

const fact = proposalsOf(attendance);
type Fact = Proposal<AttendanceEvent>;

const at = (time: string, day = '2026-03-02') =>
  `${day}T${time}${time.length === 5 ? ':00' : ''}+07:00`;
const came = (time: string, data = {}) => fact('CheckedIn', data, at(time), imported);
const left = (time: string, data = {}) => fact('CheckedOut', data, at(time), imported);
const onDay = (one: Fact): Fact => ({ ...one, precision: 'day' });
const missed = (part: 'whole' | 'morning' | 'afternoon', hours = false) =>
  fact('AbsenceNoted', {
    days: [{ from: '2026-03-02', to: '2026-03-02', part }],
    hours: hours ? { from: '08:00', to: '09:00' } : null,
    withLeave: true,
    kind: 'sick',
  });

const daysOf = (facts: readonly Fact[], month = '2026-03') =>
  attendanceDays(replay(attendanceDecider, facts), month);

test.each<[string, Fact[], Partial<AttendanceDay>]>([
  [
    'a usual day',
    [came('06:58'), left('11:31'), came('12:57'), left('17:02')],
    { minutes: 518, marks: [] },
  ],
  ['who is still there', [came('07:00')], { minutes: null, marks: ['no-check-out'] }],
  [
    'who forgot to check out at noon',
    [came('07:00'), came('13:00'), left('17:00')],
    { minutes: 240, marks: ['no-check-out'] },
  ],
  [
    'who forgot to check in',
    [left('11:30'), came('13:00'), left('17:00')],
    { minutes: 240, marks: ['no-check-in'] },
  ],
  [
    'a finger laid on twice',
    [came('07:00:00'), came('07:02:00'), left('11:00')],
    { minutes: 240, marks: ['repeated'] },
  ],
  [
    'twice with more than two minutes between',
    [came('07:00:00'), came('07:02:01'), left('11:00:01')],
    { minutes: 238, marks: ['no-check-out'] },
  ],
  [
    'out and in again within the minute',
    [came('07:00'), left('07:01'), came('07:01'), left('07:03')],
    { minutes: 3, marks: [] },
  ],
  ['part of a minute', [came('07:00:30'), left('07:02:29')], { minutes: 1, marks: [] }],
  ['before five', [came('04:59'), left('05:30')], { marks: ['odd-hour'] }],
  ['at five, until a minute before ten', [came('05:00'), left('21:59')], { marks: [] }],
  ['at ten at night', [came('17:00'), left('22:00')], { marks: ['odd-hour'] }],
  [
    'by hand',
    [came('07:00', { how: 'by-hand' }), left('11:30', { how: 'face' })],
    { marks: ['by-hand'] },
  ],
  [
    'a day of which nobody knows the times',
    [onDay(came('00:00')), onDay(left('00:00'))],
    { firstIn: null, lastOut: null, minutes: null, marks: ['time-unknown'] },
  ],
  [
    'a day of which nobody knows when it ended',
    [came('07:00'), onDay(left('00:00'))],
    { minutes: null, marks: ['time-unknown'] },
  ],
  ['absent all day', [missed('whole')], { minutes: null, marks: [] }],
  [
    'absent all day, and seen',
    [came('07:00'), missed('whole')],
    { marks: ['no-check-out', 'absent-yet-present'] },
  ],
  [
    'absent in the morning, and there in the afternoon',
    [missed('morning'), came('11:01'), left('17:00')],
    { marks: [] },
  ],
  [
    'absent in the morning, and there for an hour of it',
    [missed('morning'), came('11:00'), left('17:00')],
    { marks: ['absent-yet-present'] },
  ],
  [
    'absent in the afternoon, and there in the morning',
    [missed('afternoon'), came('07:00'), left('12:59')],
    { marks: [] },
  ],
  [
    'absent in the afternoon, and there for an hour of it',
    [missed('afternoon'), came('07:00'), left('13:00')],
    { marks: ['absent-yet-present'] },
  ],
  [
    'absent in the morning and in the afternoon',
    [missed('morning'), missed('afternoon')],
    { marks: [] },
  ],
  [
    'absent all day, and in the morning',
    [missed('whole'), missed('morning')],
    { marks: ['absent-twice'] },
  ],
  [
    'absent all day, and for an hour of it',
    [missed('whole'), missed('whole', true)],
    { marks: ['absent-twice'] },
  ],
  [
    'absent for an hour, and in the afternoon',
    [missed('whole', true), missed('afternoon')],
    { marks: [] },
  ],
  [
    'absent for the same hour',
    [missed('whole', true), missed('morning', true)],
    { marks: ['absent-twice'] },
  ],
  ['absent for an hour', [missed('whole', true), came('07:00'), left('11:30')], { marks: [] }],
])('%s', (_, facts, expected) => {
  expect(daysOf(facts)).toMatchObject([{ day: '2026-03-02', ...expected }]);
});

test('first in and last out are of the day, in Vietnam, and what was said of an absence is kept', () => {
  const [day] = daysOf([
    came('07:00'),
    left('11:30'),
    came('13:00'),
    left('17:00'),
    missed('morning', true),
  ]);
  expect(day).toMatchObject({
    firstIn: '2026-03-02T00:00:00.000Z',
    lastOut: '2026-03-02T10:00:00.000Z',
    absences: [
      { part: 'morning', hours: { from: '08:00', to: '09:00' }, withLeave: true, kind: 'sick' },
    ],
  });
});

test.each([
  ['2026-02', '2026-01-15', '2027-01-01', 28],
  ['2024-02', '2024-02-01', '2024-02-29', 29],
  ['2026-03', '2026-03-30', '2026-04-02', 2],
  ['2026-04', '2026-03-30', '2026-04-02', 2],
  ['2026-05', '2026-03-30', '2026-04-02', 0],
])('of an absence %s has the days of its month alone: from %s to %s', (month, from, to, count) => {
  const days = daysOf(
    [fact('AbsenceNoted', { days: [{ from, to }] }, at('08:00'), imported)],
    month,
  );
  expect(days.map(({ day }) => day.slice(0, 7))).toEqual(
    Array.from({ length: count }, () => month),
  );
});

test('who comes and goes in turn is there for the sum of it, in whatever order it is told', () => {
  const passings = fc
    .uniqueArray(fc.integer({ min: 5 * 20, max: 22 * 20 - 1 }), { minLength: 2, maxLength: 12 })
    .map((slots) => slots.toSorted((a, b) => a - b).slice(0, slots.length - (slots.length % 2)));
  fc.assert(
    fc.property(passings, fc.infiniteStream(fc.nat()), (slots, order) => {
      const facts = slots.map((slot, place) => {
        const ms = Date.parse('2026-03-02T00:00:00+07:00') + slot * 3 * 60_000;
        const when = Instant.parse(new Date(ms).toISOString());
        return fact(place % 2 === 0 ? 'CheckedIn' : 'CheckedOut', {}, when, imported);
      });
      const total = slots.reduce(
        (sum, slot, place) => sum + (place % 2 === 0 ? -slot : slot) * 3,
        0,
      );
      const shuffled = facts
        .map((one) => ({ one, key: order.next().value }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ one }) => one);
      expect(daysOf(shuffled)).toMatchObject([{ minutes: total, marks: [] }]);
      expect(daysOf(shuffled)).toEqual(daysOf(facts));
    }),
  );
});
