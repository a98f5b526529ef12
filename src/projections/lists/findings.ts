/**
 * The list of what was broken: acts that are breaches, and duties that were or are past their due
 * time. The latest comes first.
 */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Centres } from '../../domain/regulations/centre.ts';
import { Instant } from '../../domain/units.ts';
import { breachReader, breachRun, dutyReader, dutyRuns } from './duty-rows.ts';
import { breachItem, brokenDuty, type FindingItem } from './items.ts';
import { cursorAfter, keyIn, type Page, pageOf, type Question } from './paging.ts';
import { centresAsked, countOf, keysOf } from './select.ts';

export { FindingItem } from './items.ts';

const Text = z.string().min(1).max(600).optional();

export const FindingFilters = z.object({
  rule: Text.describe('Key of the rule, such as supplement-once.'),
  centre: Text.describe('Code of the centre.'),
  bearer: Text.describe('Code of the official, agency or centre that it counts against.'),
  subject: Text.describe('The stream, such as dossier-H42.17-260302-0001.'),
  from: Instant.optional().describe('Broken at this instant or after it.'),
  to: Instant.optional().describe('Broken before this instant.'),
});
export type FindingFilters = z.output<typeof FindingFilters>;

const name = 'findings';

/** The last is the number of a breach, or the opening of a duty. No rule has both, so the two are never compared. */
const Key = z.tuple([z.string(), z.string(), z.string(), z.union([z.int(), z.string()])]);

/** @throws BadCursor, and RangeError for a limit out of bounds. */
export function listFindings(
  database: DatabaseSync,
  question: Question<FindingFilters>,
  centres: Centres,
): Page<FindingItem> {
  const { filters, at } = question;
  const after = keyIn(name, question, Key);
  const asked = {
    rule: filters.rule,
    bearer: filters.bearer,
    subject: filters.subject,
    from: filters.from,
    before: filters.to,
    centres: centresAsked(question.centres, filters.centre),
  };
  const runs = [breachRun(asked), ...dutyRuns({ ...asked, breached: true, at })];
  const duty = dutyReader(database);
  const breach = breachReader(database);
  return pageOf(database, question, {
    read: (count) =>
      keysOf(database, runs, { newestFirst: true, after, count }).map((row) =>
        Key.parse(Object.values(row)),
      ),
    item: ([, subject, rule, last]) =>
      typeof last === 'string'
        ? brokenDuty(duty([subject, rule, last]), at, centres)
        : breachItem(breach([subject, rule, last]), centres),
    cursor: (key) => cursorAfter(name, question, key),
    total: () => countOf(database, runs),
  });
}
