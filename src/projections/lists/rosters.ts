/** The list of roster lines, the last day first: who is, or was to be, at which counter. */
import { z } from 'zod';
import { Capacity } from '../../domain/centre/official/vocabulary/fields.ts';
import { CalendarDate } from '../../domain/units.ts';
import { recordList } from './records.ts';

const Code = z.string().nullable();
const Marks = z.enum(['two-counters', 'beside-another']);

export const RosterItem = z.object({
  day: z.iso.date(),
  subject: z.string().describe('Its stream: the month of the centre.'),
  centre: z.string(),
  counter: z.string(),
  official: z.string(),
  startsAt: Code.describe('By the clock on the wall; null: with the service hours of the day.'),
  endsAt: Code,
  reserve: Code.describe('Who stands in, should the official not come.'),
  capacity: Capacity.nullable(),
  agency: Code.describe('The home agency of the official.'),
  combined: z.boolean().describe('A counter that agencies share.'),
  mark: Marks.nullable().describe(
    'What looks wrong: an official at two counters at once; or at a shared counter beside another, which has one only (KT Đ13.10).',
  ),
});
export type RosterItem = z.output<typeof RosterItem>;

const Text = z.string().min(1).max(200).optional();

export const RosterFilters = z.object({
  official: Text.describe('Number of the official.'),
  mark: Marks.optional(),
  counter: z.string().min(1).max(500).optional(),
  agency: Text.describe('Code of the home agency.'),
  reserve: Text.describe('Number of the official who stands in.'),
  centre: Text.describe('Code of the centre.'),
  from: CalendarDate.optional().describe('This day or later.'),
  to: CalendarDate.optional().describe('Before this day.'),
});
export type RosterFilters = z.output<typeof RosterFilters>;

export const listRosters = recordList<RosterFilters, RosterItem>({
  name: 'rosters',
  table: 'roster_line',
  order: ['day', 'place', 'number'],
  newestFirst: true,
  columns: ['official', 'mark', 'reserve', 'counter', 'agency'],
  bounds: { column: 'day', from: 'from', before: 'to' },
  item: RosterItem,
  fromRow: ({ combined, ...row }) => ({ ...row, combined: combined === 1 }),
});
