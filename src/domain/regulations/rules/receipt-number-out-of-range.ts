/**
 * receipt-number-out-of-range: a receipt has a number that was not given out of its book for that year, or
 * that was given back unused (an integrity finding; no article). Of a book of which no range is on record
 * nothing is known.
 */
import type { ReceiptEvent } from '../../fees/receipt/vocabulary.ts';
import { prohibition } from '../prohibition.ts';
import { bookOf, numberIn } from '../receipt-number.ts';
import { books, isIn, type NumberRange } from '../registers/books.ts';
import type { Context } from '../rule.ts';

export const receiptNumberOutOfRange = prohibition<ReceiptEvent>({
  key: 'receipt-number-out-of-range',
  version: 1,
  title: { vi: 'Số biên lai ngoài dải được giao', en: 'Receipt number out of its range' },
  subject: 'receipt',
  watches: ['ReceiptIssued'],
  gathered: true,
  offends: (_entry, _timeline, context) => (excluding(context).length > 0 ? [] : null),
  provedBy: (_entry, _timeline, context) => excluding(context).map(({ proof }) => proof),
  blames: (entry) =>
    entry.type === 'ReceiptIssued' && entry.data.collector !== null
      ? { kind: 'official', code: entry.data.collector }
      : null,
});

/** What says that the number is not to be used: where it was given back, or all the ranges that it is not in. */
function excluding({ subject, registers }: Context): readonly NumberRange[] {
  const own = numberIn(subject);
  if (own === null) return [];
  const { ranges, unused } = registers.look(books, bookOf(own));
  if (!ranges.some((range) => isIn(own.number, range))) return ranges;
  return unused.filter((range) => isIn(own.number, range));
}
