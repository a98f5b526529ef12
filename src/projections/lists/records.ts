/**
 * A list of rows that a projection keeps, by the columns that name them: what most lists are.
 *
 * Lists with more to them (several runs, computed states) are written out, as that of duties is.
 */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { z } from 'zod';
import { cursorAfter, keyIn, type Page, pageOf, type Question } from './paging.ts';
import {
  among,
  between,
  type Condition,
  centresAsked,
  countOf,
  equal,
  except,
  keysOf,
  type Run,
} from './select.ts';

type Filters = { readonly centre?: string | undefined };

type Texts<Asked> = { readonly [Name in keyof Asked]?: string | number | undefined };

export type RecordListSpec<Asked extends Filters & Texts<Asked>, Item> = {
  /** Of the list, in its cursors. */
  readonly name: string;
  /** Its table. It has a column `centre`. */
  readonly table: string;
  /** Columns that the list is ordered by; together they name one row. All of them texts, or all but the first numbers. */
  readonly order: readonly [string, ...string[]];
  readonly newestFirst: boolean;
  /** Filters that are columns, the most telling first: the first that is asked for chooses the index, `(column, ...order)`. */
  readonly columns: readonly (keyof Asked & string)[];
  /** The filters that bound a column from below and, not included, from above. */
  readonly bounds?: {
    readonly column: string;
    readonly from: keyof Asked & string;
    readonly before: keyof Asked & string;
  };
  /** The column that names a row's record, where some of them may be withheld from the caller. */
  readonly record?: string;
  /** What is asked beside columns and bounds; checked row by row. */
  readonly further?: (asked: Asked) => readonly Condition[];
  /** Columns beside those of the table, of the rows that are shown alone: SQL by name. */
  readonly also?: Readonly<Record<string, string>>;
  readonly item: z.ZodType<Item>;
  /** What the item is made from; left out: the row as it is. */
  readonly fromRow?: (row: Readonly<Record<string, SQLOutputValue>>) => unknown;
};

/** @throws BadCursor, and RangeError for a limit out of bounds, when the list is asked. */
export function recordList<Asked extends Filters & Texts<Asked>, Item>(
  spec: RecordListSpec<Asked, Item>,
): (database: DatabaseSync, question: Question<Asked>) => Page<Item> {
  const { name, table, order, newestFirst, also = {}, item, fromRow = (row) => row } = spec;
  const Key = z.tuple([value], value).refine((key) => key.length === order.length);
  const named = order.map((column) => `${column} = ?`).join(' AND ');
  const columns = ['*', ...Object.entries(also).map(([column, sql]) => `${sql} AS ${column}`)];

  return (database, question) => {
    const after = keyIn(name, question, z.tuple([value], value));
    const runs = [runOf(spec, question)];
    const get = database.prepare(`SELECT ${columns.join(', ')} FROM ${table} WHERE ${named}`);
    return pageOf(database, question, {
      read: (count) =>
        keysOf(database, runs, { newestFirst, after, count }).map((row) =>
          Key.parse(order.map((column) => row[column])),
        ),
      item: (key) => item.parse(fromRow(get.get(...key) ?? {})),
      cursor: (key) => cursorAfter(name, question, key),
      total: () => countOf(database, runs),
    });
  };
}

const value = z.union([z.string(), z.number()]);

function runOf<Asked extends Filters & Texts<Asked>, Item>(
  { table, order, columns, bounds, record, further = () => [] }: RecordListSpec<Asked, Item>,
  { filters, centres, withheld }: Question<Asked>,
): Run {
  const leading = columns.find((column) => filters[column] !== undefined);
  return {
    table,
    order,
    conditions: [
      ...columns.flatMap((column) =>
        equal(column === leading ? column : `+${column}`, filters[column]),
      ),
      ...(bounds === undefined
        ? []
        : between(bounds.column, textOf(filters[bounds.from]), textOf(filters[bounds.before]))),
      ...further(filters),
      ...among('+centre', centresAsked(centres, filters.centre)),
      ...(record === undefined ? [] : except(`+${record}`, withheld)),
    ],
  };
}

function textOf(asked: string | number | undefined): string | undefined {
  return asked === undefined ? undefined : String(asked);
}
