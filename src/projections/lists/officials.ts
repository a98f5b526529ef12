/** The list of officials seen in steps, by their codes: on how many steps and dossiers, from when to when. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { cursorAfter, keyIn, type Page, pageOf, type Question } from './paging.ts';
import { among, type Condition, centresAsked, equal, numberOf, where } from './select.ts';

const Month = z.string().regex(/^\d{4}-\d{2}$/, 'a month is written like 2026-03');

const stepFlaws = ['never-posted'] as const;

export const OfficialItem = z.object({
  official: z.string(),
  unit: z
    .string()
    .nullable()
    .describe('Null: of all units together. Empty: the record does not say which.'),
  month: z.string().nullable().describe('The month of which it is; null: of all months together.'),
  steps: z.int().describe('Steps completed.'),
  dossiers: z
    .int()
    .describe('Dossiers worked on, each counted once for every centre, unit and month.'),
  firstMonth: z.string().describe('The first and the last month in which a step was completed.'),
  lastMonth: z.string(),
  flaw: z
    .enum(stepFlaws)
    .nullable()
    .describe('never-posted: no posting to a centre where they completed steps is on record.'),
});
export type OfficialItem = z.output<typeof OfficialItem>;

const Text = z.string().min(1).max(200).optional();

export const OfficialFilters = z.object({
  official: Text.describe('Code of the official.'),
  centre: Text.describe('Code of the centre.'),
  unit: z.string().max(200).optional().describe('Code of the unit; empty: none is on record.'),
  month: Month.optional().describe('In UTC, such as 2026-03.'),
  flaw: z
    .enum(stepFlaws)
    .optional()
    .describe('never-posted: of steps at centres to which no posting of them is on record.'),
  by: z.enum(['unit', 'month']).optional().describe('Shows each unit or month by itself.'),
});
export type OfficialFilters = z.output<typeof OfficialFilters>;

const name = 'officials';

const Key = z.tuple([z.string(), z.string()]);

/**
 * By official, then unit or month where it was asked for.
 *
 * @throws BadCursor, and RangeError for a limit out of bounds.
 */
export function listOfficials(
  database: DatabaseSync,
  question: Question<OfficialFilters>,
): Page<OfficialItem> {
  const { filters } = question;
  const after = keyIn(name, question, Key);
  const part = filters.by ?? "''";
  const groups = `official${filters.by === undefined ? '' : `, ${part}`}`;
  const asked = conditionsOf(question);
  const all = where(asked);
  const page = where(after === null ? asked : [...asked, ...following(part, after)]);
  return pageOf(database, question, {
    read: (count) =>
      database
        .prepare(
          `SELECT official, ${filters.by === 'unit' ? 'unit' : 'NULL'} AS unit,
             ${filters.by === 'month' || filters.month !== undefined ? 'min(month)' : 'NULL'} AS month,
             sum(steps) AS steps, sum(dossiers) AS dossiers,
             min(month) AS firstMonth, max(month) AS lastMonth,
             CASE WHEN max(${isNeverPosted}) THEN 'never-posted' END AS flaw
           FROM official ${page.sql} GROUP BY ${groups} ORDER BY ${groups} LIMIT ?`,
        )
        .all(...page.values, count)
        .map((row) => OfficialItem.parse(row)),
    item: (row) => row,
    cursor: (last) =>
      cursorAfter(name, question, [
        last.official,
        filters.by === undefined ? '' : (last[filters.by] ?? ''),
      ]),
    total: () =>
      numberOf(
        database,
        `SELECT count(*) AS n FROM (SELECT 1 FROM official ${all.sql} GROUP BY ${groups})`,
        all.values,
      ),
  });
}

/** Also of accounts of which nothing is known: what makes them findable. */
const isNeverPosted = `NOT EXISTS (SELECT 1 FROM posting
  WHERE posting.official = official.official AND posting.centre = official.centre)`;

/** After an official and their unit or month. The first comparison alone can use the key. */
function following(part: string, [official, last]: readonly [string, string]): Condition[] {
  return [
    { sql: 'official >= ?', values: [official] },
    { sql: `(official, ${part}) > (?, ?)`, values: [official, last] },
  ];
}

function conditionsOf({ filters, centres }: Question<OfficialFilters>): Condition[] {
  return [
    { sql: 'steps > 0', values: [] }, // what a correction took away leaves a row of noughts
    ...equal('official', filters.official),
    ...equal('unit', filters.unit),
    ...equal('month', filters.month),
    ...(filters.flaw === undefined ? [] : [{ sql: isNeverPosted, values: [] }]),
    ...among('centre', centresAsked(centres, filters.centre)),
  ];
}
