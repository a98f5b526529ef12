/** The list of bank statements, the one that came on record last before the others. */
import { z } from 'zod';
import { BankAccount } from '../../domain/fees/vocabulary/fields.ts';
import { recordList } from './records.ts';

const Code = z.string().nullable();
const Day = z.iso.date().nullable();
const Sum = z.int().nullable();

export const StatementItem = z.object({
  subject: z.string().describe('Its stream.'),
  centre: z.string(),
  account: z.string(),
  id: z.string(),
  bank: Code,
  holder: Code.describe('Whose account it is.'),
  firstDay: Day,
  lastDay: Day,
  currency: Code.describe('Of the sums; an entry in another currency is not in them.'),
  opening: Sum.describe('In minor units, as are the sums after it.'),
  closing: Sum,
  credits: z.int().describe('How many.'),
  credited: z.int(),
  matched: z.int().describe('Credits that are matched in full.'),
  unmatched: z.int().describe('Credits of which something is still to be matched.'),
  debits: z.int().describe('How many.'),
  debited: z.int(),
  entries: z.int().describe('Entries on its record.'),
});
export type StatementItem = z.output<typeof StatementItem>;

const Text = z.string().min(1).max(200).optional();

export const StatementFilters = z.object({
  account: BankAccount.optional(),
  holder: Text.describe('Code of the agency whose account it is.'),
  centre: Text.describe('Code of the centre.'),
});
export type StatementFilters = z.output<typeof StatementFilters>;

export const listStatements = recordList<StatementFilters, StatementItem>({
  name: 'statements',
  table: 'statement',
  order: ['place'],
  newestFirst: true,
  columns: ['account', 'holder'],
  item: StatementItem,
});
