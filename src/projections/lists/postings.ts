/** The list of postings, those of the official who came on record last before the others. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { z } from 'zod';
import { Capacity } from '../../domain/centre/official/vocabulary/fields.ts';
import { hoChiMinh, localDateOf } from '../../domain/time/zone.ts';
import { CalendarDate, type Instant } from '../../domain/units.ts';
import { cursorAfter, keyIn, type Page, pageOf, type Question } from './paging.ts';
import { among, type Condition, centresAsked, countOf, equal, keysOf, type Run } from './select.ts';

const Code = z.string().nullable();
const Day = z.iso.date().nullable();
const States = z.enum(['open', 'ended']);
const Statements = z.enum(['missing', 'met', 'not-met', 'unclear']);
const Assets = z.enum(['handed-over', 'missing']);

export const PostingItem = z.object({
  official: z.string(),
  subject: z.string().describe('The stream of the official.'),
  name: Code,
  centre: z.string().describe('The centre to which they were sent.'),
  posting: Code.describe('The name of the posting: as a rule the decision.'),
  agency: Code.describe('Who sent them.'),
  capacity: Capacity.nullable(),
  position: Code,
  counter: Code,
  rotating: z.boolean().nullable().describe('A turn of the rotation.'),
  firstDay: z.iso.date(),
  lastDay: Day.describe('As extended, or as it ended. Null: none is known.'),
  firstLastDay: Day.describe('As first decided.'),
  extensions: z.int(),
  state: States,
  because: Code.describe('Why it ended.'),
  standards: Statements.describe(
    'What the agency states of the standards (KT Đ13.1, NB Đ6.2a); missing: nothing is on record.',
  ),
  assets: Assets.describe(
    'Whether the official took over the counter and its assets (NB Đ6.2đ); missing: nothing is on record that names the posting, or names none and was in its days.',
  ),
  assetsAt: z.iso.datetime().nullable().describe('When they first did.'),
  yearsOfService: z.number().nullable(),
  qualification: Code,
  document: Code,
});
export type PostingItem = z.output<typeof PostingItem>;

const Text = z.string().min(1).max(200).optional();

export const PostingFilters = z.object({
  official: Text.describe('Number of the official.'),
  agency: Text.describe('Code of the agency that sent them.'),
  standards: Statements.optional(),
  assets: Assets.optional().describe('Whether the counter and its assets were taken over.'),
  longerThan: z.coerce
    .number()
    .int()
    .min(0)
    .max(600)
    .optional()
    .describe(
      'Months: those that last longer, by their last day, or where none is known by today. NB Đ6.2a: 18.',
    ),
  state: States.optional(),
  capacity: Capacity.optional(),
  centre: Text.describe('Code of the centre.'),
  on: CalendarDate.optional().describe('Whoever was posted on this day.'),
});
export type PostingFilters = z.output<typeof PostingFilters>;

const name = 'postings';

const Key = z.tuple([z.int(), z.int()]);

/** @throws BadCursor, and RangeError for a limit out of bounds. */
export function listPostings(
  database: DatabaseSync,
  question: Question<PostingFilters>,
): Page<PostingItem> {
  const after = keyIn(name, question, Key);
  const runs = [runOf(question)];
  const get = database.prepare(
    `SELECT *, (SELECT min(at) ${ofIt}) AS assetsAt FROM posting WHERE place = ? AND number = ?`,
  );
  return pageOf(database, question, {
    read: (count) =>
      keysOf(database, runs, { newestFirst: true, after, count }).map((row) =>
        Key.parse(Object.values(row)),
      ),
    item: (key) => itemOf(get.get(...key) ?? {}),
    cursor: (key) => cursorAfter(name, question, key),
    total: () => countOf(database, runs),
  });
}

function itemOf(row: Readonly<Record<string, SQLOutputValue>>): PostingItem {
  const { rotating, yearsOfService, assetsAt } = row;
  return PostingItem.parse({
    ...row,
    assets: assetsAt === null ? 'missing' : 'handed-over',
    rotating: typeof rotating === 'number' ? rotating === 1 : null,
    yearsOfService: typeof yearsOfService === 'string' ? Number(yearsOfService) : null,
  });
}

/** The hand-overs of a posting: those that name it, and those in its days where either has no name. */
const ofIt = `FROM assets_handed AS handed
  WHERE handed.official = posting.official AND handed.centre = posting.centre
    AND (handed.posting = posting.posting
      OR ((handed.posting IS NULL OR posting.posting IS NULL)
        AND handed.day >= posting.firstDay
        AND (posting.lastDay IS NULL OR handed.day <= posting.lastDay)))`;

/** The filter that tells most chooses the index; the others are checked. */
function runOf({ filters, centres, at }: Question<PostingFilters>): Run {
  const { official, agency, standards, assets, state, capacity, centre, on } = filters;
  const byColumn = [
    ['official', official],
    ['agency', agency],
    ['standards', standards],
    ['state', state],
  ] as const;
  const leading = byColumn.find(([, value]) => value !== undefined)?.[0];
  return {
    table: 'posting',
    order: ['place', 'number'],
    conditions: [
      ...byColumn.flatMap(([column, value]) =>
        equal(column === leading ? column : `+${column}`, value),
      ),
      ...equal('+capacity', capacity),
      ...among('+centre', centresAsked(centres, centre)),
      ...inForceOn(on),
      ...withAssets(assets),
      ...lastingLonger(filters.longerThan, at),
    ],
  };
}

function inForceOn(on: string | undefined): Condition[] {
  if (on === undefined) return [];
  return [{ sql: '+firstDay <= ? AND (lastDay IS NULL OR lastDay >= ?)', values: [on, on] }];
}

function withAssets(assets: PostingFilters['assets']): Condition[] {
  if (assets === undefined) return [];
  return [{ sql: `${assets === 'missing' ? 'NOT ' : ''}EXISTS (SELECT 1 ${ofIt})`, values: [] }];
}

/** Counted like the term itself: to the corresponding day, or the last of a month that has none. */
function lastingLonger(months: number | undefined, at: Instant): Condition[] {
  if (months === undefined) return [];
  const sql = "date(firstDay, ?, 'floor') < coalesce(lastDay, ?)";
  return [{ sql, values: [`+${months} months`, localDateOf(at, hoChiMinh)] }];
}
