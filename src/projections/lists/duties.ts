/**
 * The list of duties that are open or broken, the one that is due first before the others.
 *
 * What was kept is no row: see `kept.ts`, which lists and counts it.
 */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Centres } from '../../domain/regulations/centre.ts';
import { centresBy } from '../laid-down.ts';
import { Differs } from './conventions.ts';
import { dutyReader, dutyRuns, inheritedRuns } from './duty-rows.ts';
import { type DutyItem, dutyItem, dutyStates } from './items.ts';
import { Moment } from './moment.ts';
import { BadFilters, cursorAfter, keyIn, type Page, pageOf, type Question } from './paging.ts';
import { centresAsked, countOf, keysOf } from './select.ts';

export { DutyItem } from './items.ts';

const Text = z.string().min(1).max(600).optional();

export const DutyFilters = z.object({
  rule: Text.describe('Key of the rule, such as processing-deadline.'),
  state: z
    .enum(dutyStates)
    .optional()
    .describe(
      'By the strict convention. Left out: all that are open, or late by either convention.',
    ),
  centre: Text.describe('Code of the centre.'),
  bearer: Text.describe(
    'Code of the official, agency or centre that owes it, or of the agency that it passed on from: that it fell due with, or that it was with before it was due.',
  ),
  agency: Text.describe('The same, of an agency.'),
  official: Text.describe('The official who owes it.'),
  subject: Text.describe('The stream, such as dossier-H42.17-260302-0001.'),
  dueBefore: Moment.optional().describe('Due before this.'),
  dueAfter: Moment.optional().describe('Due at this instant or after it.'),
  breached: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .describe('true: closed past the due time, or overdue, by the strict convention.'),
  differs: Differs.describe(
    'true: late by one convention and not by the other. false: late by both, or by neither.',
  ),
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/, 'a month is written like 2026-03')
    .optional()
    .describe('The month in which it was due, of what was kept or ended.'),
});
export type DutyFilters = z.output<typeof DutyFilters>;

const name = 'duties';

const Key = z.tuple([z.string(), z.string(), z.string(), z.string()]);

/**
 * Rows of the table `duty`, by due time, subject, rule and opening. With `state: 'kept'`, and with
 * `'ended'` unless `breached` is true, these are not all there are: `keptFilters` says when to ask
 * `listKept` instead.
 *
 * @throws BadCursor; BadFilters for a month; RangeError for a limit out of bounds.
 */
export function listDuties(
  database: DatabaseSync,
  question: Question<DutyFilters>,
  centres: Centres,
): Page<DutyItem> {
  const { filters, at } = question;
  if (filters.month !== undefined) {
    throw new BadFilters(
      'Only duties that were kept or ended are asked for by month. Ask with dueAfter and dueBefore.',
    );
  }
  const after = keyIn(name, question, Key);
  const asTheyAre = centresBy(database, centres);
  const asked = {
    rule: filters.rule,
    bearer: filters.bearer,
    agency: filters.agency,
    official: filters.official,
    subject: filters.subject,
    state: filters.state,
    breached: filters.breached,
    differs: filters.differs,
    from: filters.dueAfter,
    before: filters.dueBefore,
    centres: centresAsked(question.centres, filters.centre),
    withheld: question.withheld,
    at,
  };
  const runs = [...dutyRuns(asked), ...inheritedRuns(asked)];
  const duty = dutyReader(database);
  return pageOf(database, question, {
    read: (count) =>
      keysOf(database, runs, { newestFirst: false, after, count }).map((row) =>
        Key.parse(Object.values(row)),
      ),
    item: ([, subject, rule, opening]) => dutyItem(duty([subject, rule, opening]), at, asTheyAre),
    cursor: (key) => cursorAfter(name, question, key),
    total: () => countOf(database, runs),
  });
}
