/**
 * What was done about the money of each month: one row for each centre, month, agency and currency;
 * one row for each range of numbers that was given out. It holds no personal data.
 */
import { foldFees } from '../domain/fees/month/fold.ts';
import type { AgencyMonth, Book } from '../domain/fees/month/state.ts';
import { feesKey } from '../domain/fees/month/vocabulary.ts';
import { partsOf } from '../domain/stream.ts';
import type { Viewing } from './projection.ts';
import { receiptBookTable } from './receipt-books.ts';
import type { Row, Table } from './table.ts';

/** The order of the list, and after it what is checked most. */
const shown = 'place, agency, currency, centre';

const monthTable: Table = {
  name: 'fee_month',
  columns: {
    place: 'INTEGER',
    agency: 'TEXT',
    /** Empty: no sum is on record. */
    currency: 'TEXT',
    subject: 'TEXT',
    centre: 'TEXT',
    month: 'TEXT',
    summarySentAt: 'TEXT',
    summaries: 'INTEGER',
    collected: 'INTEGER',
    receipts: 'INTEGER',
    remittedAt: 'TEXT',
    remitted: 'INTEGER',
    retained: 'INTEGER',
    toBudget: 'INTEGER',
    reconciliation: 'TEXT',
    answeredAt: 'TEXT',
    agreedAt: 'TEXT',
    disputes: 'INTEGER',
    settledAt: 'TEXT',
  },
  key: 3,
  counts: [],
  indexes: [
    shown,
    `agency, place, currency, centre`,
    `month, ${shown}`,
    `reconciliation, ${shown}`,
  ],
};

const rangeTable: Table = {
  name: 'receipt_range',
  columns: {
    place: 'INTEGER',
    nth: 'INTEGER',
    subject: 'TEXT',
    centre: 'TEXT',
    book: 'TEXT',
    year: 'TEXT',
    firstNumber: 'INTEGER',
    lastNumber: 'INTEGER',
    official: 'TEXT',
    unit: 'TEXT',
    agency: 'TEXT',
    issuedAt: 'TEXT',
    closedAt: 'TEXT',
    lastUsed: 'TEXT',
  },
  key: 2,
  counts: [],
  indexes: ['centre, book, year, firstNumber'],
};

export const feeMonths: Viewing = {
  name: 'fee-months',
  version: 1,
  category: 'fees',
  tables: [monthTable, rangeTable, receiptBookTable],

  view({ stream, entries, history }) {
    const { agencies, books } = foldFees(history.timeline);
    const { centre = '', month = '' } = partsOf(stream, Object.keys(feesKey)) ?? {};
    const named = { place: entries[0]?.index ?? null, subject: stream, centre };
    const months = [...agencies].flatMap(([agency, done]) =>
      currenciesOf(done).map((currency) => ({
        ...named,
        month,
        agency,
        ...columnsOf(done, currency),
      })),
    );
    const ranges = books.map((book, before) => ({ ...named, nth: before + 1, ...rangeOf(book) }));
    const given = books.map((book) => ({ centre, ...givenIn(book) }));
    return {
      rows: { fee_month: months, receipt_range: ranges },
      counts: { receipt_book: given },
      failures: [],
    };
  },
};

/** Each currency in which a sum is on record; '' where there is none, so that the agency is shown. */
function currenciesOf({ collected, remitted, retained, toBudget }: AgencyMonth): string[] {
  const named = new Set([...remitted.keys(), ...retained.keys(), ...toBudget.keys()]);
  if (collected !== null) named.add(collected.currency);
  return named.size > 0 ? [...named] : [''];
}

function columnsOf(done: AgencyMonth, currency: string): Row {
  const { collected, remitted, retained, toBudget } = done;
  return {
    currency,
    summarySentAt: done.summarySentAt,
    summaries: done.summaries,
    collected: collected?.currency === currency ? collected.amount : null,
    receipts: done.receipts,
    remittedAt: done.remittedAt,
    remitted: remitted.get(currency) ?? 0,
    retained: retained.get(currency) ?? 0,
    toBudget: toBudget.get(currency) ?? 0,
    reconciliation: done.reconciliation,
    answeredAt: done.answeredAt,
    agreedAt: done.agreedAt,
    disputes: done.disputes,
    settledAt: done.settledAt,
  };
}

function rangeOf({ year, range, to, unit, agency, issuedAt, closedAt, lastUsed }: Book): Row {
  return {
    book: range.book,
    year,
    firstNumber: Number(range.from),
    lastNumber: Number(range.to),
    official: to,
    unit,
    agency,
    issuedAt,
    closedAt,
    lastUsed,
  };
}

function givenIn({ year, range }: Book): Row {
  const given = Number(range.to) - Number(range.from) + 1;
  return { book: range.book, year, given, issued: 0, repeated: 0, voided: 0 };
}
