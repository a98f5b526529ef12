/**
 * The receipts: one row for each time that a number was issued, as it now stands, so that a number
 * that was used twice shows twice; and one row for a number that was charged, exempted or spoiled and
 * never issued. It holds no personal data.
 */
import { foldReceipt } from '../domain/fees/receipt/fold.ts';
import {
  amountOf,
  flawOf,
  type ReceiptState,
  refundedOf,
  refundedUnissued,
  statusOf,
  type Use,
} from '../domain/fees/receipt/state.ts';
import { receiptKey } from '../domain/fees/receipt/vocabulary.ts';
import { partsOf } from '../domain/stream.ts';
import type { Viewing } from './projection.ts';
import type { Row, Table } from './table.ts';

/** The order of the list. */
const shown = 'place, nth, centre';

const receiptTable: Table = {
  name: 'receipt',
  columns: {
    place: 'INTEGER',
    /** Which use of the number, from 1. */
    nth: 'INTEGER',
    subject: 'TEXT',
    centre: 'TEXT',
    book: 'TEXT',
    year: 'TEXT',
    number: 'TEXT',
    /** The number as one, where it was issued or voided: what books are counted by. */
    spent: 'INTEGER',
    status: 'TEXT',
    issuedAt: 'TEXT',
    voidedAt: 'TEXT',
    dossier: 'TEXT',
    procedure: 'TEXT',
    agency: 'TEXT',
    collector: 'TEXT',
    unit: 'TEXT',
    method: 'TEXT',
    collectedAt: 'TEXT',
    currency: 'TEXT',
    total: 'INTEGER',
    fee: 'INTEGER',
    charge: 'INTEGER',
    service: 'INTEGER',
    refunded: 'INTEGER',
    payments: 'INTEGER',
    flaw: 'TEXT',
    uses: 'INTEGER',
    voids: 'INTEGER',
    entries: 'INTEGER',
  },
  key: 2,
  counts: [],
  indexes: [
    shown,
    `dossier, ${shown}`,
    `collector, ${shown}`,
    `book, ${shown}`,
    `agency, ${shown}`,
    `status, ${shown}`,
    `method, ${shown}`,
    `year, ${shown}`,
    `flaw, ${shown}`,
    'issuedAt, place, nth, centre',
    'centre, book, year, spent',
  ],
};

export const receipts: Viewing = {
  name: 'receipts',
  version: 2,
  category: 'receipt',
  tables: [receiptTable],

  view({ stream, entries, history }) {
    const state = foldReceipt(history.timeline);
    const parts = partsOf(stream, Object.keys(receiptKey));
    const named = {
      place: entries[0]?.index ?? null,
      subject: stream,
      ...parts,
      payments: state.payments.length,
      flaw: flawOf(state, parts?.['year'] ?? ''),
      uses: state.uses.length,
      voids: state.voids,
      entries: entries.length,
    };
    const uses = state.uses.length > 0 ? state.uses : [null];
    const rows = uses.map((use, before) => ({
      ...named,
      nth: before + 1,
      spent: spentIn(stream, state),
      ...columnsOf(state, use),
    }));
    return { rows: { receipt: rows }, counts: {}, failures: [] };
  },
};

function spentIn(stream: string, { uses, voids }: ReceiptState): number | null {
  if (uses.length + voids === 0) return null;
  return Number(partsOf(stream, Object.keys(receiptKey))?.['number']);
}

function columnsOf(state: ReceiptState, use: Use | null): Row {
  const status = statusOf(state, use);
  const { dossier, procedure, agency } = state;
  if (use === null) {
    const back = refundedUnissued(state);
    const money = { currency: back?.currency ?? null, refunded: back?.amount ?? null };
    return { status, dossier, procedure, agency, voidedAt: state.voidedUnusedAt, ...money };
  }
  return {
    status,
    issuedAt: use.issuedAt,
    voidedAt: use.voidedAt,
    dossier: use.dossier ?? dossier,
    procedure: use.procedure ?? procedure,
    agency: use.agency ?? agency,
    collector: use.collector,
    unit: use.unit,
    method: use.method,
    collectedAt: use.place,
    currency: use.total.currency,
    total: use.total.amount,
    fee: amountOf(use, 'fee'),
    charge: amountOf(use, 'charge'),
    service: amountOf(use, 'service'),
    refunded: refundedOf(use),
  };
}
