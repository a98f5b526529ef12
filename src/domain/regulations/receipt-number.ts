/** A number of a book of receipts, as the name of its record has it. */
import { receiptKey } from '../fees/receipt/vocabulary.ts';
import { partsOf, streamName } from '../stream.ts';
import { bookKey } from './registers/books.ts';

export type NumberInBook = {
  readonly centre: string;
  readonly book: string;
  readonly year: string;
  readonly number: number;
};

const names = Object.keys(receiptKey);

/** Null where the name is not that of a receipt. */
export function numberIn(stream: string): NumberInBook | null {
  const { centre, book, year, number } = partsOf(stream, names) ?? {};
  if (centre === undefined || book === undefined || year === undefined) return null;
  return { centre, book, year, number: Number(number) };
}

export function streamOf({ centre, book, year, number }: NumberInBook): string {
  return streamName('receipt', centre, book, year, String(number));
}

/** Under what the book is found among the books that were given out. */
export function bookOf({ centre, book, year }: NumberInBook): string {
  return bookKey(centre, book, year);
}
