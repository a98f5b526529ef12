/** The list of outages, the latest first: what an entry that was noted on paper says it comes from. */
import { z } from 'zod';
import { Moment } from './moment.ts';
import { textsIn } from './proceedings.ts';
import { recordList } from './records.ts';

const Code = z.string().nullable();
const Time = z.iso.datetime().nullable();

export const OutageItem = z.object({
  subject: z.string().describe('Its stream.'),
  centre: z.string(),
  outage: z.string().describe('Its name.'),
  systems: z.array(z.string()).describe('What stood still.'),
  cause: Code,
  responsible: Code.describe('Who is to enter what was noted on paper.'),
  declaredAt: Time.describe('Null: it was never declared.'),
  beganAt: Time,
  endedAt: Time.describe('Null: it goes on.'),
  caughtUpAt: Time.describe('When all that was noted on paper had been entered.'),
  entries: z.int().nullable().describe('What was entered from paper, as was said.'),
});
export type OutageItem = z.output<typeof OutageItem>;

const Text = z.string().min(1).max(200).optional();

export const OutageFilters = z.object({
  outage: Text.describe('Its name.'),
  responsible: Text.describe('Who is to enter what was noted on paper.'),
  state: z
    .enum(['on', 'ended', 'caught-up'])
    .optional()
    .describe('It goes on; it ended and paper waits; all is entered.'),
  centre: Text.describe('Code of the centre.'),
  from: Moment.optional().describe('Declared at this instant or after it.'),
  to: Moment.optional().describe('Declared before this instant.'),
});
export type OutageFilters = z.output<typeof OutageFilters>;

const states = {
  on: 'endedAt IS NULL AND caughtUpAt IS NULL',
  ended: 'endedAt IS NOT NULL AND caughtUpAt IS NULL',
  'caught-up': 'caughtUpAt IS NOT NULL',
};

export const listOutages = recordList<OutageFilters, OutageItem>({
  name: 'outages',
  table: 'outage',
  order: ['at', 'place', 'number'],
  newestFirst: true,
  columns: ['outage', 'responsible'],
  bounds: { column: 'at', from: 'from', before: 'to' },
  further: ({ state }) => (state === undefined ? [] : [{ sql: states[state], values: [] }]),
  item: OutageItem,
  fromRow: (row) => ({ ...row, systems: textsIn(row['systems']) }),
});
