/**
 * The SQL of the lists: conditions, and runs.
 *
 * A run is one stretch of one index, in the order of the list. What a list shows is the merge of a
 * few runs, so that a page costs what it shows and not what there is; a total counts along the
 * indexes. A column with a `+` before it is checked and never used to choose an index: which index
 * serves is decided here, since SQLite knows nothing of how the values are spread.
 */
import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import { z } from 'zod';

export type Condition = { readonly sql: string; readonly values: readonly SQLInputValue[] };

type Value = string | number;

/** None where no value was asked for. */
export function equal(column: string, value: Value | undefined): Condition[] {
  return value === undefined ? [] : [{ sql: `${column} = ?`, values: [value] }];
}

/** One of `values`; null: any. */
export function among(column: string, values: readonly string[] | null): Condition[] {
  if (values === null) return [];
  return [{ sql: `${column} IN (${values.map(() => '?').join(', ')})`, values }];
}

/** None of `values`. */
export function except(column: string, values: readonly string[] | undefined): Condition[] {
  if (values === undefined || values.length === 0) return [];
  const sql = `${column} NOT IN (SELECT value FROM json_each(?))`;
  return [{ sql, values: [JSON.stringify(values)] }];
}

/** `from` or later, and before `before`. */
export function between(
  column: string,
  from: string | undefined,
  before: string | undefined,
): Condition[] {
  return [
    ...(from === undefined ? [] : [{ sql: `${column} >= ?`, values: [from] }]),
    ...(before === undefined ? [] : [{ sql: `${column} < ?`, values: [before] }]),
  ];
}

/** Texts that begin with `prefix`. */
export function beginning(column: string, prefix: string): Condition[] {
  return between(column, prefix, `${prefix}\u{10FFFF}`);
}

/** `WHERE …`, or nothing at all. */
export function where(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`,
    values: conditions.flatMap(({ values }) => values),
  };
}

export type Run = {
  readonly table: string;
  /** Columns by which the list is ordered, all in one direction: together they name one row. */
  readonly order: readonly [string, ...string[]];
  readonly conditions: readonly Condition[];
  /** Bounds of the first column of the order: this or later, and before this. */
  readonly from?: string | undefined;
  readonly before?: string | undefined;
};

/** Everything that a row of the run fulfils. */
export function whereIn({ order: [first], conditions, from, before }: Run): Condition {
  return where([...conditions, ...between(first, from, before)]);
}

/** The same, of rows after `after`. One bound on that side is enough: SQLite would pick either, and skip row by row to the other. */
function whereAfter(run: Run, after: readonly Value[] | null, newestFirst: boolean): Condition {
  const [place] = after ?? [];
  if (after === null || place === undefined) return whereIn(run);
  const { from, before, order } = run;
  if (newestFirst && before !== undefined && before <= String(place)) return whereIn(run);
  if (!newestFirst && from !== undefined && from > String(place)) return whereIn(run);
  const values = order.map(() => '?').join(', ');
  const beyond = {
    sql: `(${order.join(', ')}) ${newestFirst ? '<' : '>'} (${values})`,
    values: after,
  };
  const conditions = [...run.conditions, beyond];
  return whereIn({
    ...run,
    conditions,
    ...(newestFirst ? { before: undefined } : { from: undefined }),
  });
}

type Row = Record<string, SQLOutputValue>;

/**
 * The keys of at most `count` rows of all runs together, in order, under the column names of the
 * first run. Only what the indexes hold is read.
 */
export function keysOf(
  database: DatabaseSync,
  runs: readonly Run[],
  {
    newestFirst,
    after,
    count,
  }: {
    readonly newestFirst: boolean;
    /** Values of the order's columns; null: from the start. */
    readonly after: readonly Value[] | null;
    readonly count: number;
  },
): Row[] {
  const [first] = runs;
  if (first === undefined) return [];
  const selects = runs.map((run) => {
    const { sql, values } = whereAfter(run, after, newestFirst);
    return { sql: `SELECT ${run.order.join(', ')} FROM ${run.table} ${sql}`, values };
  });
  const order = first.order.map((_, place) => `${place + 1}${newestFirst ? ' DESC' : ''}`);
  return database
    .prepare(
      `${selects.map(({ sql }) => sql).join(' UNION ALL ')} ORDER BY ${order.join(', ')} LIMIT ?`,
    )
    .all(...selects.flatMap(({ values }) => values), count);
}

/** How many rows all runs have together. */
export function countOf(database: DatabaseSync, runs: readonly Run[]): number {
  return runs
    .map((run) => {
      const { sql, values } = whereIn(run);
      return numberOf(database, `SELECT count(*) AS n FROM ${run.table} ${sql}`, values);
    })
    .reduce((sum, n) => sum + n, 0);
}

const Counted = z.object({ n: z.number().nullable() });

/** The number that `sql` selects as `n`; 0 for none. */
export function numberOf(
  database: DatabaseSync,
  sql: string,
  values: readonly SQLInputValue[],
): number {
  return Counted.parse(database.prepare(sql).get(...values)).n ?? 0;
}

/** The centres that are asked about: those the caller may see, narrowed to the one that was named. */
export function centresAsked(
  centres: readonly string[] | null,
  named: string | undefined,
): readonly string[] | null {
  if (named === undefined) return centres;
  return centres === null || centres.includes(named) ? [named] : [];
}
