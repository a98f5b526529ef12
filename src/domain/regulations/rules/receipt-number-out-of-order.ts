/**
 * receipt-number-out-of-order: a number was put on record after the next one of its range had been issued
 * (an integrity finding; no article). Numbers are used in ascending order: one that was passed over, and
 * is filled in afterwards by a receipt, an exemption or a form that is said to be spoiled, closes the gap
 * that `receipt-number-missing` had found.
 *
 * What counts is when things are said to have happened, and not when they were entered: of that tells
 * `backdated-entry`. Where ranges are on record, several may be in use at once, and only numbers of one
 * range are compared.
 */
import type { ReceiptEvent } from '../../fees/receipt/vocabulary.ts';
import { isCertainlyBefore } from '../order.ts';
import { prohibition } from '../prohibition.ts';
import { bookOf, numberIn, streamOf } from '../receipt-number.ts';
import { books, isIn } from '../registers/books.ts';
import { receiptIssues } from '../registers/receipt-issues.ts';
import type { Bearer, Context } from '../rule.ts';

export const receiptNumberOutOfOrder = prohibition<ReceiptEvent>({
  key: 'receipt-number-out-of-order',
  version: 1,
  title: { vi: 'Dùng số biên lai không theo thứ tự', en: 'Receipt number used out of order' },
  subject: 'receipt',
  watches: 'every event',
  gathered: true,
  offends(entry, timeline, context) {
    if (entry !== timeline[0]) return null; // by the first it is on record
    const next = issueOfNext(context);
    return next !== null && isCertainlyBefore(next, entry, context) ? [] : null;
  },
  provedBy(_entry, _timeline, context) {
    const next = issueOfNext(context);
    return next === null ? [] : [next.id];
  },
  blames: (entry) => officialIn(entry),
  tells: (_entry, { subject }) => told(subject),
});

/** `01BLP 102, after 103 was issued`. */
function told(subject: string): string | null {
  const own = numberIn(subject);
  return own === null ? null : `${own.book} ${own.number}, after ${own.number + 1} was issued`;
}

/** When the next number of the same range was issued; null: it was not, or is of another range. */
function issueOfNext({ subject, registers }: Context) {
  const own = numberIn(subject);
  if (own === null) return null;
  const next = { ...own, number: own.number + 1 };
  const { ranges } = registers.look(books, bookOf(own));
  const isTogether = ranges.some((one) => isIn(own.number, one) && isIn(next.number, one));
  if (ranges.length > 0 && !isTogether) return null;
  return registers.look(receiptIssues, streamOf(next));
}

/** Who issued, exempted or voided it, or worked it out. */
function officialIn(event: ReceiptEvent): Bearer | null {
  const official = event.type === 'ReceiptIssued' ? event.data.collector : otherOfficialIn(event);
  return official === null ? null : { kind: 'official', code: official };
}

function otherOfficialIn({ type, data }: ReceiptEvent) {
  return type === 'FeeAssessed' ||
    type === 'ServiceCharged' ||
    type === 'FeeExempted' ||
    type === 'ReceiptVoided' ||
    type === 'FeeRefunded'
    ? data.official
    : null;
}
