/** The list of what centres decided, asked, reported, published and settled, the latest first. */
import type { SQLOutputValue } from 'node:sqlite';
import { z } from 'zod';
import { proceedingKinds } from '../../domain/centre/centre/proceeding.ts';
import { CalendarDate } from '../../domain/units.ts';
import { Moment } from './moment.ts';
import { recordList } from './records.ts';
import type { Condition } from './select.ts';

const Code = z.string().nullable();
const Day = z.iso.date().nullable();
const Time = z.iso.datetime().nullable();

export const ProceedingItem = z.object({
  subject: z.string().describe('Its stream.'),
  centre: z.string(),
  kind: z.enum(proceedingKinds),
  id: Code.describe('By which its answer knows it; of a regulation its number.'),
  about: Code,
  agencies: z.array(z.string()),
  officials: z.array(z.string()),
  firstDay: Day.describe('Of what holds for a time.'),
  lastDay: Day,
  openedAt: Time.describe('Null: its beginning is in another record.'),
  closedAt: Time.describe('Null: nothing has answered, repealed or settled it.'),
  outcome: Code,
  document: Code,
  answer: Code.describe('The document that answered, repealed or settled it.'),
});
export type ProceedingItem = z.output<typeof ProceedingItem>;

const Text = z.string().min(1).max(200).optional();

export const ProceedingFilters = z.object({
  id: Text.describe('By which its answer knows it; of a regulation its number.'),
  kind: z.enum(proceedingKinds).optional(),
  agency: Text.describe('Code of an agency that it names.'),
  official: Text.describe('An official whom it names.'),
  open: z.enum(['true', 'false']).optional().describe('Not answered, repealed or settled.'),
  on: CalendarDate.optional().describe('What holds on this day: regulations, values, prices.'),
  centre: Text.describe('Code of the centre.'),
  from: Moment.optional().describe('Begun at this instant or after it.'),
  to: Moment.optional().describe('Begun before this instant.'),
});
export type ProceedingFilters = z.output<typeof ProceedingFilters>;

export const listProceedings = recordList<ProceedingFilters, ProceedingItem>({
  name: 'proceedings',
  table: 'proceeding',
  order: ['at', 'place', 'number'],
  newestFirst: true,
  columns: ['id', 'kind'],
  bounds: { column: 'at', from: 'from', before: 'to' },
  further: ({ agency, official, open, on }) => [
    ...naming('agencies', agency),
    ...naming('officials', official),
    ...(open === undefined
      ? []
      : [{ sql: `closedAt IS ${open === 'true' ? '' : 'NOT '}NULL`, values: [] }]),
    ...holdingOn(on),
  ],
  item: ProceedingItem,
  fromRow: (row) => ({
    ...row,
    agencies: textsIn(row['agencies']),
    officials: textsIn(row['officials']),
  }),
});

/** Rows whose list in `column` has `code`. */
export function naming(column: string, code: string | undefined): Condition[] {
  if (code === undefined) return [];
  const sql = `EXISTS (SELECT 1 FROM json_each(${column}) AS named WHERE named.value = ?)`;
  return [{ sql, values: [code] }];
}

/** What a column has as a list in JSON; null is an empty one. */
export function textsIn(text: SQLOutputValue | undefined): readonly string[] {
  const list: unknown = JSON.parse(typeof text === 'string' ? text : '[]');
  return z.array(z.string()).nullable().parse(list) ?? [];
}

/** What holds on a day and was not replaced or repealed by then, whichever year's record says so. */
function holdingOn(on: string | undefined): Condition[] {
  if (on === undefined) return [];
  const sql = `firstDay <= ? AND (lastDay IS NULL OR lastDay >= ?) AND NOT EXISTS (
    SELECT 1 FROM proceeding AS later
    WHERE later.centre = proceeding.centre AND later.kind = proceeding.kind
      AND later.id IS proceeding.id AND (
        (later.firstDay <= ? AND (later.firstDay, later.at) > (proceeding.firstDay, proceeding.at))
        OR (later.outcome = 'repealed' AND later.lastDay < ? AND later.lastDay >= proceeding.firstDay)
      )
  )`;
  return [{ sql, values: [on, on, on, on] }];
}
