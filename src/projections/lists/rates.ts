/** The list of rates (phí, lệ phí) by procedure: every amount that there was, or those in force on a day. */
import { z } from 'zod';
import { rateFlaws } from '../../domain/centre/procedure/rates.ts';
import { CalendarDate } from '../../domain/units.ts';
import { inForceOn } from './procedures.ts';
import { recordList } from './records.ts';

const Code = z.string().nullable();
const Time = z.iso.datetime().nullable();

export const RateItem = z.object({
  procedure: z.string(),
  subject: z.string().describe('The stream of the procedure.'),
  centre: z.string(),
  rate: z.string().describe('Its code, as receipts name it.'),
  name: Code,
  kind: z.enum(['fee', 'charge']).nullable().describe('Phí: fee. Lệ phí: charge.'),
  amount: z.int().describe('In minor units of its currency.'),
  currency: z.string(),
  unit: Code.describe('For how much; null: for one dossier.'),
  firstDay: z.iso.date().describe('First day in force.'),
  lastDay: z.iso.date().nullable().describe('Last day in force. Null: nothing has ended it.'),
  document: Code,
  setAt: z.iso.datetime(),
  notifiedAt: Time.describe('When the agency told the centre of it (NB Đ9.2a).'),
  publishedAt: Time.describe('When the centre published it.'),
  flaw: z.enum(rateFlaws).nullable().describe('What cannot be right about it.'),
});
export type RateItem = z.output<typeof RateItem>;

const Text = z.string().min(1).max(500).optional();

export const RateFilters = z.object({
  procedure: Text.describe('Code of the procedure.'),
  rate: Text.describe('Its code, as receipts name it.'),
  flaw: z.enum(rateFlaws).optional().describe('What cannot be right about it.'),
  centre: Text.describe('Code of the centre.'),
  on: CalendarDate.optional().describe('In force on this day.'),
});
export type RateFilters = z.output<typeof RateFilters>;

export const listRates = recordList<RateFilters, RateItem>({
  name: 'rates',
  table: 'rate',
  order: ['procedure', 'centre', 'rate', 'firstDay'],
  newestFirst: false,
  columns: ['procedure', 'flaw', 'rate'],
  further: ({ on }) => inForceOn(on),
  item: RateItem,
});
