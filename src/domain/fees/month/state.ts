/**
 * A month of fees as people see it: what was done about its money, agency by agency, and the books of
 * receipts that were given out in it.
 *
 * Where something happened more than once, an instant here is that of the first time; a figure of a
 * summary, and whether the agency agrees, is that of the last.
 */
import type { Proposal } from '../../entry.ts';
import type { AgencyCode, CalendarDate, Instant, Money, OfficialId, Year } from '../../units.ts';
import { noSums, plus, type Sums } from '../sums.ts';
import type { ReceiptBook, ReceiptNumber, ReceiptRange } from '../vocabulary/fields.ts';
import type { FeesEvent, FeesEventOf } from './vocabulary.ts';

export type FeesState = {
  /** In the order in which they were first named. */
  readonly agencies: ReadonlyMap<AgencyCode, AgencyMonth>;
  readonly shares: readonly Share[];
  readonly books: readonly Book[];
};

/** What was done about one agency's money. */
export type AgencyMonth = {
  readonly summarySentAt: Instant | null;
  readonly summaries: number;
  /** Of the last summary. */
  readonly collected: Money | null;
  readonly receipts: number | null;
  readonly remittedAt: Instant | null;
  readonly remitted: Sums;
  readonly retained: Sums;
  readonly toBudget: Sums;
  readonly reconciliation: 'agreed' | 'disputed' | null;
  /** When the agency first answered. */
  readonly answeredAt: Instant | null;
  readonly agreedAt: Instant | null;
  readonly disputes: number;
  readonly settledAt: Instant | null;
};

export type Share = {
  readonly agency: AgencyCode | null;
  /** In hundredths of a percent. */
  readonly share: number;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly document: string | null;
};

/** A range of numbers that was given out. */
export type Book = {
  readonly year: Year;
  readonly range: ReceiptRange;
  readonly to: OfficialId | null;
  readonly unit: AgencyCode | null;
  readonly agency: AgencyCode | null;
  readonly issuedAt: Instant;
  readonly closedAt: Instant | null;
  readonly lastUsed: ReceiptNumber | null;
};

export const unknownMonth: FeesState = { agencies: new Map(), shares: [], books: [] };

const untouched: AgencyMonth = {
  summarySentAt: null,
  summaries: 0,
  collected: null,
  receipts: null,
  remittedAt: null,
  remitted: noSums,
  retained: noSums,
  toBudget: noSums,
  reconciliation: null,
  answeredAt: null,
  agreedAt: null,
  disputes: 0,
  settledAt: null,
};

/** The month after one more event. Total: it never throws and never judges. */
export function evolve(state: FeesState, event: Proposal<FeesEvent>): FeesState {
  const { type, data, occurredAt: at } = event;
  if (type === 'EntryWithdrawn') return state; // about the record, not about the month
  if (type === 'RetentionShareDecided') {
    const { agency, share, from, to, document } = data;
    return { ...state, shares: [...state.shares, { agency, share, from, to, document }] };
  }
  if (type === 'ReceiptBookIssued') {
    const { year, range, to, unit, agency } = data;
    const book = { year, range, to, unit, agency, issuedAt: at, closedAt: null, lastUsed: null };
    return { ...state, books: [...state.books, book] };
  }
  if (type === 'ReceiptBookClosed') return { ...state, books: closed(state.books, data, at) };
  const agencies = new Map(state.agencies);
  const known = agencies.get(data.agency) ?? untouched;
  agencies.set(data.agency, { ...known, ...changes(known, event, at) });
  return { ...state, agencies };
}

function changes(known: AgencyMonth, event: FeesEvent, at: Instant): Partial<AgencyMonth> {
  const { type, data } = event;
  if (type === 'FeeSummarySent') {
    return {
      summarySentAt: known.summarySentAt ?? at,
      summaries: known.summaries + 1,
      collected: data.collected ?? known.collected,
      receipts: data.receipts ?? known.receipts,
    };
  }
  if (type === 'FeesRemitted') return remitted(known, data, at);
  if (type === 'ReconciliationAgreed') {
    const answeredAt = known.answeredAt ?? at;
    return { reconciliation: 'agreed', answeredAt, agreedAt: known.agreedAt ?? at };
  }
  if (type === 'ReconciliationDisputed') {
    const answeredAt = known.answeredAt ?? at;
    return { reconciliation: 'disputed', answeredAt, disputes: known.disputes + 1 };
  }
  if (type === 'FeesSettled') return { settledAt: known.settledAt ?? at };
  return {};
}

function remitted(
  known: AgencyMonth,
  { amount, retained, toBudget }: FeesEventOf<'FeesRemitted'>['data'],
  at: Instant,
): Partial<AgencyMonth> {
  return {
    remittedAt: known.remittedAt ?? at,
    remitted: plus(known.remitted, amount),
    retained: retained === null ? known.retained : plus(known.retained, retained),
    toBudget: toBudget === null ? known.toBudget : plus(known.toBudget, toBudget),
  };
}

/** Every range of the book that is still open: a book is given back as a whole. */
function closed(
  books: readonly Book[],
  { book, year, lastUsed }: FeesEventOf<'ReceiptBookClosed'>['data'],
  at: Instant,
): readonly Book[] {
  return books.map((one) =>
    isOf(one, book, year) && one.closedAt === null ? { ...one, closedAt: at, lastUsed } : one,
  );
}

/** Whether a range that was given out is of this book and year. */
export function isOf({ year, range }: Book, book: ReceiptBook, ofYear: Year): boolean {
  return range.book === book && year === ofYear;
}
