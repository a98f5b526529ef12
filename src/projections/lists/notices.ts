/** The list of days that calendar notices change, by the day. Of two notices on one day the one issued later holds. */
import { z } from 'zod';
import { CalendarDate } from '../../domain/units.ts';
import { recordList } from './records.ts';

export const NoticeItem = z.object({
  subject: z.string().describe('Its stream.'),
  centre: z.string(),
  notice: z.string().describe('Its name.'),
  source: z.string().describe('The document that says so.'),
  day: z.iso.date(),
  kind: z.enum(['off', 'worked', 'closure']).describe('A day off; a day worked; a part closed.'),
  hours: z.string().nullable().describe('The hours worked, or the part closed.'),
  reason: z.string(),
  issuedAt: z.iso.datetime(),
});
export type NoticeItem = z.output<typeof NoticeItem>;

const Text = z.string().min(1).max(200).optional();

export const NoticeFilters = z.object({
  notice: Text.describe('Its name.'),
  kind: z.enum(['off', 'worked', 'closure']).optional(),
  centre: Text.describe('Code of the centre.'),
  from: CalendarDate.optional().describe('On this day or after it.'),
  to: CalendarDate.optional().describe('Before this day.'),
});
export type NoticeFilters = z.output<typeof NoticeFilters>;

export const listNotices = recordList<NoticeFilters, NoticeItem>({
  name: 'calendar-notices',
  table: 'notice_day',
  order: ['day', 'place', 'number'],
  newestFirst: false,
  columns: ['notice', 'kind'],
  bounds: { column: 'day', from: 'from', before: 'to' },
  item: NoticeItem,
});
