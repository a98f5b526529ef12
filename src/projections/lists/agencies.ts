/** The list of agencies, by their codes; those of a day by their validity. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { z } from 'zod';
import { AgencyKind, Leader } from '../../domain/centre/agency/vocabulary/existence.ts';
import { CalendarDate } from '../../domain/units.ts';
import { cursorAfter, keyIn, type Page, pageOf, type Question } from './paging.ts';
import { among, type Condition, centresAsked, countOf, equal, keysOf, type Run } from './select.ts';

const Code = z.string().nullable();
const Day = z.iso.date().nullable();
const Time = z.iso.datetime().nullable();

export const AgencyItem = z.object({
  code: z.string(),
  subject: z.string().describe('Its stream.'),
  centre: z.string().describe('The centre that keeps the record.'),
  name: Code.describe('Null: something is on record of an agency that was never established.'),
  shortName: Code,
  kind: AgencyKind.nullable(),
  parent: Code,
  rotating: z.boolean().nullable().describe('Works at the centre in rotation.'),
  telephone: Code,
  firstDay: Day.describe('First day on which there is one.'),
  lastDay: Day.describe('Last day on which there is one. Null: none is set.'),
  abolishedAt: Time,
  predecessors: z.array(z.string()),
  successors: z.array(z.string()),
  leaders: z.array(Leader).describe('As the public may know them.'),
  listFrom: Day.describe('Of the list of officials that was approved last and not revoked.'),
  listTo: Day,
  listApprovedAt: Time,
  formal: z.int().describe('Formal officials on that list.'),
  reserves: z.int().describe('Reserves on that list.'),
  directoryPublishedAt: Time,
  reservePlanAt: Time.describe('When its plan of reserves was last made (KT Đ13.8).'),
  modelDossiersAt: Time.describe('When its model dossiers were last placed (TQ Đ6.7).'),
  entries: z.int().describe('Entries on its record.'),
});
export type AgencyItem = z.output<typeof AgencyItem>;

const Text = z.string().min(1).max(200).optional();

export const AgencyFilters = z.object({
  code: Text,
  kind: AgencyKind.optional(),
  parent: Text.describe('Code of the agency that it is part of.'),
  rotating: z.enum(['true', 'false']).optional(),
  centre: Text.describe('Code of the centre.'),
  on: CalendarDate.optional().describe('Those that there were on this day.'),
});
export type AgencyFilters = z.output<typeof AgencyFilters>;

const name = 'agencies';

const Key = z.tuple([z.string()]);

/** @throws BadCursor, and RangeError for a limit out of bounds. */
export function listAgencies(
  database: DatabaseSync,
  question: Question<AgencyFilters>,
): Page<AgencyItem> {
  const after = keyIn(name, question, Key);
  const runs = [runOf(question)];
  const get = database.prepare('SELECT * FROM agency WHERE code = ?');
  return pageOf(database, question, {
    read: (count) =>
      keysOf(database, runs, { newestFirst: false, after, count }).map((row) =>
        Key.parse(Object.values(row)),
      ),
    item: ([code]) => itemOf(get.get(code) ?? {}),
    cursor: (key) => cursorAfter(name, question, key),
    total: () => countOf(database, runs),
  });
}

function itemOf(row: Readonly<Record<string, SQLOutputValue>>): AgencyItem {
  const rotating = row['rotating'];
  return AgencyItem.parse({
    ...row,
    rotating: rotating === null ? null : rotating === 1,
    predecessors: listIn(row['predecessors']),
    successors: listIn(row['successors']),
    leaders: listIn(row['leaders']),
  });
}

function listIn(text: SQLOutputValue | undefined): unknown {
  return JSON.parse(typeof text === 'string' ? text : '[]');
}

/** The filter that tells most chooses the index; the others are checked. */
function runOf({ filters, centres }: Question<AgencyFilters>): Run {
  const { code, parent, rotating, kind, centre, on } = filters;
  const byColumn = [
    ['code', code],
    ['parent', parent],
    ['rotating', rotating === undefined ? undefined : Number(rotating === 'true')],
    ['kind', kind],
  ] as const;
  const leading = byColumn.find(([, value]) => value !== undefined)?.[0];
  return {
    table: 'agency',
    order: ['code'],
    conditions: [
      ...byColumn.flatMap(([column, value]) =>
        equal(column === leading ? column : `+${column}`, value),
      ),
      ...among('+centre', centresAsked(centres, centre)),
      ...thereOn(on),
    ],
  };
}

function thereOn(on: string | undefined): Condition[] {
  if (on === undefined) return [];
  const sql = '(firstDay IS NULL OR firstDay <= ?) AND (lastDay IS NULL OR lastDay >= ?)';
  return [{ sql, values: [on, on] }];
}
