/**
 * receipt-number-repeated: a number was used again: for a second receipt, or for one after the form had been
 * voided (an integrity finding; no article). The door refuses it to whoever enters it live; an import or a
 * backfill tells of what was done.
 */
import type { ReceiptEvent } from '../../fees/receipt/vocabulary.ts';
import { isCertainlyBefore } from '../order.ts';
import { prohibition } from '../prohibition.ts';

export const receiptNumberRepeated = prohibition<ReceiptEvent>({
  key: 'receipt-number-repeated',
  version: 1,
  title: { vi: 'Dùng trùng số biên lai', en: 'Receipt number used again' },
  subject: 'receipt',
  watches: ['ReceiptIssued'],
  gathered: true,
  offends(entry, timeline, context) {
    const before = timeline.slice(0, timeline.indexOf(entry));
    const used = before.find(
      (one) =>
        one.type === 'ReceiptIssued' ||
        (one.type === 'ReceiptVoided' && isCertainlyBefore(one, entry, context)),
    );
    return used === undefined ? null : [used];
  },
});
