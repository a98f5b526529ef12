/** A list of the interface on the command line: its filters as options, for people, as JSON or as CSV. */
import type { DatabaseSync } from 'node:sqlite';
import type { z } from 'zod';
import type { Column } from '../api/csv.ts';
import type { Config } from '../config.ts';
import type { Centres } from '../domain/regulations/centre.ts';
import { instantAt } from '../domain/units.ts';
import { centresIn } from '../main.ts';
import { limitMax, type Page, type Question } from '../projections/lists/paging.ts';
import { checkCentre, filtersIn, limitIn, printCsv } from './listing.ts';
import { printResult } from './output.ts';
import { presentModel } from './present-model.ts';

/** The filters by their names, as texts; what is only there or not is an option without a value. */
export type ListOptions<Filters> = Omit<Partial<Record<keyof Filters, string>>, 'differs'> & {
  readonly differs?: true;
  readonly limit: string;
  readonly csv: boolean;
  readonly json: boolean;
};

/** What is asked of the list, and where. */
export type Asked<Filters> = {
  readonly database: DatabaseSync;
  readonly question: Question<Filters>;
  readonly centres: Centres;
};

/** What the answer says beside its items: in JSON, and in a line for people. */
type Beside = { readonly told: object; readonly line: string };

export type ListCommand<Filters, Item> = {
  readonly filters: z.ZodType<Filters>;
  /** Looks at what the schema cannot know. @throws CommandFailed for a filter that names what there is not. */
  readonly check?: (filters: Filters, centres: Centres) => void;
  readonly read: (asked: Asked<Filters>) => Page<Item>;
  readonly columns: readonly Column<Item>[];
  /** An item for people. */
  readonly linesOf: (item: Item) => readonly string[];
  /** What is counted: `findings`. */
  readonly noun: string;
  readonly beside?: (asked: Asked<Filters>) => Beside;
  /** What people are told where there is none of what they asked for; null: that there are none says it. */
  readonly none?: (filters: Filters) => string | null;
};

/** Asks the list and prints its first page, or as CSV all of it. @throws CommandFailed for an option that is wrong. */
export function printList<Filters extends { readonly centre?: string | undefined }, Item>(
  config: Config,
  { limit, csv, json, differs, ...asked }: ListOptions<Filters>,
  list: ListCommand<Filters, Item>,
): void {
  const count = limitIn(limit);
  const centres = centresIn(config);
  const filters = filtersIn(list.filters, {
    ...asked,
    ...(differs === true && { differs: 'true' }),
  });
  list.check?.(filters, centres);
  checkCentre(filters.centre, centres);
  using model = presentModel(config);
  const { database } = model;
  const at = instantAt(Date.now());
  const question = { filters, limit: count, cursor: null, centres: null, at };
  if (csv) {
    const all = { ...question, limit: limitMax, isUncounted: true };
    printCsv(list.columns, (cursor) =>
      list.read({ database, question: { ...all, cursor }, centres }),
    );
    return;
  }
  const whole = { database, question, centres };
  const { items, total, position } = list.read(whole);
  const beside = list.beside?.(whole);
  const none = total === 0 ? (list.none?.(filters) ?? null) : null;
  printResult(json, { items, total, ...beside?.told, position, at }, () => [
    ...items.flatMap(list.linesOf),
    `${items.length} of ${total} ${list.noun}, as of event ${position}`,
    ...(beside === undefined ? [] : [beside.line]),
    ...(none === null ? [] : [none]),
  ]);
}
