/** The list of bank credits, of the statement that came on record last before the others: the last credit first. */
import { z } from 'zod';
import { creditStatuses } from '../../domain/fees/statement/state.ts';
import { BankAccount } from '../../domain/fees/vocabulary/fields.ts';
import { CalendarDate } from '../../domain/units.ts';
import { recordList } from './records.ts';

const Code = z.string().nullable();
const Day = z.iso.date().nullable();

export const BankCreditItem = z.object({
  subject: z.string().describe('The stream of its statement.'),
  centre: z.string(),
  account: z.string(),
  statement: z.string(),
  nth: z.int().describe('Which credit of its statement, from 1.'),
  credit: z.string().describe('What the bank calls it.'),
  at: z.iso.datetime().describe('When it came in.'),
  bookedOn: Day,
  valueDate: Day,
  currency: z.string(),
  amount: z.int().describe('In minor units of its currency.'),
  matched: z.int().describe('How much of it pays receipts, in minor units of its currency.'),
  balance: z.int().nullable().describe('Of the account, after it.'),
  status: z.enum(creditStatuses),
  leftBecause: Code.describe('Why no receipt fits, where that was said last.'),
  reference: Code,
  receipts: z.int().describe('How many receipts it pays.'),
  times: z.int().describe('How often the statement names it: more than once is odd.'),
});
export type BankCreditItem = z.output<typeof BankCreditItem>;

const Text = z.string().min(1).max(200).optional();

export const BankCreditFilters = z.object({
  credit: z.string().min(1).max(500).optional().describe('What the bank calls it.'),
  reference: z.string().min(1).max(500).optional(),
  account: BankAccount.optional(),
  status: z.enum(creditStatuses).optional(),
  centre: Text.describe('Code of the centre.'),
  bookedFrom: CalendarDate.optional().describe('Booked on this day or after it.'),
  bookedTo: CalendarDate.optional().describe('Booked before this day.'),
});
export type BankCreditFilters = z.output<typeof BankCreditFilters>;

export const listBankCredits = recordList<BankCreditFilters, BankCreditItem>({
  name: 'bank-credits',
  table: 'bank_credit',
  order: ['place', 'nth'],
  newestFirst: true,
  columns: ['credit', 'reference', 'account', 'status'],
  bounds: { column: 'bookedOn', from: 'bookedFrom', before: 'bookedTo' },
  item: BankCreditItem,
});
