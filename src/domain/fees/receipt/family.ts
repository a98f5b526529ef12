/** Biên lai: the record family of receipts. Stream `receipt-{centre}-{book}-{year}-{number}`. */
import { type Family, family, type Misplaced } from '../../family.ts';
import { type ReceiptRefusal, receiptDecider } from './receipt.ts';
import { yearOf } from './state.ts';
import { type ReceiptEvent, receipt, receiptKey } from './vocabulary.ts';

/** A year that does not fit comes by an import; what is issued live is issued in its year. */
const misplaced: Misplaced<ReceiptEvent, ReceiptRefusal> = (proposed, key) => {
  const { type, data, centre, occurredAt, recordedVia } = proposed;
  if (centre !== key['centre']) return 'receipt/other-centre';
  if (type !== 'ReceiptIssued') return null;
  if (data.book !== key['book'] || data.number !== key['number']) return 'receipt/other-number';
  const isOtherYear = yearOf(occurredAt) !== key['year'];
  return recordedVia.mode === 'live' && isOtherYear ? 'receipt/other-year' : null;
};

export const receiptFamily: Family = family({
  category: 'receipt',
  key: receiptKey,
  vocabulary: receipt,
  decider: receiptDecider,
  opens: [
    'ReceiptIssued',
    'FeeAssessed',
    'ServiceCharged',
    'FeeExempted',
    'OnlinePaymentRecorded',
    'ReceiptVoided',
    'FeeRefunded',
  ],
  oneOf: ['payer'],
  misplaced,
});
