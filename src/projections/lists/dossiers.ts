/** The list of dossiers, the one that came on record last before the others. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { z } from 'zod';
import { dossierMarks } from '../../domain/dossier/marks.ts';
import type { Status } from '../../domain/dossier/status.ts';
import { Channel } from '../../domain/dossier/vocabulary/fields.ts';
import { Moment } from './moment.ts';
import { cursorAfter, keyIn, type Page, pageOf, type Question } from './paging.ts';
import {
  among,
  beginning,
  between,
  centresAsked,
  countOf,
  equal,
  keysOf,
  type Run,
} from './select.ts';

const Statuses = z.enum([
  'registered',
  'accepted',
  'refused',
  'in-process',
  'supplement-asked',
  'financial-duty',
  'withdrawn',
  'stopped',
  'finished',
  'returned',
] satisfies Status[]);

const Marks = z.enum(dossierMarks);

const Time = z.iso.datetime().nullable();
const Code = z.string().nullable();

export const DossierItem = z.object({
  code: z.string(),
  subject: z.string().describe('Its stream.'),
  centre: z.string(),
  status: Statuses.nullable().describe('Null: nothing on record says.'),
  procedure: Code,
  channel: Channel.nullable(),
  receivingUnit: Code,
  solvingUnit: Code,
  handlingUnit: Code.describe('Where it is now.'),
  official: Code.describe('Who is accountable for it.'),
  step: z.string().nullable().describe('The last step of which anything is known.'),
  receivedAt: Time,
  appointment: z.string().nullable().describe('As it was given: an instant, or a day.'),
  decidedAt: Time,
  returnedAt: Time,
  lastActivityAt: Time,
  supplements: z.int().describe('How often supplements were asked for.'),
  marks: z
    .array(Marks)
    .describe(
      'What the regulations have listed, and is no breach. without-slip, without-authorisation: handed over, and that the paper was shown is not on record (BL Đ10.4, where an authorisation serves for the slip; KT Đ6.2b). other-channel: returned otherwise than was chosen (KT Đ5.1b, TQ Đ8). reason-kept-back: the agency gave a reason, and the applicant was told none since (KT Đ8.5). written-answer-missing: asked for, and not issued (SL Đ8.d). courier-unconfirmed: given to the post, and not taken from it (NB Đ5.3). early, as merit: a result on a day before the one first appointed (SL Đ8.b).',
    ),
  entries: z.int().describe('Entries on its record.'),
});
export type DossierItem = z.output<typeof DossierItem>;

const Text = z.string().min(1).max(200).optional();

export const DossierFilters = z.object({
  status: Statuses.optional(),
  centre: Text.describe('Code of the centre.'),
  procedure: Text.describe('Code of the procedure.'),
  official: Text.describe('Who is accountable for it.'),
  solvingUnit: Text.describe('Code of the unit that solves it.'),
  channel: Channel.optional(),
  mark: Marks.optional().describe('What is listed of it: see marks.'),
  receivedFrom: Moment.optional().describe('Received at this instant or after it.'),
  receivedTo: Moment.optional().describe('Received before this instant.'),
  q: z
    .string()
    .min(1)
    .max(200)
    .transform((text) => text.normalize('NFC'))
    .optional()
    .describe('What its code begins with.'),
});
export type DossierFilters = z.output<typeof DossierFilters>;

const name = 'dossiers';

const Key = z.tuple([z.int()]);

/** @throws BadCursor, and RangeError for a limit out of bounds. */
export function listDossiers(
  database: DatabaseSync,
  question: Question<DossierFilters>,
): Page<DossierItem> {
  const after = keyIn(name, question, Key);
  const runs = [runOf(question)];
  const get = database.prepare('SELECT * FROM dossier WHERE place = ?');
  return pageOf(database, question, {
    read: (count) =>
      keysOf(database, runs, { newestFirst: true, after, count }).map((row) =>
        Key.parse(Object.values(row)),
      ),
    item: ([place]) => itemOf(get.get(place) ?? {}),
    cursor: (key) => cursorAfter(name, question, key),
    total: () => countOf(database, runs),
  });
}

function itemOf(row: Readonly<Record<string, SQLOutputValue>>): DossierItem {
  return DossierItem.parse({ ...row, marks: JSON.parse(String(row['marks'])) });
}

/**
 * A mark chooses its own table; else the filter that tells most chooses the index. The others are
 * checked, most of them in that index. What is found by the beginning of its code, or by its day, is
 * few, and is sorted.
 */
function runOf({ filters, centres }: Question<DossierFilters>): Run {
  const { status, centre, procedure, official, solvingUnit, channel, mark, q } = filters;
  const { receivedFrom, receivedTo } = filters;
  const byColumn = [
    ['official', official],
    ['procedure', procedure],
    ['solvingUnit', solvingUnit],
    ['status', status],
  ] as const;
  const leading = leadingIn(filters, byColumn);
  const byDay = leading === null && (receivedFrom ?? receivedTo) !== undefined;
  const byMark = leading === 'mark';
  return {
    table: byMark ? 'dossier_mark' : 'dossier',
    order: [leading === 'code' || byDay ? '+place' : 'place'],
    conditions: [
      ...equal('mark', mark),
      ...(q === undefined ? [] : beginning(byMark ? '+subject' : 'subject', `dossier-${q}`)),
      ...byColumn.flatMap(([column, value]) =>
        equal(column === leading ? column : `+${column}`, value),
      ),
      ...between(byDay ? 'receivedAt' : '+receivedAt', receivedFrom, receivedTo),
      ...among('+centre', centresAsked(centres, centre)),
      ...equal('+channel', channel),
    ],
  };
}

/** What chooses the index; null: no filter, or the day alone. */
function leadingIn<Column extends string>(
  { mark, q }: DossierFilters,
  byColumn: readonly (readonly [Column, string | undefined])[],
): Column | 'mark' | 'code' | null {
  if (mark !== undefined) return 'mark';
  if (q !== undefined) return 'code';
  return byColumn.find(([, value]) => value !== undefined)?.[0] ?? null;
}
