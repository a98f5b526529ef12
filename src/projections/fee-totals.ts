/**
 * What was taken, by centre, agency, month and currency: what a summary (NB Đ9.1d) is held against.
 *
 * A receipt counts in the month of its day in Vietnam, and not at all while it is voided; a refund
 * counts in the month in which it was paid, so that it changes no month that was settled.
 */
import { foldReceipt } from '../domain/fees/receipt/fold.ts';
import { amountOf, type ReceiptState, type Use } from '../domain/fees/receipt/state.ts';
import { receiptKey } from '../domain/fees/receipt/vocabulary.ts';
import { partsOf } from '../domain/stream.ts';
import { hoChiMinh, localDateOf } from '../domain/time/zone.ts';
import type { Instant } from '../domain/units.ts';
import type { Viewing } from './projection.ts';
import type { Row, Table } from './table.ts';

const feeTotalTable: Table = {
  name: 'fee_total',
  columns: {
    month: 'TEXT',
    centre: 'TEXT',
    agency: 'TEXT',
    currency: 'TEXT',
    receipts: 'INTEGER',
    voided: 'INTEGER',
    total: 'INTEGER',
    fee: 'INTEGER',
    charge: 'INTEGER',
    service: 'INTEGER',
    refunded: 'INTEGER',
  },
  key: 4,
  counts: ['receipts', 'voided', 'total', 'fee', 'charge', 'service', 'refunded'],
  indexes: ['agency, month, centre, currency', 'centre, month, agency, currency'],
};

export const feeTotals: Viewing = {
  name: 'fee-totals',
  version: 1,
  category: 'receipt',
  tables: [feeTotalTable],

  view({ stream, history }) {
    const { centre = '' } = partsOf(stream, Object.keys(receiptKey)) ?? {};
    const state = foldReceipt(history.timeline);
    const rows = state.uses.flatMap((use) => rowsOf(use, state).map((row) => ({ ...row, centre })));
    return { rows: {}, counts: { fee_total: rows }, failures: [] };
  },
};

function rowsOf(use: Use, state: ReceiptState): Row[] {
  const agency = use.agency ?? state.agency ?? '';
  const noughts = { receipts: 0, voided: 0, total: 0, fee: 0, charge: 0, service: 0, refunded: 0 };
  const taken = {
    ...noughts,
    ...(use.voidedAt === null ? takenBy(use) : { voided: 1 }),
    agency,
    month: monthOf(use.issuedAt),
    currency: use.total.currency,
  };
  const refunds = use.refunds.map(({ at, amount }) => ({
    ...noughts,
    agency,
    month: monthOf(at),
    currency: amount.currency,
    refunded: amount.amount,
  }));
  return [taken, ...refunds];
}

function takenBy(use: Use): Row {
  return {
    receipts: 1,
    total: use.total.amount,
    fee: amountOf(use, 'fee'),
    charge: amountOf(use, 'charge'),
    service: amountOf(use, 'service'),
  };
}

function monthOf(at: Instant): string {
  return localDateOf(at, hoChiMinh).slice(0, 7);
}
