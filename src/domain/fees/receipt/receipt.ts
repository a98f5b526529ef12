/**
 * Receipts: what can be on record together under one number of a book.
 *
 * A number used twice, or voided twice, did happen if a backfill or an import tells of it: it is kept,
 * and found. An operator who enters it live is asked to look again. A charge that differs from the
 * published rate, money taken by the wrong hand, a refund of more than was paid: all of it is recorded
 * however it comes, and the rules say what was wrong with it.
 */
import { accepted, type Decider, refused } from '../../decider.ts';
import type { Proposal } from '../../entry.ts';
import { isBefore } from '../../latest.ts';
import type { Instant } from '../../units.ts';
import { addsUp, evolve, type ReceiptState, standingUse, unknownReceipt } from './state.ts';
import type { ReceiptEvent, ReceiptEventOf } from './vocabulary.ts';

/**
 * Every reason to refuse, in order of precedence: when several apply, the person is told the first.
 * The first two hold however an entry comes; the others only of what is entered live.
 */
export const receiptRefusals = {
  'receipt/other-centre':
    'The centre in the entry is not the one whose receipt this is. Record it at the centre of the book.',
  'receipt/other-number':
    'The book or the number in the entry is not that of this receipt. Record it under the number that it names.',
  'receipt/other-year':
    'This receipt was issued in another year than it is recorded under. Record it under the year of its day in Vietnam.',
  'receipt/total-differs':
    'The items of this receipt do not add up to its total. Check the amounts.',
  'receipt/number-used':
    'A receipt of this number is on record. Check the number; if the entry there is wrong, correct that one.',
  'receipt/number-voided':
    'This number was voided and is not issued again. Use the next number of the book.',
  'receipt/already-voided': 'This number has been voided. Nothing is left to void.',
  'receipt/not-issued':
    'No receipt of this number is on record, and no payment for it. Record that first; if the form was spoiled before it was issued, say so as the reason.',
  'receipt/payment-recorded':
    'This payment is on record here. Check the reference that the provider gave it.',
  'receipt/effect-before-cause':
    'This is said to have happened before the receipt was issued. Check the time.',
} as const;

export type ReceiptRefusal = keyof typeof receiptRefusals;

export const receiptDecider: Decider<ReceiptState, ReceiptEvent, ReceiptRefusal> = {
  initial: unknownReceipt,
  refusals: receiptRefusals,
  decide(proposed, state) {
    const because = proposed.recordedVia.mode === 'live' ? incoherent(proposed, state) : null;
    return because === null ? accepted : refused(because);
  },
  evolve,
};

/** What an operator who enters it as it happens is asked to look at again. */
function incoherent(proposed: Proposal<ReceiptEvent>, state: ReceiptState): ReceiptRefusal | null {
  const { type, data } = proposed;
  if (type === 'ReceiptIssued') return wronglyIssued(data, state);
  if (type === 'OnlinePaymentRecorded') {
    return isRecorded(data, state) ? 'receipt/payment-recorded' : null;
  }
  if (type === 'ReceiptVoided' && standingUse(state) === null) {
    if (state.voids > 0) return 'receipt/already-voided';
    return data.reason === 'spoiled' ? null : 'receipt/not-issued';
  }
  if (type === 'ReceiptVoided' || type === 'FeeRefunded') {
    const since = type === 'FeeRefunded' ? paidAt(state) : issuedAt(state);
    if (since === null) return 'receipt/not-issued';
    return isBefore(proposed, since) ? 'receipt/effect-before-cause' : null;
  }
  return null;
}

function issuedAt(state: ReceiptState): Instant | null {
  return (standingUse(state) ?? state.uses.at(-1))?.issuedAt ?? null;
}

/** What was paid online can be paid back before a receipt is made out for it. */
function paidAt(state: ReceiptState): Instant | null {
  const [payment] = state.payments;
  const issued = issuedAt(state);
  if (payment === undefined || issued === null) return payment?.at ?? issued;
  return payment.at < issued ? payment.at : issued;
}

function wronglyIssued(
  { items, total }: ReceiptEventOf<'ReceiptIssued'>['data'],
  state: ReceiptState,
): ReceiptRefusal | null {
  if (!addsUp(items, total)) return 'receipt/total-differs';
  if (standingUse(state) !== null) return 'receipt/number-used';
  return state.voids > 0 ? 'receipt/number-voided' : null;
}

function isRecorded(
  { provider, reference }: ReceiptEventOf<'OnlinePaymentRecorded'>['data'],
  { payments }: ReceiptState,
): boolean {
  return payments.some((one) => one.provider === provider && one.reference === reference);
}
