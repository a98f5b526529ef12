/**
 * How every list is asked and answered: filters, a page at a time, and a total.
 *
 * A page begins after the last item of the one before it, by the order of the list and never by a
 * count, so that what is recorded meanwhile makes no item appear twice or go missing.
 */
import { hash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Index, Instant } from '../../domain/units.ts';
import { canonicalJson } from '../../ledger/canonical-json.ts';
import { marksIn } from '../model-file.ts';

export const limitMax = 500;

/** What is asked of every list beside its filters, as it arrives in a query string. */
export const Paging = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(limitMax)
    .default(50)
    .describe(`Items on a page, 1 to ${limitMax}.`),
  cursor: z
    .string()
    .max(4_000)
    .optional()
    .describe('The "next" of the page before, with the same filters.'),
});

export type Question<Filters> = {
  readonly filters: Filters;
  /** Items on a page, 1 to `limitMax`. */
  readonly limit: number;
  /** The `next` of the page before; null: the first page. */
  readonly cursor: string | null;
  /** Whoever follows all pages does not need to be told at each how many items there are: the total is then 0. */
  readonly isUncounted?: boolean;
  /** What the caller may see; null: all centres. */
  readonly centres: readonly string[] | null;
  /** The streams of records that the caller may not see, at whichever centre; left out: none. */
  readonly withheld?: readonly string[];
  /** When open duties are compared with their due time. */
  readonly at: Instant;
};

export type Page<Item> = {
  readonly items: readonly Item[];
  /** All that fit the filters, on whichever page. */
  readonly total: number;
  /** Asks for the next page; null: this is the last. */
  readonly next: string | null;
  /** Index of the last event that the answer shows. */
  readonly position: Index;
};

/** A text that is not the `next` of this list with these filters. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
  constructor(options?: ErrorOptions) {
    super(
      'This cursor is not one of this list with these filters. Leave it out to get the first page; ' +
        'then send the "next" of each page, unchanged, to get the one after it.',
      options,
    );
  }
}

/** Filters that cannot be asked for together. The message says what to ask for instead. */
export class BadFilters extends Error {
  override readonly name = 'BadFilters';
}

/** A cursor of the list `name` under `filters` that stands after `key`, the values its items are ordered by. */
export function cursorAfter(
  name: string,
  { filters }: Pick<Question<unknown>, 'filters'>,
  key: readonly (string | number | null)[],
): string {
  const text = JSON.stringify([markOf(name, filters), ...key]);
  return Buffer.from(text).toString('base64url');
}

/**
 * The key in the question's cursor; null where there is none.
 *
 * @throws BadCursor if it is malformed, of another list, or made under other filters.
 */
export function keyIn<Key extends z.ZodTuple>(
  name: string,
  { filters, cursor }: Pick<Question<unknown>, 'filters' | 'cursor'>,
  Key: Key,
): z.output<Key> | null {
  if (cursor === null) return null;
  const [mark, ...key] = partsOf(cursor);
  const parsed = Key.safeParse(key);
  if (mark !== markOf(name, filters) || !parsed.success) throw new BadCursor();
  return parsed.data;
}

function partsOf(cursor: string): unknown[] {
  try {
    return z.array(z.unknown()).parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch (cause) {
    throw new BadCursor({ cause });
  }
}

/** Tells a cursor of another list, or of other filters. */
function markOf(name: string, filters: unknown): string {
  return hash('sha256', canonicalJson([name, filters])).slice(0, 12);
}

/**
 * One page, its total and the model's position, all of one state of the model.
 *
 * @param read at most `limit + 1` things in the order of the list: the one too many says that there is a next page.
 * @throws RangeError unless the limit is a whole number from 1 to `limitMax`.
 */
export function pageOf<Found, Item>(
  database: DatabaseSync,
  { limit, isUncounted = false }: Pick<Question<unknown>, 'limit' | 'isUncounted'>,
  parts: {
    readonly read: (count: number) => readonly Found[];
    readonly item: (found: Found) => Item;
    readonly cursor: (last: Found) => string;
    readonly total: () => number;
  },
): Page<Item> {
  checkLimit(limit);
  return reading(database, (position) => {
    const found = parts.read(limit + 1);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map(parts.item),
      total: isUncounted ? 0 : parts.total(),
      next: found.length > limit && last !== undefined ? parts.cursor(last) : null,
      position,
    };
  });
}

/** @throws RangeError unless the limit is a whole number from 1 to `limitMax`. */
export function checkLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > limitMax) {
    throw new RangeError(`a page has 1 to ${limitMax} items, not ${limit}`);
  }
}

/** All of `work` on one state of the model, whatever is written beside it. */
export function reading<Result>(database: DatabaseSync, work: (position: Index) => Result): Result {
  database.exec('BEGIN');
  try {
    return work(marksIn(database).position);
  } finally {
    database.exec('ROLLBACK'); // nothing was written
  }
}
