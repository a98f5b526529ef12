/** The list of leave, the one that came on record last before the others, with the leave that each overlaps. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { z } from 'zod';
import { type LeaveStatus, leaveFlaws } from '../../domain/leave/state.ts';
import { LeaveKind } from '../../domain/leave/vocabulary.ts';
import { CalendarDate } from '../../domain/units.ts';
import { cursorAfter, keyIn, type Page, pageOf, type Question } from './paging.ts';
import { among, type Condition, centresAsked, countOf, equal, keysOf, type Run } from './select.ts';

const Statuses = z.enum([
  'announced',
  'requested',
  'confirmed',
  'declined',
  'approved',
  'rejected',
  'taken',
  'returned',
  'cancelled',
] satisfies LeaveStatus[]);

const Time = z.iso.datetime().nullable();
const Code = z.string().nullable();
const Flag = z.boolean().nullable();

export const LeaveItem = z.object({
  id: z.string(),
  subject: z.string().describe('Its stream.'),
  centre: z.string(),
  official: Code.describe('Whose leave it is.'),
  agency: Code.describe('Their home agency.'),
  kind: LeaveKind.nullable(),
  purpose: Code,
  status: Statuses.nullable(),
  emergency: Flag,
  firstDay: z.iso.date().nullable(),
  lastDay: z.iso.date().nullable(),
  substitute: Code,
  substituteOnList: Flag.describe('On the approved list, as the agency says.'),
  requestedAt: Time,
  centreToldAt: Time,
  agencyToldAt: Time,
  confirmedAt: Time,
  approvedAt: Time,
  substituteAnnouncedAt: Time,
  takenAt: Time,
  returnedAt: Time,
  cancelledAt: Time,
  minutesUsed: z
    .int()
    .describe('Of compensatory time, in minutes of working time; none where nobody was away.'),
  flaw: z.enum(leaveFlaws).nullable().describe('What cannot be right about it by itself.'),
  overlaps: z
    .array(z.string())
    .describe('Other leave of the same official that shares half a day or more with this one.'),
  entries: z.int().describe('Entries on its record.'),
});
export type LeaveItem = z.output<typeof LeaveItem>;

const Text = z.string().min(1).max(200).optional();

export const LeaveFilters = z.object({
  official: Text.describe('Whose leave it is.'),
  substitute: Text.describe('Who stands in.'),
  agency: Text.describe('Code of the home agency.'),
  status: Statuses.optional(),
  flaw: z.enum(leaveFlaws).optional().describe('What cannot be right about it by itself.'),
  kind: LeaveKind.optional(),
  centre: Text.describe('Code of the centre.'),
  on: CalendarDate.optional().describe('Whoever was, or is to be, away on this day.'),
  overlapping: z
    .enum(['true', 'false'])
    .optional()
    .describe('Whether it overlaps another leave of the same official.'),
});
export type LeaveFilters = z.output<typeof LeaveFilters>;

const name = 'leave';

const Key = z.tuple([z.int()]);

/** @throws BadCursor, and RangeError for a limit out of bounds. */
export function listLeave(
  database: DatabaseSync,
  question: Question<LeaveFilters>,
): Page<LeaveItem> {
  const after = keyIn(name, question, Key);
  const runs = [runOf(question)];
  const get = database.prepare('SELECT * FROM leave WHERE place = ?');
  const others = database.prepare(
    `SELECT DISTINCT other.id AS id ${overlap} AND own.place = ? ORDER BY other.place`,
  );
  return pageOf(database, question, {
    read: (count) =>
      keysOf(database, runs, { newestFirst: true, after, count }).map((row) =>
        Key.parse(Object.values(row)),
      ),
    item: ([place]) => itemOf(get.get(place) ?? {}, others.all(place)),
    cursor: (key) => cursorAfter(name, question, key),
    total: () => countOf(database, runs),
  });
}

function itemOf(row: Row, others: readonly Row[]): LeaveItem {
  return LeaveItem.parse({
    ...row,
    emergency: flagIn(row['emergency']),
    substituteOnList: flagIn(row['substituteOnList']),
    overlaps: others.map(({ id }) => id),
  });
}

type Row = Readonly<Record<string, SQLOutputValue>>;

function flagIn(value: SQLOutputValue | undefined): boolean | null {
  return typeof value === 'number' ? value === 1 : null;
}

/** Two stretches of days of one official, of two leaves, that share half a day (`domain/leave/days.ts`). */
const overlap = `FROM leave_span AS own JOIN leave_span AS other
  ON other.official = own.official AND other.place <> own.place
    AND other.firstDay <= own.lastDay AND other.lastDay >= own.firstDay
    AND (own.part = 'whole' OR other.part = 'whole' OR own.part = other.part)
  WHERE true`;

/** The filter that tells most chooses the index; the others are checked. */
function runOf({ filters, centres }: Question<LeaveFilters>): Run {
  const { official, substitute, flaw, agency, status, kind, centre, on, overlapping } = filters;
  const byColumn = [
    ['official', official],
    ['substitute', substitute],
    ['flaw', flaw],
    ['agency', agency],
    ['status', status],
    ['kind', kind],
  ] as const;
  const leading = byColumn.find(([, value]) => value !== undefined)?.[0];
  return {
    table: 'leave',
    order: ['place'],
    conditions: [
      ...byColumn.flatMap(([column, value]) =>
        equal(column === leading ? column : `+${column}`, value),
      ),
      ...among('+centre', centresAsked(centres, centre)),
      ...awayOn(on),
      ...whereOverlapping(overlapping),
    ],
  };
}

function awayOn(on: string | undefined): Condition[] {
  if (on === undefined) return [];
  const sql = `EXISTS (SELECT 1 FROM leave_span AS day
    WHERE day.place = leave.place AND day.firstDay <= ? AND day.lastDay >= ?)`;
  return [{ sql, values: [on, on] }];
}

function whereOverlapping(wanted: 'true' | 'false' | undefined): Condition[] {
  if (wanted === undefined) return [];
  const not = wanted === 'true' ? '' : 'NOT ';
  return [{ sql: `${not}EXISTS (SELECT 1 ${overlap} AND own.place = leave.place)`, values: [] }];
}
