/**
 * Lists whose lines are sums over many rows: summed up once, for the page and for the total together.
 *
 * There are some hundreds of lines at most: months, centres, agencies, rules.
 */
import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';

export type Query = { readonly sql: string; readonly values: readonly SQLInputValue[] };

type Line = Record<string, SQLOutputValue>;

export type Lines = {
  /** The first `count` lines after the one where the question stands. */
  readonly read: (count: number) => Line[];
  readonly total: () => number;
};

/**
 * @param lines one row a line.
 * @param order of the lines, as SQL has it.
 * @param isAfter whether a line comes after the one where the question stands; null: it stands at the start.
 */
export function linesOf(
  database: DatabaseSync,
  lines: Query,
  order: string,
  isAfter: Query | null,
): Lines {
  let summed: Line[] | undefined;
  const all = () => {
    const after = isAfter ?? { sql: '1', values: [] };
    summed ??= database
      .prepare(`SELECT *, (${after.sql}) AS isAfter FROM (${lines.sql}) ORDER BY ${order}`)
      .all(...after.values, ...lines.values);
    return summed;
  };
  return {
    read: (count) =>
      all()
        .filter((line) => line['isAfter'] === 1)
        .slice(0, count),
    total: () => all().length,
  };
}
