/** A receipt folded from its timeline, for those who handle events of any family. */
import type { AnyEvent, Entry } from '../../entry.ts';
import type { Timeline } from '../../timeline.ts';
import { evolve, type ReceiptState, unknownReceipt } from './state.ts';
import { type ReceiptEvent, receipt } from './vocabulary.ts';

/** @param timeline of a `receipt-` stream. */
export function foldReceipt(timeline: Timeline<AnyEvent>): ReceiptState {
  return timeline.filter(isOfReceipt).reduce(evolve, unknownReceipt);
}

function isOfReceipt(entry: Entry<AnyEvent>): entry is Entry<ReceiptEvent> {
  return Object.hasOwn(receipt, entry.type);
}
