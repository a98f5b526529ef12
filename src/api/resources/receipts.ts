/** Biên lai over HTTP: one receipt, the list of them, their books, and what was taken in a month. */
import { z } from 'zod';
import { receiptFamily } from '../../domain/fees/receipt/family.ts';
import { foldReceipt } from '../../domain/fees/receipt/fold.ts';
import {
  flawOf,
  type ReceiptState,
  receiptFlaws,
  receiptStatuses,
  standingUse,
  statusOf,
  type Use,
} from '../../domain/fees/receipt/state.ts';
import {
  FeeTotalFilters,
  FeeTotalItem,
  listFeeTotals,
} from '../../projections/lists/fee-totals.ts';
import {
  listReceiptBooks,
  ReceiptBookFilters,
  ReceiptBookItem,
} from '../../projections/lists/receipt-books.ts';
import { listReceipts, ReceiptFilters, ReceiptItem } from '../../projections/lists/receipts.ts';
import { listed } from '../list-route.ts';
import { policyOf } from '../policy.ts';
import { type Resource, resource } from '../resource.ts';
import { ownAgency, ownOfficial } from '../scope.ts';

const Code = z.string().nullable();
const Time = z.iso.datetime().nullable();
const Amount = z.object({
  amount: z.int().describe('In minor units of its currency.'),
  currency: z.string(),
});

const UseShown = z.object({
  status: z.enum(receiptStatuses),
  issuedAt: z.iso.datetime(),
  voidedAt: Time,
  total: Amount,
  items: z.array(
    z.object({ kind: z.string(), rate: Code, name: Code, quantity: z.int(), amount: Amount }),
  ),
  method: Code,
  place: Code.describe('Where it was collected.'),
  collector: Code,
  unit: Code.describe('Whose unit collected it.'),
  agency: Code.describe('Whose phí or lệ phí it is.'),
  dossier: Code,
  procedure: Code,
  refunds: z.array(z.object({ at: z.iso.datetime(), amount: Amount })),
});

const ReceiptShown = z.object({
  book: z.string(),
  year: z.string(),
  number: z.string().describe('Without the noughts that are printed before it.'),
  status: z.enum(receiptStatuses),
  flaw: z.enum(receiptFlaws).nullable().describe('What cannot be right about the number.'),
  uses: z.array(UseShown).describe('Each time that the number was issued, first to last.'),
  voids: z.int().describe('How often it was voided.'),
  dossier: Code.describe('That it is charged to, where no receipt says.'),
  procedure: Code,
  agency: Code,
  chargedAt: Time,
  exempted: Code.describe('whole or part.'),
  payments: z
    .array(
      z.object({ provider: Code, reference: z.string(), amount: Amount, at: z.iso.datetime() }),
    )
    .describe('Online payments recorded with it.'),
  refunds: z
    .array(z.object({ at: z.iso.datetime(), amount: Amount }))
    .describe('What was paid back before there was a receipt.'),
  lastActivityAt: Time,
});

export const receipts: Resource = resource({
  family: receiptFamily,
  path: '/v1/receipts/:centre/:book/:year/:number',
  tag: 'receipts',
  what: 'a receipt',
  state: ReceiptShown,
  show({ timeline, key: { book = '', year = '', number = '' } }) {
    const state = foldReceipt(timeline);
    const { voidedUnusedAt: _, uses, payments, refunds, ...rest } = state;
    return {
      ...rest,
      book,
      year,
      number,
      status: statusOf(state, standingUse(state) ?? uses.at(-1) ?? null),
      flaw: flawOf(state, year),
      uses: uses.map((use) => useShown(use, state)),
      payments: [...payments],
      refunds: [...refunds],
    };
  },
});

function useShown(use: Use, state: ReceiptState): z.output<typeof UseShown> {
  return {
    ...use,
    status: statusOf(state, use),
    items: [...use.items],
    refunds: [...use.refunds],
  };
}

export const receiptList = listed({
  path: '/v1/receipts',
  policy: policyOf('GET', '/v1/receipts'),
  summary: 'Receipts, the latest on record first',
  description:
    'A number that was used twice shows twice. Also those about which something cannot be right.',
  filters: ReceiptFilters.strict(),
  item: ReceiptItem,
  narrow: (holder, filters) => ({
    ...filters,
    collector: ownOfficial(holder, filters.collector),
    agency: ownAgency(holder, filters.agency),
  }),
  list: listReceipts,
});

export const receiptBookList = listed({
  path: '/v1/receipt-books',
  policy: policyOf('GET', '/v1/receipt-books'),
  summary: 'Books of receipts, by centre, name and year',
  description: 'How many numbers were given out, used, used again and voided, and what was taken.',
  filters: ReceiptBookFilters.strict(),
  item: ReceiptBookItem,
  narrow: (_, filters) => filters,
  list: listReceiptBooks,
});

export const feeTotalList = listed({
  path: '/v1/fee-totals',
  policy: policyOf('GET', '/v1/fee-totals'),
  summary: 'What was taken by month, agency and currency, the latest month first',
  filters: FeeTotalFilters.strict(),
  item: FeeTotalItem,
  narrow: (holder, filters) => ({ ...filters, agency: ownAgency(holder, filters.agency) }),
  list: listFeeTotals,
});
