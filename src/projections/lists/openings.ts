/** Who was shown what is personal, the latest first. */
import { z } from 'zod';
import { personalKinds } from '../../domain/personal.ts';
import { recordList } from './records.ts';

const Fields = z.array(z.object({ name: z.string(), about: z.enum(personalKinds) }));

export const OpeningItem = z.object({
  place: z.int().describe('The index of the entry that says so.'),
  actor: z.string().describe('Who was shown it.'),
  role: z.string().describe('As what they were let in.'),
  centre: z.string().describe('Of the record.'),
  at: z.iso.datetime(),
  record: z.string().describe('The stream of the event.'),
  event: z.string().describe('The event whose fields were opened.'),
  fields: Fields,
  purpose: z.string(),
});
export type OpeningItem = z.output<typeof OpeningItem>;

const Text = z.string().min(1).max(600).optional();

export const OpeningFilters = z.object({
  actor: Text.describe('Who was shown it.'),
  record: Text.describe('The stream that was looked into.'),
  centre: Text.describe('Code of the centre.'),
});
export type OpeningFilters = z.output<typeof OpeningFilters>;

export const listOpenings = recordList<OpeningFilters, OpeningItem>({
  name: 'openings',
  table: 'opening',
  order: ['place'],
  newestFirst: true,
  columns: ['record', 'actor'],
  item: OpeningItem,
  fromRow: (row) => ({ ...row, fields: JSON.parse(String(row['fields'])) }),
});
