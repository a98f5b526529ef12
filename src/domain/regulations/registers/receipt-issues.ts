/** When a number of a book was first issued, so that the numbers before it can be compared. By the name of its record. */
import type { Entry } from '../../entry.ts';
import { type ReceiptEvent, receipt } from '../../fees/receipt/vocabulary.ts';
import { inWords } from '../in-words.ts';
import type { Register } from '../register.ts';

/** Null: it was never issued, or that does not stand. Receipts are told of after they were written, so none is looked at as it was before. */
export const receiptIssues: Register<Entry<ReceiptEvent> | null> = {
  name: 'receipt-issues',
  category: 'receipt',
  types: ['ReceiptIssued'],
  keys: (stream) => [stream],
  isKeyedByName: true,
  isAboutSubjects: false,
  isUnamended: true,
  fold: (records) =>
    records
      .flatMap((record) => inWords('receipt', receipt, record.standing(['ReceiptIssued'])))
      .at(0) ?? null,
};
