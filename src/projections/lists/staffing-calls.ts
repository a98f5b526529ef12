/** The list of what centres asked of the agencies: another official, more or fewer, or that one comes; the latest first. */
import { z } from 'zod';
import { Moment } from './moment.ts';
import { recordList } from './records.ts';

const Code = z.string().nullable();
const Time = z.iso.datetime().nullable();
const About = z.enum(['replacement', 'staffing-change', 'visit']);
const Change = z.enum(['more', 'fewer']);

export const StaffingCallItem = z.object({
  subject: z.string().describe('Its stream: the month of the centre.'),
  centre: z.string(),
  about: About,
  reference: Code.describe('Names what was asked together with its answer.'),
  agency: Code.describe('The agency that is asked.'),
  official: Code.describe('Who is to be replaced, or to come. Why stays sealed on the record.'),
  change: Change.nullable().describe('Of a change of their number.'),
  askedAt: Time.describe('Null: the agency did it without being asked.'),
  answeredAt: Time,
  outcome: Code,
  doneAt: Time.describe(
    'When the other official, the other number, or whoever was called was there.',
  ),
});
export type StaffingCallItem = z.output<typeof StaffingCallItem>;

const Text = z.string().min(1).max(200).optional();

export const StaffingCallFilters = z.object({
  official: Text.describe('Who is to be replaced, or to come.'),
  agency: Text.describe('Code of the agency that is asked.'),
  about: About.optional(),
  change: Change.optional(),
  answered: z.enum(['true', 'false']).optional(),
  done: z.enum(['true', 'false']).optional(),
  centre: Text.describe('Code of the centre.'),
  from: Moment.optional().describe('Asked at this instant or after it.'),
  to: Moment.optional().describe('Asked before this instant.'),
});
export type StaffingCallFilters = z.output<typeof StaffingCallFilters>;

export const listStaffingCalls = recordList<StaffingCallFilters, StaffingCallItem>({
  name: 'staffing-calls',
  table: 'staffing_call',
  order: ['at', 'place', 'number'],
  newestFirst: true,
  columns: ['official', 'agency', 'about'],
  bounds: { column: 'at', from: 'from', before: 'to' },
  further: ({ change, answered, done }) => [
    ...(change === undefined ? [] : [{ sql: 'change = ?', values: [change] }]),
    ...known('answeredAt', answered),
    ...known('doneAt', done),
  ],
  item: StaffingCallItem,
});

function known(column: string, wanted: 'true' | 'false' | undefined) {
  if (wanted === undefined) return [];
  return [{ sql: `${column} IS ${wanted === 'true' ? 'NOT ' : ''}NULL`, values: [] }];
}
