/** Quyển biên lai: the ranges of numbers that were given out of a book for a year, and what came back of them. */

import type { AnyEvent, Entry } from '../../entry.ts';
import { type FeesEvent, fees } from '../../fees/month/vocabulary.ts';
import { partsOf, streamName } from '../../stream.ts';
import type { EventId } from '../../units.ts';
import { inWords } from '../in-words.ts';
import type { Register } from '../register.ts';

export type Book = {
  readonly ranges: readonly NumberRange[];
  /** What was given back or destroyed unused. */
  readonly unused: readonly NumberRange[];
};

/** Both ends included. */
export type NumberRange = { readonly from: number; readonly to: number; readonly proof: EventId };

/** By centre, book and year, as `bookKey` makes it. Of a book that nobody gave out it says nothing. */
export const books: Register<Book> = {
  name: 'books',
  category: 'fees',
  types: ['ReceiptBookIssued', 'ReceiptBookClosed'],
  keys(stream, entries) {
    const { centre = '' } = partsOf(stream, ['centre', 'month']) ?? {};
    const all = inWords('fees', fees, entries).flatMap((entry) => bookIn(entry) ?? []);
    return [...new Set(all.map(({ book, year }) => bookKey(centre, book, year)))];
  },
  isAboutSubjects: false,
  fold(records, key) {
    const entries = records
      .flatMap(({ timeline }) => inWords('fees', fees, timeline))
      .filter((entry) => isOf(entry, key));
    return {
      ranges: entries.flatMap((entry) =>
        entry.type === 'ReceiptBookIssued' ? [numbers(entry.data.range, entry)] : [],
      ),
      unused: entries.flatMap((entry) =>
        entry.type === 'ReceiptBookClosed'
          ? entry.data.unused
              .filter(({ book }) => book === entry.data.book)
              .map((range) => numbers(range, entry))
          : [],
      ),
    };
  },
};

export function bookKey(centre: string, book: string, year: string): string {
  return streamName('book', centre, book, year);
}

function isOf(entry: Entry<FeesEvent>, key: string): boolean {
  const { centre = '' } = partsOf(entry.stream, ['centre', 'month']) ?? {};
  const told = bookIn(entry);
  return told !== null && bookKey(centre, told.book, told.year) === key;
}

function bookIn({
  type,
  data,
}: FeesEvent): { readonly book: string; readonly year: string } | null {
  if (type === 'ReceiptBookIssued') return { book: data.range.book, year: data.year };
  return type === 'ReceiptBookClosed' ? data : null;
}

function numbers(
  { from, to }: { readonly from: string; readonly to: string },
  { id }: Entry<AnyEvent>,
): NumberRange {
  return { from: Number(from), to: Number(to), proof: id };
}

export function isIn(number: number, { from, to }: NumberRange): boolean {
  return from <= number && number <= to;
}
