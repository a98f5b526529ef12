/** How many findings there are, by rule, centre, bearer or state: of the same rows as their list. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { FindingFilters, findingRuns } from './finding-runs.ts';
import { linesOf, type Query } from './lines.ts';
import { cursorAfter, keyIn, type Page, pageOf, type Question } from './paging.ts';
import { type Run, whereIn } from './select.ts';

export const FindingTotalItem = z.object({
  name: z
    .string()
    .nullable()
    .describe('The rule, centre, bearer or state; null: the record names no bearer.'),
  findings: z
    .int()
    .describe('Strict: acts, and duties past their due time as it stood when it passed.'),
  byCustomaryDue: z
    .int()
    .describe('Of these, acts, and duties past their due time also as it was corrected or moved.'),
  open: z.int(),
  remedied: z.int(),
  stands: z.int(),
  disputed: z.int(),
  waived: z.int(),
});
export type FindingTotalItem = z.output<typeof FindingTotalItem>;

export const FindingTotalFilters = FindingFilters.extend({
  by: z.enum(['rule', 'centre', 'bearer', 'state']).default('rule').describe('What a line is.'),
});
export type FindingTotalFilters = z.output<typeof FindingTotalFilters>;

const name = 'finding-totals';

const Key = z.tuple([z.string()]);

const Counted = FindingTotalItem.extend({ name: z.string() });

/** By name. @throws BadCursor, and RangeError for a limit out of bounds. */
export function listFindingTotals(
  database: DatabaseSync,
  question: Question<FindingTotalFilters>,
): Page<FindingTotalItem> {
  const after = keyIn(name, question, Key);
  const beyond = after === null ? null : { sql: 'name > ?', values: after };
  const lines = linesOf(database, sumsOf(question), 'name', beyond);
  return pageOf(database, question, {
    read: (count) => lines.read(count).map((line) => Counted.parse(line)),
    item: (counted) => ({ ...counted, name: counted.name === '' ? null : counted.name }),
    cursor: (found) => cursorAfter(name, question, [found.name]),
    total: lines.total,
  });
}

function sumsOf(question: Question<FindingTotalFilters>): Query {
  const { by } = question.filters;
  const { acts, duties } = findingRuns(question);
  const column = by === 'state' ? 'standing' : by;
  const parts = [
    ...acts.map((run) => rowsOf(run, column, "'stands'", { sql: '1', values: [] })),
    ...duties.map((run) => rowsOf(run, column, dutyStanding, byCustomaryDue(question.at))),
  ];
  if (parts.length === 0) return { sql: `SELECT '' AS name WHERE 0`, values: [] };
  const states = ['open', 'remedied', 'stands', 'disputed', 'waived'].map(
    (state) => `sum(standing = '${state}') AS ${state}`,
  );
  return {
    sql: `WITH part AS MATERIALIZED (${parts.map(({ sql }) => sql).join(' UNION ALL ')})
      SELECT coalesce(name, '') AS name, count(*) AS findings,
        sum(byCustomaryDue) AS byCustomaryDue, ${states.join(', ')}
      FROM part GROUP BY 1`,
    values: parts.flatMap(({ values }) => values),
  };
}

const dutyStanding = "CASE WHEN +state = 'open' THEN 'open' ELSE 'remedied' END";

function byCustomaryDue(at: string): Query {
  return {
    sql: "(customaryBreached = 1 OR (+state = 'open' AND suspended = 0 AND customaryDue < ?))",
    values: [at],
  };
}

/** @param otherwise what became of a finding of which nobody said anything. */
function rowsOf(run: Run, column: string, otherwise: string, customary: Query): Query {
  const { sql, values } = whereIn(run);
  const standing = `CASE WHEN waived IS NOT NULL THEN 'waived'
    WHEN disputed IS NOT NULL THEN 'disputed' ELSE ${otherwise} END`;
  return {
    sql: `SELECT ${column === 'standing' ? standing : column} AS name,
        ${standing} AS standing, ${customary.sql} AS byCustomaryDue FROM ${run.table} ${sql}`,
    values: [...customary.values, ...values],
  };
}
