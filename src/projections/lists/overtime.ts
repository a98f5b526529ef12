/** The list of overtime, the latest first, with the compensatory leave that each entry earns. */
import { z } from 'zod';
import { Compensation, OvertimeKind } from '../../domain/attendance/attendance/vocabulary/work.ts';
import { Moment } from './moment.ts';
import { recordList } from './records.ts';

const Code = z.string().nullable();

export const OvertimeItem = z.object({
  at: z.iso.datetime(),
  day: z.iso.date(),
  event: z.string().describe('Id of the entry.'),
  subject: z.string(),
  official: z.string(),
  centre: z.string(),
  agency: Code.describe('The home agency of the official.'),
  kind: OvertimeKind,
  minutes: z.int().describe('Worked.'),
  startsAt: Code.describe('By the clock on the wall.'),
  endsAt: Code,
  earned: z.int().describe('Minutes of compensatory leave.'),
  compensation: Compensation.nullable(),
  orderedBy: Code,
  counter: Code,
  document: Code,
});
export type OvertimeItem = z.output<typeof OvertimeItem>;

const Text = z.string().min(1).max(200).optional();

export const OvertimeFilters = z.object({
  official: Text.describe('Number of the official.'),
  agency: Text.describe('Code of the home agency.'),
  kind: OvertimeKind.optional(),
  centre: Text.describe('Code of the centre.'),
  from: Moment.optional().describe('At this instant or after it.'),
  to: Moment.optional().describe('Before this instant.'),
});
export type OvertimeFilters = z.output<typeof OvertimeFilters>;

export const listOvertime = recordList<OvertimeFilters, OvertimeItem>({
  name: 'overtime',
  table: 'overtime',
  order: ['at', 'place', 'number'],
  newestFirst: true,
  columns: ['official', 'agency', 'kind'],
  bounds: { column: 'at', from: 'from', before: 'to' },
  item: OvertimeItem,
});
