/** Chấm công: the record family of an official's months. Stream `attendance-{official}-{yyyy-mm}`. */
import type { Proposal } from '../../entry.ts';
import { type Family, family, type Misplaced } from '../../family.ts';
import { dayIn, monthOf } from '../times.ts';
import { type AttendanceRefusal, attendanceDecider } from './attendance.ts';
import { type AttendanceEvent, attendance, attendanceKey } from './vocabulary.ts';

/** A backfill or an import is kept where it is sent: its entries are found by the days that they state. */
const misplaced: Misplaced<AttendanceEvent, AttendanceRefusal> = (proposed, { month = '' }) => {
  if (proposed.recordedVia.mode !== 'live' || proposed.type === 'EntryWithdrawn') return null;
  return isInMonth(proposed, month) ? null : 'attendance/other-month';
};

/** A task stays with the month in which it was assigned, whenever it ends; an absence is of the days that it names. */
function isInMonth({ type, data, occurredAt }: Proposal<AttendanceEvent>, month: string): boolean {
  const was = monthOf(dayIn(occurredAt));
  if (type === 'ExtraTaskCompleted') return was >= month;
  if (type !== 'AbsenceNoted') return was === month;
  return data.days.every(({ from, to }) => monthOf(from) === month && monthOf(to) === month);
}

/** No entry opens it for one centre alone: an official may move within the month, and each centre notes its own days. */
export const attendanceFamily: Family = family({
  category: 'attendance',
  key: attendanceKey,
  vocabulary: attendance,
  decider: attendanceDecider,
  opens: [],
  oneOf: ['official'],
  misplaced,
});
