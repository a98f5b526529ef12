/** The list of what was taken, by month, the latest first: of each centre, agency and currency by itself. */
import { z } from 'zod';
import { Month } from '../../domain/units.ts';
import { recordList } from './records.ts';

export const FeeTotalItem = z.object({
  month: z.string().describe('In Vietnam.'),
  centre: z.string(),
  agency: z.string().nullable().describe('Whose phí and lệ phí; null: the receipts do not say.'),
  currency: z.string(),
  receipts: z.int().describe('Issued in the month and not voided.'),
  voided: z.int().describe('Issued in the month and voided, then or later.'),
  total: z.int().describe('Of the receipts, in minor units, as are the sums after it.'),
  fee: z.int().describe('Phí.'),
  charge: z.int().describe('Lệ phí.'),
  service: z.int().describe('Support services.'),
  refunded: z.int().describe('Paid back in the month, whenever it was taken.'),
});
export type FeeTotalItem = z.output<typeof FeeTotalItem>;

const Text = z.string().min(1).max(200).optional();

export const FeeTotalFilters = z.object({
  agency: Text.describe('Code of the agency.'),
  centre: Text.describe('Code of the centre.'),
  month: Month.optional(),
  monthFrom: Month.optional().describe('This month or later.'),
  monthTo: Month.optional().describe('Before this month.'),
  currency: Text,
});
export type FeeTotalFilters = z.output<typeof FeeTotalFilters>;

export const listFeeTotals = recordList<FeeTotalFilters, FeeTotalItem>({
  name: 'fee-totals',
  table: 'fee_total',
  order: ['month', 'centre', 'agency', 'currency'],
  newestFirst: true,
  columns: ['agency', 'month', 'currency'],
  bounds: { column: '+month', from: 'monthFrom', before: 'monthTo' },
  item: FeeTotalItem,
  fromRow: (row) => ({ ...row, agency: row['agency'] === '' ? null : row['agency'] }),
});
