/**
 * Compensatory time (nghỉ bù, BL Đ8.3l): what overtime earned and what leave used up, in minutes of
 * working time, by official, centre and month.
 *
 * Earned is told by attendance and used by leave, so two projections add to one table.
 */
import { isAttendanceEvent } from '../domain/attendance/attendance/fold.ts';
import { earnedBy } from '../domain/attendance/attendance/overtime.ts';
import { attendanceKey } from '../domain/attendance/attendance/vocabulary.ts';
import type { AnyEvent, Entry } from '../domain/entry.ts';
import { foldLeave } from '../domain/leave/fold.ts';
import { cameToNothing } from '../domain/leave/state.ts';
import type { LeaveEvent } from '../domain/leave/vocabulary.ts';
import { partsOf } from '../domain/stream.ts';
import { hoChiMinh, localDateOf } from '../domain/time/zone.ts';
import type { Viewing } from './projection.ts';
import type { Row, Table } from './table.ts';

const balance: Table = {
  name: 'leave_balance',
  columns: {
    official: 'TEXT',
    centre: 'TEXT',
    month: 'TEXT',
    earned: 'INTEGER',
    used: 'INTEGER',
  },
  key: 3,
  counts: ['earned', 'used'],
  indexes: [],
};

export const leaveEarned: Viewing = {
  name: 'leave-earned',
  version: 1,
  category: 'attendance',
  tables: [balance],

  view({ stream, history: { timeline } }) {
    const official = partsOf(stream, Object.keys(attendanceKey))?.['official'];
    const earned = official === undefined ? [] : timeline.flatMap((one) => earnedOn(official, one));
    return { rows: {}, counts: { leave_balance: earned }, failures: [] };
  },
};

export const leaveUsed: Viewing = {
  name: 'leave-used',
  version: 2,
  category: 'leave',
  tables: [balance],

  view({ history: { timeline } }) {
    const leave = foldLeave(timeline);
    const { official } = leave;
    const isUsed = official !== null && !cameToNothing(leave);
    const used = isUsed ? timeline.flatMap((one) => usedOn(official, one)) : [];
    return { rows: {}, counts: { leave_balance: used }, failures: [] };
  },
};

function earnedOn(official: string, entry: Entry<AnyEvent>): Row[] {
  if (!isAttendanceEvent(entry) || entry.type !== 'OvertimeWorked') return [];
  return [{ ...drawerOf(official, entry), earned: earnedBy(entry.data), used: 0 }];
}

const usedType = 'CompensatoryTimeUsed' satisfies LeaveEvent['type'];

function usedOn(official: string, entry: Entry<AnyEvent>): Row[] {
  const { minutes } = entry.data;
  if (entry.type !== usedType || typeof minutes !== 'number') return [];
  return [{ ...drawerOf(official, entry), earned: 0, used: minutes }];
}

/** By the month in Vietnam in which it was worked, or used. */
function drawerOf(official: string, { centre, occurredAt }: Entry<AnyEvent>): Row {
  return { official, centre, month: localDateOf(occurredAt, hoChiMinh).slice(0, 7) };
}
