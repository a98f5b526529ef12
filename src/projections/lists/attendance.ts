/** The list of attendance days, the last day first, with what looks wrong of each. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { z } from 'zod';
import { dayMarks } from '../../domain/attendance/attendance/days.ts';
import { Hours } from '../../domain/attendance/vocabulary/hours.ts';
import { DayPart, LeaveKind } from '../../domain/leave/vocabulary.ts';
import { CalendarDate } from '../../domain/units.ts';
import { cursorAfter, keyIn, type Page, pageOf, type Question } from './paging.ts';
import { among, centresAsked, countOf, equal, keysOf, type Run } from './select.ts';

const Time = z.iso.datetime().nullable();

const Marks = z.enum(dayMarks);

export const AttendanceItem = z.object({
  day: z.iso.date(),
  official: z.string(),
  subject: z.string().describe('Its stream: the month of the official.'),
  centre: z.string(),
  agency: z.string().nullable().describe('The home agency, as it was stated last that month.'),
  firstIn: Time,
  lastOut: Time,
  minutes: z
    .int()
    .nullable()
    .describe('Between each check-in and the check-out that ends it; null: none is known.'),
  absences: z.array(
    z.object({
      part: DayPart,
      hours: Hours.nullable(),
      withLeave: z.boolean().nullable(),
      kind: LeaveKind.nullable(),
    }),
  ),
  marks: z
    .array(Marks)
    .describe('What looks wrong, and breaks no rule by itself. Who is at work has no check-out.'),
});
export type AttendanceItem = z.output<typeof AttendanceItem>;

const Text = z.string().min(1).max(200).optional();

export const AttendanceFilters = z.object({
  official: Text.describe('Number of the official.'),
  agency: Text.describe('Code of the home agency.'),
  mark: Marks.optional(),
  centre: Text.describe('Code of the centre.'),
  from: CalendarDate.optional().describe('This day or later.'),
  to: CalendarDate.optional().describe('Before this day.'),
});
export type AttendanceFilters = z.output<typeof AttendanceFilters>;

const name = 'attendance';

const Key = z.tuple([z.string(), z.string(), z.string()]);

/** @throws BadCursor, and RangeError for a limit out of bounds. */
export function listAttendance(
  database: DatabaseSync,
  question: Question<AttendanceFilters>,
): Page<AttendanceItem> {
  const after = keyIn(name, question, Key);
  const runs = [runOf(question)];
  const get = database.prepare(
    'SELECT * FROM attendance_day WHERE day = ? AND subject = ? AND centre = ?',
  );
  return pageOf(database, question, {
    read: (count) =>
      keysOf(database, runs, { newestFirst: true, after, count }).map((row) =>
        Key.parse(Object.values(row)),
      ),
    item: (key) => itemOf(get.get(...key) ?? {}),
    cursor: (key) => cursorAfter(name, question, key),
    total: () => countOf(database, runs),
  });
}

function itemOf(row: Readonly<Record<string, SQLOutputValue>>): AttendanceItem {
  const { absences, marks } = row;
  return AttendanceItem.parse({
    ...row,
    absences: JSON.parse(String(absences)),
    marks: JSON.parse(String(marks)),
  });
}

/** A mark chooses its own table; else the official or the agency chooses the index. The others are checked. */
function runOf({ filters, centres }: Question<AttendanceFilters>): Run {
  const { official, agency, mark, centre, from, to } = filters;
  const isByOfficial = official !== undefined;
  return {
    table: mark === undefined ? 'attendance_day' : 'attendance_mark',
    order: ['day', 'subject', 'centre'],
    from,
    before: to,
    conditions: [
      ...equal('mark', mark),
      ...equal('official', official),
      ...equal(isByOfficial || mark !== undefined ? '+agency' : 'agency', agency),
      ...among('+centre', centresAsked(centres, centre)),
    ],
  };
}
