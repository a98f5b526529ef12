/** The list of dossiers, the one that came on record last before the others. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
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
    item: ([place]) => DossierItem.parse(get.get(place)),
    cursor: (key) => cursorAfter(name, question, key),
    total: () => countOf(database, runs),
  });
}

/**
 * The filter that tells most chooses the index; the others are checked, most of them in that index.
 * What is found by the beginning of its code, or by its day, is few, and is sorted.
 */
function runOf({ filters, centres }: Question<DossierFilters>): Run {
  const { status, centre, procedure, official, solvingUnit, channel, q } = filters;
  const { receivedFrom, receivedTo } = filters;
  const byColumn = [
    ['official', official],
    ['procedure', procedure],
    ['solvingUnit', solvingUnit],
    ['status', status],
  ] as const;
  const leading = q === undefined ? byColumn.find(([, value]) => value !== undefined)?.[0] : 'code';
  const byDay = leading === undefined && (receivedFrom ?? receivedTo) !== undefined;
  return {
    table: 'dossier',
    order: [leading === 'code' || byDay ? '+place' : 'place'],
    conditions: [
      ...(q === undefined ? [] : beginning('subject', `dossier-${q}`)),
      ...byColumn.flatMap(([column, value]) =>
        equal(column === leading ? column : `+${column}`, value),
      ),
      ...between(byDay ? 'receivedAt' : '+receivedAt', receivedFrom, receivedTo),
      ...among('+centre', centresAsked(centres, centre)),
      ...equal('+channel', channel),
    ],
  };
}
