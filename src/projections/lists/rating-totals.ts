/** How satisfied citizens were, by official, unit or month: the figures that regulations weigh performance by. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { Month } from '../../domain/units.ts';
import { cursorAfter, keyIn, type Page, pageOf, type Question } from './paging.ts';
import { among, type Condition, centresAsked, equal, numberOf, where } from './select.ts';

export const RatingTotalItem = z.object({
  name: z.string().describe('The official, unit or month; empty: the ratings do not say which.'),
  ratings: z.int().describe('Those that count.'),
  share: z
    .number()
    .nullable()
    .describe('Mean of score / best over them, 0 to 1, to four places. Null: there are none.'),
  apart: z.int().describe('Those that do not: untrue, duplicates, of another, withdrawn.'),
});
export type RatingTotalItem = z.output<typeof RatingTotalItem>;

const Text = z.string().min(1).max(200).optional();

export const RatingTotalFilters = z.object({
  by: z.enum(['official', 'unit', 'month']).default('official').describe('What a line is.'),
  official: Text.describe('Who was rated.'),
  unit: Text.describe('Code of the unit whose work was rated.'),
  month: Month.optional().describe('In Vietnam, such as 2026-03.'),
  centre: Text.describe('Code of the centre.'),
});
export type RatingTotalFilters = z.output<typeof RatingTotalFilters>;

const name = 'rating-totals';

const Key = z.tuple([z.string()]);

/** By name. @throws BadCursor, and RangeError for a limit out of bounds. */
export function listRatingTotals(
  database: DatabaseSync,
  question: Question<RatingTotalFilters>,
): Page<RatingTotalItem> {
  const { by } = question.filters;
  const after = keyIn(name, question, Key);
  const asked = conditionsOf(question);
  const all = where(asked);
  const page = where(after === null ? asked : [...asked, { sql: `${by} > ?`, values: after }]);
  return pageOf(database, question, {
    read: (count) =>
      database
        .prepare(
          `SELECT ${by} AS name, sum(ratings) AS ratings, sum(apart) AS apart,
             round(sum(1.0 * ratings * score / best) / nullif(sum(ratings), 0), 4) AS share
           FROM rating_total ${page.sql} GROUP BY ${by} ORDER BY ${by} LIMIT ?`,
        )
        .all(...page.values, count)
        .map((row) => RatingTotalItem.parse(row)),
    item: (row) => row,
    cursor: (last) => cursorAfter(name, question, [last.name]),
    total: () =>
      numberOf(
        database,
        `SELECT count(DISTINCT ${by}) AS n FROM rating_total ${all.sql}`,
        all.values,
      ),
  });
}

function conditionsOf({ filters, centres }: Question<RatingTotalFilters>): Condition[] {
  return [
    { sql: 'ratings + apart > 0', values: [] }, // what a correction took away leaves a row of noughts
    ...equal('official', filters.official),
    ...equal('unit', filters.unit),
    ...equal('month', filters.month),
    ...among('centre', centresAsked(centres, filters.centre)),
  ];
}
