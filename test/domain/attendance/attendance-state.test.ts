/** An official's month, as its events come to. */
import { expect, test } from 'vitest';
import { attendanceDecider } from '../../../src/domain/attendance/attendance/attendance.ts';
import { foldAttendance } from '../../../src/domain/attendance/attendance/fold.ts';
import { earnedBy } from '../../../src/domain/attendance/attendance/overtime.ts';
import { attendance } from '../../../src/domain/attendance/attendance/vocabulary.ts';
import { AgencyCode } from '../../../src/domain/units.ts';
import { specify } from '../../support/decider-spec.ts';
import { entry, eventId, examplesOf, imported, proposalsOf } from '../../support/stated.ts';

const { given } = specify(attendanceDecider);
const fact = proposalsOf(attendance);
const at = (hour: number, day = 2) =>
  `2026-03-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00+07:00`;

test('the agency is the one that was stated last, and an entry that states none changes nothing', () => {
  given(
    fact('CheckedIn', { agency: 'H42.17' }, at(7)),
    fact('ConductNoted', { act: 'no-badge', agency: 'H42.14' }, at(8)),
    fact('CheckedOut', {}, at(11)),
  ).thenState({
    agency: AgencyCode.parse('H42.14'),
    lastActivityAt: fact('CheckedOut', {}, at(11)).occurredAt,
  });
});

test('a task ends by its reference, and without one the first that is open does', () => {
  const task = (reference: string) =>
    fact('ExtraTaskAssigned', { reference, task: reference }, at(8));
  const tasks = [task('1'), task('2'), task('3')];
  const ended = fact('ExtraTaskCompleted', { reference: '2', outcome: 'done' }, at(9));
  const endedToo = fact('ExtraTaskCompleted', { outcome: 'partly-done' }, at(10));
  const strange = fact('ExtraTaskCompleted', { reference: '9' }, at(11), imported);
  given(...tasks, ended, endedToo, strange).thenState({
    tasks: [
      expect.objectContaining({
        reference: '1',
        outcome: 'partly-done',
        completedAt: endedToo.occurredAt,
      }),
      expect.objectContaining({ reference: '2', outcome: 'done', completedAt: ended.occurredAt }),
      expect.objectContaining({ reference: '3', outcome: null, completedAt: null }),
    ],
  });
});

test('what was noted, worked and handed over', () => {
  const noted = fact('ConductNoted', { act: 'harassment' }, at(8));
  const act = fact('ApplicantActNoted', { act: 'threat' }, at(9));
  const worked = fact('OvertimeWorked', { kind: 'sunday', minutes: 90, earned: 180 }, at(10));
  const taken = fact('AssetsHandedOver', {}, at(11));
  const returned = fact('AssetsReturned', {}, at(12));
  given(noted, act, worked, taken, returned).thenState({
    conduct: [{ act: 'harassment', at: noted.occurredAt }],
    applicantActs: [{ act: 'threat', at: act.occurredAt }],
    overtime: [{ at: worked.occurredAt, kind: 'sunday', hours: null, minutes: 90, earned: 180 }],
    assetsTakenAt: taken.occurredAt,
    assetsReturnedAt: returned.occurredAt,
  });
});

test.each([
  ['nothing else is said', {}, 120],
  ['it is made good by leave', { compensation: 'leave' as const }, 120],
  ['it is paid', { compensation: 'pay' as const }, 0],
  ['nothing is given for it', { compensation: 'none' as const }, 0],
  ['so many were decided', { earned: 240 }, 240],
  ['it is paid, and leave was decided beside', { compensation: 'pay' as const, earned: 60 }, 60],
  ['none were decided', { compensation: 'leave' as const, earned: 0 }, 0],
])('overtime earns leave: %s', (_, also, minutes) => {
  const { data } = fact('OvertimeWorked', { kind: 'overtime', minutes: 120, ...also });
  expect(earnedBy(data)).toBe(minutes);
});

test('a withdrawal is about the record, and another family’s words are none of ours', () => {
  const withdrawn = fact('EntryWithdrawn', {}, at(12), { corrects: eventId(0) });
  const before = examplesOf(attendance).filter(({ type }) => type !== 'EntryWithdrawn');
  const entries = [...before, withdrawn].map((one, number) => entry(number, one));
  const foreign = entry(99, { type: 'LeaveTaken', data: {} });
  expect(foldAttendance([...entries, foreign])).toEqual(foldAttendance(entries.slice(0, -1)));
});
