/** The list of procedures by their codes: every version, or those in force on a day. */
import type { SQLOutputValue } from 'node:sqlite';
import { z } from 'zod';
import { Step, Term } from '../../domain/centre/procedure/vocabulary/fields.ts';
import { Channel, Components } from '../../domain/dossier/vocabulary/fields.ts';
import { CalendarDate } from '../../domain/units.ts';
import { recordList } from './records.ts';
import type { Condition } from './select.ts';

const Code = z.string().nullable();
const Time = z.iso.datetime().nullable();
const Flag = z.boolean().nullable();

export const ProcedureItem = z.object({
  code: z.string(),
  subject: z.string().describe('Its stream.'),
  centre: z.string(),
  version: Code,
  firstDay: z.iso.date().describe('First day in force.'),
  lastDay: z.iso.date().nullable().describe('Last day in force. Null: nothing has ended it.'),
  name: Code,
  field: Code,
  agency: Code.describe('The agency that solves it.'),
  level: Code,
  term: Term.nullable(),
  steps: z.array(Step).nullable(),
  components: Components.nullable().describe('All that may be asked for.'),
  channels: z.array(Channel).nullable(),
  resultChannels: z.array(Channel).nullable(),
  delegated: Flag,
  onTheSpot: Flag,
  specialReturn: Flag,
  outsideCentre: Flag,
  saturday: Flag,
  document: Code,
  publishedAt: z.iso.datetime(),
  toldAt: Time.describe('When the agency told the centre of this version.'),
  postedAt: Time.describe('When this version was first posted.'),
});
export type ProcedureItem = z.output<typeof ProcedureItem>;

const Text = z.string().min(1).max(500).optional();

export const ProcedureFilters = z.object({
  code: Text,
  agency: Text.describe('Code of the agency that solves it.'),
  field: Text.describe('Lĩnh vực.'),
  centre: Text.describe('Code of the centre.'),
  on: CalendarDate.optional().describe('In force on this day.'),
});
export type ProcedureFilters = z.output<typeof ProcedureFilters>;

export const listProcedures = recordList<ProcedureFilters, ProcedureItem>({
  name: 'procedures',
  table: 'procedure',
  order: ['code', 'centre', 'firstDay'],
  newestFirst: false,
  columns: ['code', 'agency', 'field'],
  further: ({ on }) => inForceOn(on),
  item: ProcedureItem,
  fromRow: (row) => ({ ...row, ...parsed(row), ...flags(row) }),
});

/** Rows with `firstDay` and `lastDay` that hold on a day. */
export function inForceOn(on: string | undefined): Condition[] {
  if (on === undefined) return [];
  return [{ sql: 'firstDay <= ? AND (lastDay IS NULL OR lastDay >= ?)', values: [on, on] }];
}

type Row = Readonly<Record<string, SQLOutputValue>>;

const inJson = ['term', 'steps', 'components', 'channels', 'resultChannels'];

function parsed(row: Row): Readonly<Record<string, unknown>> {
  return Object.fromEntries(inJson.map((name) => [name, JSON.parse(String(row[name]))]));
}

const yesOrNo = ['delegated', 'onTheSpot', 'specialReturn', 'outsideCentre', 'saturday'];

function flags(row: Row): Readonly<Record<string, boolean | null>> {
  return Object.fromEntries(
    yesOrNo.map((name) => [name, row[name] === null ? null : row[name] === 1]),
  );
}
