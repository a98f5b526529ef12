/** The list of loads noted at counters, the latest first; and whether more officials were asked for. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Centres } from '../../domain/regulations/centre.ts';
import { CalendarDate } from '../../domain/units.ts';
import type { Page, Question } from './paging.ts';
import { recordList } from './records.ts';
import type { Condition } from './select.ts';
import { numbersSet, ofItsCentre } from './set-values.ts';

const Code = z.string().nullable();
const Count = z.int().nullable();

export const LoadItem = z.object({
  subject: z.string().describe('Its stream: the month of the centre.'),
  event: z.string().describe('Id of the entry.'),
  centre: z.string(),
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
  counter: Code.describe('Null: of all counters, or of all of the agency.'),
  agency: Code,
  visitors: Count,
  visitorsADay: Count.describe('On an average day from Monday to Friday.'),
  dossiers: Count.describe('Received.'),
  waitingMinutes: Count.describe('How long a visitor waited, on average.'),
  notedAt: z.iso.datetime(),
  past: z
    .boolean()
    .describe(
      'More than the centre set: visitors a day at one counter (loadVisitors), or minutes of waiting (loadWaitingMinutes).',
    ),
  askedAt: z.iso
    .datetime()
    .nullable()
    .describe(
      'When more officials of the agency, or of any, were first asked for since its first day.',
    ),
});
export type LoadItem = z.output<typeof LoadItem>;

const Text = z.string().min(1).max(200).optional();
const Flag = z.enum(['true', 'false']).optional();

export const LoadFilters = z.object({
  counter: z.string().min(1).max(500).optional(),
  agency: Text.describe('Code of the agency whose counter it is.'),
  past: Flag.describe('More than the centre set.'),
  asked: Flag.describe('false: nobody asked for more officials (BL Đ8.1e, NB Đ6.1đ).'),
  centre: Text.describe('Code of the centre.'),
  from: CalendarDate.optional().describe('Its last day is this one or later.'),
  to: CalendarDate.optional().describe('Its last day is before this one.'),
});
export type LoadFilters = z.output<typeof LoadFilters>;

/** What was asked since the first day of a load. */
const callsFor = `FROM staffing_call AS call
  WHERE call.centre = counter_load.centre AND call.about = 'staffing-change'
    AND (call.agency = counter_load.agency OR counter_load.agency IS NULL)
    AND call.askedOn >= counter_load.firstDay AND call.change IS NOT 'fewer'`;

/** @throws BadCursor, and RangeError for a limit out of bounds. */
export function listLoads(
  database: DatabaseSync,
  question: Question<LoadFilters>,
  centres: Centres,
): Page<LoadItem> {
  const past = isPast(database, centres, question);
  const more = database.prepare(
    `SELECT ${past.sql} AS past, (SELECT min(askedAt) ${callsFor}) AS askedAt
     FROM counter_load WHERE place = ? AND number = ?`,
  );
  return recordList<LoadFilters, LoadItem>({
    name: 'loads',
    table: 'counter_load',
    order: ['lastDay', 'place', 'number'],
    newestFirst: true,
    columns: ['counter', 'agency'],
    bounds: { column: 'lastDay', from: 'from', before: 'to' },
    further: ({ past: wanted, asked }) => [
      ...(wanted === undefined
        ? []
        : [{ sql: `${past.sql} = ?`, values: [...past.values, Number(wanted === 'true')] }]),
      ...(asked === undefined
        ? []
        : [{ sql: `${asked === 'true' ? '' : 'NOT '}EXISTS (SELECT 1 ${callsFor})`, values: [] }]),
    ],
    item: LoadItem,
    fromRow(row) {
      const key = [row['place'] ?? null, row['number'] ?? null];
      const told = more.get(...past.values, ...key) ?? {};
      return { ...row, ...told, past: told['past'] === 1 };
    },
  })(database, question);
}

/** 1 or 0: what is not known is not past anything. */
function isPast(
  database: DatabaseSync,
  centres: Centres,
  { at }: Pick<Question<unknown>, 'at'>,
): Condition {
  const [visitors, minutes] = (['loadVisitors', 'loadWaitingMinutes'] as const).map((name) =>
    ofItsCentre('+centre', numbersSet(database, centres, name, at)),
  );
  return {
    sql: `coalesce((counter IS NOT NULL AND visitorsADay > ${visitors?.sql}) OR waitingMinutes > ${minutes?.sql}, 0)`,
    values: [...(visitors?.values ?? []), ...(minutes?.values ?? [])],
  };
}
