/** The list of counters: what was last said of each before the others, or those that there are on a day. */
import { z } from 'zod';
import { CalendarDate } from '../../domain/units.ts';
import { naming, textsIn } from './proceedings.ts';
import { recordList } from './records.ts';
import type { Condition } from './select.ts';

const Code = z.string().nullable();

export const CounterItem = z.object({
  subject: z.string().describe('The stream that says so.'),
  centre: z.string(),
  counter: z.string().describe('Its code.'),
  says: z.enum(['opened', 'changed', 'closed']),
  name: Code,
  fields: z.array(z.string()),
  agencies: z.array(z.string()).describe('Whose officials sit there.'),
  combined: z.boolean().nullable().describe('Quầy tổng hợp.'),
  firstDay: z.iso.date().describe('From this day on it is so.'),
  document: Code,
  at: z.iso.datetime().describe('When it was said.'),
});
export type CounterItem = z.output<typeof CounterItem>;

const Text = z.string().min(1).max(200).optional();

export const CounterFilters = z.object({
  counter: Text.describe('Its code.'),
  agency: Text.describe('Whose officials sit there.'),
  centre: Text.describe('Code of the centre.'),
  on: CalendarDate.optional().describe('What each counter is on this day; closed ones left out.'),
});
export type CounterFilters = z.output<typeof CounterFilters>;

export const listCounters = recordList<CounterFilters, CounterItem>({
  name: 'counters',
  table: 'counter',
  order: ['at', 'place', 'number'],
  newestFirst: true,
  columns: ['counter'],
  further: ({ agency, on }) => [...naming('agencies', agency), ...standingOn(on)],
  item: CounterItem,
  fromRow: (row) => ({
    ...row,
    fields: textsIn(row['fields']),
    agencies: textsIn(row['agencies']),
    combined: row['combined'] === null ? null : row['combined'] === 1,
  }),
});

/** The last word on a counter that holds on the day, whichever year's record has it. */
function standingOn(on: string | undefined): Condition[] {
  if (on === undefined) return [];
  const sql = `says <> 'closed' AND firstDay <= ? AND NOT EXISTS (
    SELECT 1 FROM counter AS later
    WHERE later.centre = counter.centre AND later.counter = counter.counter
      AND later.firstDay <= ?
      AND (later.firstDay, later.at, later.number) > (counter.firstDay, counter.at, counter.number)
  )`;
  return [{ sql, values: [on, on] }];
}
