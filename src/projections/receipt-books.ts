/**
 * The books of receipts, by centre, book and year: how many numbers were given out, used, used again
 * and voided, and what was taken, each currency by itself.
 *
 * What was given out is told by the months of fees (`fee-months.ts`), which count into the same table.
 */
import { foldReceipt } from '../domain/fees/receipt/fold.ts';
import { type ReceiptState, refundedOf } from '../domain/fees/receipt/state.ts';
import { receiptKey } from '../domain/fees/receipt/vocabulary.ts';
import { partsOf } from '../domain/stream.ts';
import type { Viewing } from './projection.ts';
import type { Row, Table } from './table.ts';

export const receiptBookTable: Table = {
  name: 'receipt_book',
  columns: {
    centre: 'TEXT',
    book: 'TEXT',
    year: 'TEXT',
    given: 'INTEGER',
    issued: 'INTEGER',
    repeated: 'INTEGER',
    voided: 'INTEGER',
  },
  key: 3,
  counts: ['given', 'issued', 'repeated', 'voided'],
  indexes: ['book, centre, year', 'year, centre, book'],
};

const sumTable: Table = {
  name: 'receipt_book_sum',
  columns: {
    centre: 'TEXT',
    book: 'TEXT',
    year: 'TEXT',
    currency: 'TEXT',
    taken: 'INTEGER',
    voidedSum: 'INTEGER',
    refunded: 'INTEGER',
  },
  key: 4,
  counts: ['taken', 'voidedSum', 'refunded'],
  indexes: [],
};

export const receiptBooks: Viewing = {
  name: 'receipt-books',
  version: 1,
  category: 'receipt',
  tables: [receiptBookTable, sumTable],

  view({ stream, history }) {
    const state = foldReceipt(history.timeline);
    const named = bookIn(stream);
    const { uses, voids } = state;
    const counted = {
      ...named,
      given: 0,
      issued: Number(uses.length > 0),
      repeated: Number(uses.length > 1),
      voided: Number(voids > 0),
    };
    const sums = sumsOf(state).map((sum) => ({ ...named, ...sum }));
    return { rows: {}, counts: { receipt_book: [counted], receipt_book_sum: sums }, failures: [] };
  },
};

function bookIn(stream: string): Row {
  const { centre = '', book = '', year = '' } = partsOf(stream, Object.keys(receiptKey)) ?? {};
  return { centre, book, year };
}

/** A row for each use: the table adds up those of one currency. */
function sumsOf({ uses }: ReceiptState): Row[] {
  return uses.map((use) => {
    const { amount, currency } = use.total;
    const isVoided = use.voidedAt !== null;
    return {
      currency,
      taken: isVoided ? 0 : amount,
      voidedSum: isVoided ? amount : 0,
      refunded: refundedOf(use),
    };
  });
}
