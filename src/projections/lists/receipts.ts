/** The list of receipts, the one that came on record last before the others: each use of a number by itself. */
import { z } from 'zod';
import { receiptFlaws, receiptStatuses } from '../../domain/fees/receipt/state.ts';
import { CollectionPlace, Method, ReceiptBook } from '../../domain/fees/vocabulary/fields.ts';
import { Year } from '../../domain/units.ts';
import { Moment } from './moment.ts';
import { recordList } from './records.ts';

const Code = z.string().nullable();
const Time = z.iso.datetime().nullable();
const Sum = z.int().nullable();

export const ReceiptItem = z.object({
  subject: z.string().describe('Its stream.'),
  centre: z.string(),
  book: z.string(),
  year: z.string(),
  number: z.string().describe('Without the noughts that are printed before it.'),
  nth: z.int().describe('Which use of the number, from 1: more than one is a flaw.'),
  status: z.enum(receiptStatuses),
  issuedAt: Time.describe('Null: never issued, only charged, exempted or spoiled.'),
  voidedAt: Time,
  dossier: Code,
  procedure: Code,
  agency: Code.describe('Whose phí or lệ phí it is.'),
  collector: Code,
  unit: Code.describe('Whose unit collected it.'),
  method: Method.nullable(),
  collectedAt: CollectionPlace.nullable().describe('Where it was collected.'),
  currency: Code,
  total: Sum.describe('In minor units of its currency, as are the sums after it.'),
  fee: Sum.describe('Phí.'),
  charge: Sum.describe('Lệ phí.'),
  service: Sum.describe('Support services.'),
  refunded: Sum.describe('Paid back in that currency.'),
  payments: z.int().describe('Online payments recorded with it.'),
  flaw: z.enum(receiptFlaws).nullable().describe('What cannot be right about the number.'),
  uses: z.int().describe('How often the number was issued.'),
  voids: z.int().describe('How often it was voided.'),
  entries: z.int().describe('Entries on its record.'),
});
export type ReceiptItem = z.output<typeof ReceiptItem>;

const Text = z.string().min(1).max(200).optional();

export const ReceiptFilters = z.object({
  dossier: Text.describe('Code of the dossier that it is for.'),
  collector: Text.describe('Who collected it.'),
  flaw: z.enum(receiptFlaws).optional().describe('What cannot be right about the number.'),
  book: ReceiptBook.optional(),
  agency: Text.describe('Code of the agency whose phí or lệ phí it is.'),
  status: z.enum(receiptStatuses).optional(),
  method: Method.optional(),
  year: Year.optional(),
  centre: Text.describe('Code of the centre.'),
  issuedFrom: Moment.optional().describe('Issued at this instant or after it.'),
  issuedTo: Moment.optional().describe('Issued before this instant.'),
});
export type ReceiptFilters = z.output<typeof ReceiptFilters>;

export const listReceipts = recordList<ReceiptFilters, ReceiptItem>({
  name: 'receipts',
  table: 'receipt',
  order: ['place', 'nth'],
  newestFirst: true,
  columns: ['dossier', 'collector', 'flaw', 'book', 'agency', 'status', 'method', 'year'],
  bounds: { column: 'issuedAt', from: 'issuedFrom', before: 'issuedTo' },
  item: ReceiptItem,
});
