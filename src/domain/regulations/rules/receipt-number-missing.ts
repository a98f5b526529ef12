/**
 * receipt-number-missing: a number of a book was passed over (an integrity finding; no article).
 *
 * The numbers of a book start at 1 each January, and are used in ascending order. A gap is seen from the
 * receipt after it: the number before is not on record, neither issued nor spoiled, exempted or voided,
 * and is not the last before a range that was given out. A number whose every entry was withdrawn is missing,
 * too, once the number after it is on record. Of a book of which no range is on record the first number
 * that is on record is a gap as well, unless it is 1.
 */
import type { ReceiptEvent } from '../../fees/receipt/vocabulary.ts';
import type { History } from '../history.ts';
import { bookOf, type NumberInBook, numberIn, streamOf } from '../receipt-number.ts';
import { books, isIn } from '../registers/books.ts';
import { receiptNumbers } from '../registers/receipt-numbers.ts';
import { type Breach, type Context, idsOf, type Judgement, nothing, type Rule } from '../rule.ts';

export const receiptNumberMissing: Rule<ReceiptEvent> = {
  key: 'receipt-number-missing',
  version: 1,
  title: { vi: 'Thiếu số biên lai', en: 'Receipt number missing' },
  mechanism: 'prohibition',
  needs: 'nothing',
  subject: 'receipt',
  amendedBy: [],
  settledBy: [],
  judge(history, context) {
    const own = numberIn(context.subject);
    if (own === null) return nothing;
    return history.timeline.length === 0
      ? wasTakenBack(own, history, context)
      : followsGap(own, history, context);
  },
};

/** Judged by the first that is on record under the number after the gap. */
function followsGap(own: NumberInBook, { timeline }: History, context: Context): Judgement {
  const before = { ...own, number: own.number - 1 };
  const [entry] = timeline;
  if (entry === undefined || before.number === 0 || isOnRecord(before, context)) return nothing;
  const { ranges } = context.registers.look(books, bookOf(own));
  if (ranges.length > 0 && !ranges.some((range) => isIn(before.number, range))) return nothing;
  const given = ranges.filter((range) => isIn(before.number, range)).map(({ proof }) => proof);
  return found({
    at: entry.occurredAt,
    evidence: [entry.id, ...given],
    key: 'all',
    detail: nameOf(before),
    bearer: null,
  });
}

function wasTakenBack(own: NumberInBook, { entries }: History, context: Context): Judgement {
  const last = entries.at(-1);
  if (last === undefined || !isOnRecord({ ...own, number: own.number + 1 }, context))
    return nothing;
  const [first = last.id, ...rest] = idsOf(entries);
  return found({
    at: last.recordedAt,
    evidence: [first, ...rest],
    key: 'all',
    detail: `${nameOf(own)}, withdrawn by ${last.actor}`,
    bearer: null,
  });
}

function isOnRecord(number: NumberInBook, { registers }: Context): boolean {
  return registers.look(receiptNumbers, streamOf(number));
}

function nameOf({ book, number }: NumberInBook): string {
  return `${book} ${number}`;
}

function found(breach: Breach): Judgement {
  return { duties: [], breaches: [breach] };
}
