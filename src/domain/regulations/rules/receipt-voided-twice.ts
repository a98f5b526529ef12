/**
 * receipt-voided-twice: a number was voided again with nothing left to void (an integrity finding; no
 * article). The door refuses it to whoever enters it live. As often as the number was issued it may be
 * voided; that it was issued again is `receipt-number-repeated`.
 */
import type { ReceiptEvent } from '../../fees/receipt/vocabulary.ts';
import { ofType } from '../../timeline.ts';
import { prohibition } from '../prohibition.ts';

export const receiptVoidedTwice = prohibition<ReceiptEvent>({
  key: 'receipt-voided-twice',
  version: 1,
  title: { vi: 'Hủy biên lai hai lần', en: 'Receipt voided twice' },
  subject: 'receipt',
  watches: ['ReceiptVoided'],
  gathered: true,
  offends(entry, timeline) {
    const voids = ofType(timeline, 'ReceiptVoided');
    const mayBe = Math.max(1, ofType(timeline, 'ReceiptIssued').length);
    return voids.findIndex(({ id }) => id === entry.id) < mayBe ? null : voids.slice(0, mayBe);
  },
});
