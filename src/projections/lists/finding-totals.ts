/** How many findings there are, by rule, centre, bearer or state: of the same rows as their list. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { LateCount, lateCount, lateIn, whereListed } from './conventions.ts';
import { brokenRuns, FindingFilters } from './finding-runs.ts';
import { linesOf, type Query } from './lines.ts';
import { cursorAfter, keyIn, type Page, pageOf, type Question } from './paging.ts';
import { type Condition, type Run, whereIn } from './select.ts';

export const FindingTotalItem = z.object({
  name: z
    .string()
    .nullable()
    .describe('The rule, centre, bearer or state; null: the record names no bearer.'),
  findings: z.int().describe('Strict: acts, and duties that are late by the strict convention.'),
  acts: z.int().describe('Of these, acts: they are breaches by both conventions.'),
  strict: LateCount.describe('Duties late by the instant, nothing excused.'),
  customary: LateCount.describe('Duties late by date; returned, withdrawn and waiting excused.'),
  differ: z.int().describe('Duties late by one convention and not by the other.'),
  differing: z.string().nullable().describe(whereListed),
  open: z.int().describe('Of the findings; so are the next four.'),
  remedied: z.int(),
  stands: z.int(),
  disputed: z.int(),
  waived: z.int(),
});
export type FindingTotalItem = z.output<typeof FindingTotalItem>;

/** Both conventions are counted: on which they differ is not asked here. */
export const FindingTotalFilters = FindingFilters.omit({ differs: true }).extend({
  by: z.enum(['rule', 'centre', 'bearer', 'state']).default('rule').describe('What a line is.'),
});
export type FindingTotalFilters = z.output<typeof FindingTotalFilters>;

const name = 'finding-totals';

const Key = z.tuple([z.string()]);

const states = ['open', 'remedied', 'stands', 'disputed', 'waived'] as const;

const Counted = FindingTotalItem.omit({
  strict: true,
  customary: true,
  differ: true,
  differing: true,
}).extend({ name: z.string(), customaryLate: z.int(), byCustomAlone: z.int() });

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
    item: (counted) => itemOf(counted, question.filters),
    cursor: (found) => cursorAfter(name, question, [found.name]),
    total: lines.total,
  });
}

function itemOf(
  { customaryLate, byCustomAlone, ...counted }: z.output<typeof Counted>,
  filters: FindingTotalFilters,
): FindingTotalItem {
  const strictLate = counted.findings - counted.acts;
  const byInstantAlone = strictLate - (customaryLate - byCustomAlone);
  return {
    ...counted,
    name: counted.name === '' ? null : counted.name,
    strict: lateCount('strict', strictLate),
    customary: lateCount('customary', customaryLate),
    differ: byInstantAlone + byCustomAlone,
    differing: counted.name === '' ? null : addressOf(counted.name, filters),
  };
}

/** The list of the line's duties on which the conventions differ. */
function addressOf(line: string, { by, ...filters }: FindingTotalFilters): string {
  const query = new URLSearchParams({ differs: 'true' });
  for (const [key, value] of Object.entries({ ...filters, [by]: line })) {
    if (value !== undefined) query.set(key, value);
  }
  return `/v1/findings?${query.toString()}`;
}

function sumsOf(question: Question<FindingTotalFilters>): Query {
  const { filters, at } = question;
  const column = filters.by === 'state' ? 'standing' : filters.by;
  const { acts, duties, byCustomAlone } = brokenRuns(question);
  const late = lateIn('customary', at);
  const parts = [
    ...acts.map((run) => rowsOf(run, column, "'stands'", "'act'", no)),
    ...duties.map((run) => rowsOf(run, column, dutyStanding, "'strict'", late)),
    ...byCustomAlone.map((run) => rowsOf(run, column, dutyStanding, "'custom'", late)),
  ];
  if (parts.length === 0) return { sql: `SELECT '' AS name WHERE 0`, values: [] };
  const standing = states.map(
    (state) => `sum(kind <> 'custom' AND standing = '${state}') AS ${state}`,
  );
  return {
    sql: `WITH part AS MATERIALIZED (${parts.map(({ sql }) => sql).join(' UNION ALL ')})
      SELECT coalesce(name, '') AS name, sum(kind <> 'custom') AS findings,
        sum(kind = 'act') AS acts, sum(customaryLate) AS customaryLate,
        sum(kind = 'custom') AS byCustomAlone, ${standing.join(', ')}
      FROM part GROUP BY 1`,
    values: parts.flatMap(({ values }) => values),
  };
}

const dutyStanding = "CASE WHEN +state = 'open' THEN 'open' ELSE 'remedied' END";

const no: Condition = { sql: '0', values: [] };

/** What was broken before it was inherited counts against who had it then. */
function nameIn({ table }: Run, column: string): string {
  return table === 'duty' && column === 'bearer' ? 'coalesce(bearerWhenDue, bearer)' : column;
}

/** @param otherwise what became of a finding of which nobody said anything. */
function rowsOf(
  run: Run,
  column: string,
  otherwise: string,
  kind: string,
  customary: Condition,
): Query {
  const { sql, values } = whereIn(run);
  const standing = `CASE WHEN waived IS NOT NULL THEN 'waived'
    WHEN disputed IS NOT NULL THEN 'disputed' ELSE ${otherwise} END`;
  return {
    sql: `SELECT ${column === 'standing' ? standing : nameIn(run, column)} AS name, ${standing} AS standing,
        ${kind} AS kind, ${customary.sql} AS customaryLate FROM ${run.table} ${sql}`,
    values: [...customary.values, ...values],
  };
}
