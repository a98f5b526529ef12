/**
 * A month of fees: what can be on record together of what was done about its money.
 *
 * A summary that is late or sent twice, a remittance that is too little, a dispute that is never
 * settled: all of it is recorded, and the rules say what was wrong with it.
 */
import { accepted, type Decider, refused } from '../../decider.ts';
import type { Proposal } from '../../entry.ts';
import { isBefore } from '../../latest.ts';
import { evolve, type FeesState, isOf, unknownMonth } from './state.ts';
import type { FeesEvent, FeesEventOf } from './vocabulary.ts';

/**
 * Every reason to refuse, in order of precedence: when several apply, the person is told the first.
 * The first holds however an entry comes; the others only of what is entered live.
 */
export const feesRefusals = {
  'fees/other-centre':
    'The centre in the entry is not the one whose month this is. Record it at the centre that took the money.',
  'fees/other-month':
    'This belongs to another month. Record a book on the month in which it was given out, a share on the month from which it holds, and a settlement on the last month of its period.',
  'fees/before-month':
    'This is said to have been done before the month began. Check the time, and whose month it is.',
  'fees/numbers-given-out':
    'Numbers of this range were given out before, in this book and year. Check the range.',
  'fees/no-such-book':
    'No book of that name and year was given out in this month. Record it on the month in which it was given out.',
  'fees/book-closed': 'This book has been closed. Nothing of it is left to close.',
  'fees/no-summary':
    'No summary to this agency is on record, and so nothing that it could check. Record the summary first.',
  'fees/effect-before-cause':
    'This is said to have happened before what it follows from. Check the time.',
} as const;

export type FeesRefusal = keyof typeof feesRefusals;

export const feesDecider: Decider<FeesState, FeesEvent, FeesRefusal> = {
  initial: unknownMonth,
  refusals: feesRefusals,
  decide(proposed, state) {
    const because = proposed.recordedVia.mode === 'live' ? incoherent(proposed, state) : null;
    return because === null ? accepted : refused(because);
  },
  evolve,
};

/** What an operator who enters it as it happens is asked to look at again. */
function incoherent(proposed: Proposal<FeesEvent>, state: FeesState): FeesRefusal | null {
  const { type, data } = proposed;
  if (type === 'ReceiptBookIssued') {
    return isGivenOut(data, state) ? 'fees/numbers-given-out' : null;
  }
  if (type === 'ReceiptBookClosed') return wronglyClosed(proposed, data, state);
  if (type === 'ReconciliationAgreed' || type === 'ReconciliationDisputed') {
    const sentAt = state.agencies.get(data.agency)?.summarySentAt ?? null;
    if (sentAt === null) return 'fees/no-summary';
    return isBefore(proposed, sentAt) ? 'fees/effect-before-cause' : null;
  }
  return null;
}

function isGivenOut(
  { year, range }: FeesEventOf<'ReceiptBookIssued'>['data'],
  { books }: FeesState,
): boolean {
  return books.some(
    (book) =>
      isOf(book, range.book, year) &&
      Number(range.from) <= Number(book.range.to) &&
      Number(book.range.from) <= Number(range.to),
  );
}

function wronglyClosed(
  proposed: Proposal<FeesEvent>,
  { book, year }: FeesEventOf<'ReceiptBookClosed'>['data'],
  { books }: FeesState,
): FeesRefusal | null {
  const ofBook = books.filter((one) => isOf(one, book, year));
  const open = ofBook.filter(({ closedAt }) => closedAt === null);
  if (ofBook.length === 0) return 'fees/no-such-book';
  if (open.length === 0) return 'fees/book-closed';
  const isTooEarly = open.every(({ issuedAt }) => isBefore(proposed, issuedAt));
  return isTooEarly ? 'fees/effect-before-cause' : null;
}
