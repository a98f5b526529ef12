/**
 * How many dossiers were late, by the month in which they were due, under both conventions side by side.
 *
 * A line counts the dossiers that were due in its month by the strict due time, so that both conventions
 * are of the same dossiers: `dossiers` is the denominator of both rates. On which they differ, the list of
 * late dossiers shows.
 */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Convention } from '../../domain/regulations/conventions.ts';
import { Month } from '../../domain/units.ts';
import { processingRule } from '../late.ts';
import { LateCount, lateCount, lateIn, whereListed } from './conventions.ts';
import { linesOf, type Query } from './lines.ts';
import { cursorAfter, keyIn, type Page, pageOf, type Question } from './paging.ts';
import { among, centresAsked, equal, where } from './select.ts';

const Figures = LateCount.extend({
  late: z.int().describe('Numerator: finished or ended late, or overdue now.'),
  open: z.int().describe('Not finished, and not late.'),
  onTime: z
    .int()
    .nullable()
    .describe(
      'Strict: with a result in time. Customary: also what was sent back, withdrawn or stopped. Null by step and by party: see dossiers.',
    ),
  ended: z
    .int()
    .nullable()
    .describe(
      'Sent back, withdrawn or stopped, and not late: strict counts them apart, customary none, as they are on time there. Null by step and by party.',
    ),
  rate: z
    .number()
    .nullable()
    .describe('late / dossiers, 0 to 1, to four places; null by step and by party.'),
});

export const LateTotalItem = z.object({
  month: z.string().describe('In which they were due, at the centre.'),
  centre: z.string(),
  name: z
    .string()
    .nullable()
    .describe('The agency, step or party; null: the record does not say, or the whole centre.'),
  dossiers: z
    .int()
    .nullable()
    .describe(
      'Denominator of both rates: due in the month. Null by step and by party: where those were that were on time is not counted.',
    ),
  strict: Figures,
  customary: Figures,
  differ: z.int().describe('Late by one convention and not by the other.'),
  differing: z.string().nullable().describe(whereListed),
});
export type LateTotalItem = z.output<typeof LateTotalItem>;

const Text = z.string().min(1).max(200).optional();

export const LateTotalFilters = z.object({
  by: z
    .enum(['centre', 'agency', 'step', 'party'])
    .default('centre')
    .describe('What a line is: a centre, an agency that solves, the step, or with whom it lies.'),
  centre: Text.describe('Code of the centre.'),
  agency: Text.describe(
    'Code of the agency that solved them when they fell due, or were finished before that.',
  ),
  month: Month.optional().describe('In which they were due.'),
});
export type LateTotalFilters = z.output<typeof LateTotalFilters>;

const name = 'late-totals';

const Key = z.tuple([z.string(), z.string(), z.string()]);

const columnOf = { centre: "''", agency: 'agencyWhenDue', step: 'step', party: 'heldBy' } as const;

const Counted = z.object({
  month: z.string(),
  centre: z.string(),
  name: z.string(),
  dossiers: z.number(),
  strictLate: z.number(),
  strictOpen: z.number(),
  strictEnded: z.number(),
  customaryLate: z.number(),
  customaryOpen: z.number(),
  differ: z.number(),
});

/** The latest month first, then by centre and name. @throws BadCursor, and RangeError for a limit out of bounds. */
export function listLateTotals(
  database: DatabaseSync,
  question: Question<LateTotalFilters>,
): Page<LateTotalItem> {
  const after = keyIn(name, question, Key);
  const lines = linesOf(database, sumsOf(question), 'month DESC, centre, name', beyond(after));
  return pageOf(database, question, {
    read: (count) => lines.read(count).map((line) => Counted.parse(line)),
    item: (counted) => itemOf(counted, question.filters),
    cursor: (found) => cursorAfter(name, question, [found.month, found.centre, found.name]),
    total: lines.total,
  });
}

function beyond(after: z.output<typeof Key> | null): Query | null {
  if (after === null) return null;
  const [month, centre, line] = after;
  return {
    sql: 'month < ? OR (month = ? AND (centre, name) > (?, ?))',
    values: [month, month, centre, line],
  };
}

/** One line a month, centre and name: of what is a row, and of what was only counted. */
function sumsOf({ filters, centres, at }: Question<LateTotalFilters>): Query {
  const { by, centre, agency, month } = filters;
  const asked = where([
    ...equal('month', month),
    ...equal('+agencyWhenDue', agency),
    ...among('centre', centresAsked(centres, centre)),
  ]);
  const strict = lateIn('strict', at);
  const customary = lateIn('customary', at);
  const column = columnOf[by];
  const rows = {
    // Grouped in the order of the index, so that nothing is sorted.
    sql: `SELECT month, centre, ${column} AS name, count(*) AS dossiers,
        sum(strictLate) AS strictLate, sum(isOpen AND NOT strictLate) AS strictOpen,
        sum(+state = 'ended' AND NOT strictLate) AS strictEnded,
        sum(customaryLate) AS customaryLate, sum(isOpen AND NOT customaryLate) AS customaryOpen,
        sum(strictLate <> customaryLate) AS differ
      FROM (SELECT *, +state = 'open' AS isOpen, ${strict.sql} AS strictLate,
          ${customary.sql} AS customaryLate FROM late ${asked.sql})
      GROUP BY 1, 2, 3`,
    values: [...strict.values, ...customary.values, ...asked.values],
  };
  const isCounted = by === 'centre' || by === 'agency';
  const kept = where([
    ...equal('rule', processingRule),
    ...equal('month', month),
    ...equal('agency', agency),
    ...among('centre', centresAsked(centres, centre)),
  ]);
  const counted = {
    sql: `UNION ALL SELECT month, centre, ${by === 'agency' ? 'agency' : column}, sum(duties), 0, 0,
        sum(CASE state WHEN 'ended' THEN duties ELSE 0 END), 0, 0, 0
      FROM kept ${kept.sql} GROUP BY 1, 2, 3`,
    values: kept.values,
  };
  return {
    sql: `SELECT month, centre, coalesce(name, '') AS name, sum(dossiers) AS dossiers,
        sum(strictLate) AS strictLate, sum(strictOpen) AS strictOpen,
        sum(strictEnded) AS strictEnded,
        sum(customaryLate) AS customaryLate, sum(customaryOpen) AS customaryOpen,
        sum(differ) AS differ
      FROM (${rows.sql} ${isCounted ? counted.sql : ''}) GROUP BY 1, 2, 3`,
    values: [...rows.values, ...(isCounted ? counted.values : [])],
  };
}

function itemOf(counted: z.output<typeof Counted>, filters: LateTotalFilters): LateTotalItem {
  const { month, centre, name: line, differ } = counted;
  const isCounted = filters.by === 'centre' || filters.by === 'agency';
  const dossiers = isCounted ? counted.dossiers : null;
  return {
    month,
    centre,
    name: line === '' ? null : line,
    dossiers,
    strict: figures('strict', dossiers, {
      late: counted.strictLate,
      open: counted.strictOpen,
      ended: counted.strictEnded,
    }),
    customary: figures('customary', dossiers, {
      late: counted.customaryLate,
      open: counted.customaryOpen,
      ended: 0,
    }),
    differ,
    differing: addressOf(counted, filters),
  };
}

function toFourPlaces(ratio: number): number {
  return Math.round(ratio * 10_000) / 10_000;
}

function figures(
  convention: Convention,
  dossiers: number | null,
  { late, open, ended }: { readonly late: number; readonly open: number; readonly ended: number },
): z.output<typeof Figures> {
  return {
    ...lateCount(convention, late),
    open,
    onTime: dossiers === null ? null : dossiers - late - open - ended,
    ended: dossiers === null ? null : ended,
    rate: dossiers === null || dossiers === 0 ? null : toFourPlaces(late / dossiers),
  };
}

/** How the list of late dossiers is asked for those of a line. */
const filterOf = { agency: 'agencyWhenDue', step: 'step', party: 'heldBy' } as const;

/** The list of the line's dossiers on which the conventions differ. */
function addressOf(
  { month, centre, name: line }: z.output<typeof Counted>,
  { by, agency }: LateTotalFilters,
): string | null {
  if (line === '' && by !== 'centre') return null;
  const query = new URLSearchParams({ within: 'any', differs: 'true', month, centre });
  if (agency !== undefined) query.set(filterOf.agency, agency);
  if (by !== 'centre') query.set(filterOf[by], line);
  return `/v1/late?${query.toString()}`;
}
