/** What was taken at a centre of the demo for an agency in a month: the sum, and the numbers of the receipts. */
import type { Numbered } from './books.ts';

/** What was taken for one agency in one month. */
export type Taken = {
  /** In whole đồng. */
  amount: number;
  receipts: number;
  /** By book: the first number and the last. */
  readonly ranges: Map<string, { from: number; to: number }>;
};

export function nothingTaken(): Taken {
  return { amount: 0, receipts: 0, ranges: new Map() };
}

/** @param numbered null: under a number that no range has. */
export function take(taken: Taken, numbered: Numbered | null, amount: number): void {
  taken.amount += amount;
  taken.receipts += 1;
  if (numbered === null) return;
  const { book, number } = numbered;
  const range = taken.ranges.get(book);
  taken.ranges.set(book, { from: range?.from ?? number, to: number });
}

/** As a summary names them. */
export function rangesOf({ ranges }: Taken) {
  return [...ranges].map(([book, { from, to }]) => ({ book, from: String(from), to: String(to) }));
}
