/** The list of receipt books, by centre, name and year, with the ranges that were given out of each. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { z } from 'zod';
import { ReceiptBook } from '../../domain/fees/vocabulary/fields.ts';
import { Year } from '../../domain/units.ts';
import { cursorAfter, keyIn, type Page, pageOf, type Question } from './paging.ts';
import { among, type Condition, centresAsked, countOf, equal, keysOf, type Run } from './select.ts';

const Code = z.string().nullable();
const Time = z.iso.datetime().nullable();

const Range = z.object({
  subject: z.string().describe('The stream of the month in which it was given out.'),
  firstNumber: z.int(),
  lastNumber: z.int(),
  official: Code.describe('Who writes receipts in it.'),
  unit: Code,
  agency: Code.describe('The agency that mandates the collection.'),
  issuedAt: Time.describe('When it was given out.'),
  closedAt: Time,
  lastUsed: Code.describe('The last number used, as its closing says.'),
  again: z.array(z.string()).describe('The streams in which numbers of it were given out, too.'),
});

const Sum = z.object({
  currency: z.string(),
  taken: z.int().describe('Of receipts that were not voided, in minor units.'),
  voided: z.int().describe('Of receipts that were voided.'),
  refunded: z.int(),
});

export const ReceiptBookItem = z.object({
  centre: z.string(),
  book: z.string(),
  year: z.string(),
  given: z.int().describe('Numbers that were given out.'),
  issued: z.int().describe('Numbers under which a receipt was issued.'),
  repeated: z.int().describe('Of these, numbers that were issued more than once.'),
  voided: z.int().describe('Numbers that were voided, issued or not.'),
  firstNumber: z.int().nullable().describe('The lowest that was issued or voided.'),
  lastNumber: z.int().nullable().describe('The highest that was issued or voided.'),
  sums: z.array(Sum).describe('Each currency by itself.'),
  ranges: z.array(Range).describe('The lowest first, at most 100.'),
});
export type ReceiptBookItem = z.output<typeof ReceiptBookItem>;

const Text = z.string().min(1).max(200).optional();

export const ReceiptBookFilters = z.object({
  book: ReceiptBook.optional(),
  year: Year.optional(),
  givenTwice: z
    .enum(['true', 'false'])
    .optional()
    .describe('Whether numbers of it were given out more than once.'),
  centre: Text.describe('Code of the centre.'),
});
export type ReceiptBookFilters = z.output<typeof ReceiptBookFilters>;

/** Two ranges of one book that share a number, given out in one month or in two. */
const shared = `FROM receipt_range AS own JOIN receipt_range AS other
  ON other.centre = own.centre AND other.book = own.book AND other.year = own.year
    AND other.firstNumber <= own.lastNumber AND other.lastNumber >= own.firstNumber
    AND (other.place, other.nth) <> (own.place, own.nth)
  WHERE true`;

const name = 'receipt-books';

const Key = z.tuple([z.string(), z.string(), z.string()]);

/** @throws BadCursor, and RangeError for a limit out of bounds. */
export function listReceiptBooks(
  database: DatabaseSync,
  question: Question<ReceiptBookFilters>,
): Page<ReceiptBookItem> {
  const after = keyIn(name, question, Key);
  const runs = [runOf(question)];
  const item = itemIn(database);
  return pageOf(database, question, {
    read: (count) =>
      keysOf(database, runs, { newestFirst: false, after, count }).map((row) =>
        Key.parse(Object.values(row)),
      ),
    item,
    cursor: (key) => cursorAfter(name, question, key),
    total: () => countOf(database, runs),
  });
}

function itemIn(database: DatabaseSync): (key: z.output<typeof Key>) => ReceiptBookItem {
  const ofBook = 'WHERE centre = ? AND book = ? AND year = ?';
  const counted = database.prepare(`SELECT * FROM receipt_book ${ofBook}`);
  // Two look-ups at the ends of an index: one query for both would read all that lies between.
  const lowest = database.prepare(`SELECT min(spent) AS number FROM receipt ${ofBook}`);
  const highest = database.prepare(`SELECT max(spent) AS number FROM receipt ${ofBook}`);
  const sums = database.prepare(
    `SELECT currency, taken, voidedSum AS voided, refunded FROM receipt_book_sum ${ofBook} ORDER BY currency`,
  );
  const ranges = database.prepare(
    `SELECT * FROM receipt_range ${ofBook} ORDER BY firstNumber, place, nth LIMIT 100`,
  );
  const again = database.prepare(
    `SELECT DISTINCT other.subject AS subject ${shared} AND own.place = ? AND own.nth = ? ORDER BY 1`,
  );
  const rangeOf = (row: Readonly<Record<string, SQLOutputValue>>) => {
    const others = again.all(row['place'] ?? null, row['nth'] ?? null);
    return { ...row, again: others.map(({ subject }) => subject) };
  };
  return (key) =>
    ReceiptBookItem.parse({
      ...counted.get(...key),
      firstNumber: lowest.get(...key)?.['number'] ?? null,
      lastNumber: highest.get(...key)?.['number'] ?? null,
      sums: sums.all(...key),
      ranges: ranges.all(...key).map(rangeOf),
    });
}

function runOf({ filters, centres }: Question<ReceiptBookFilters>): Run {
  const { book, year, givenTwice, centre } = filters;
  return {
    table: 'receipt_book',
    order: ['centre', 'book', 'year'],
    conditions: [
      { sql: 'given + issued + voided > 0', values: [] }, // what a correction took away leaves noughts
      ...equal('book', book),
      ...equal(book === undefined ? 'year' : '+year', year),
      ...whereGivenTwice(givenTwice),
      ...among(book === undefined ? 'centre' : '+centre', centresAsked(centres, centre)),
    ],
  };
}

function whereGivenTwice(wanted: 'true' | 'false' | undefined): Condition[] {
  if (wanted === undefined) return [];
  const ofBook =
    'own.centre = receipt_book.centre AND own.book = receipt_book.book AND own.year = receipt_book.year';
  const not = wanted === 'true' ? '' : 'NOT ';
  return [{ sql: `${not}EXISTS (SELECT 1 ${shared} AND ${ofBook})`, values: [] }];
}
