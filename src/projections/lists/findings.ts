/**
 * The list of what was broken: acts that are breaches, and duties that were or are past their due
 * time, by the strict convention unless it is asked on what the conventions differ. The latest comes first.
 */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Centres } from '../../domain/regulations/centre.ts';
import { centresBy } from '../laid-down.ts';
import { breachReader } from './breach-rows.ts';
import { dutyReader } from './duty-rows.ts';
import { type FindingFilters, findingRuns } from './finding-runs.ts';
import { breachItem, brokenDuty, type FindingItem } from './items.ts';
import { cursorAfter, keyIn, type Page, pageOf, type Question } from './paging.ts';
import { countOf, keysOf } from './select.ts';

export { FindingFilters } from './finding-runs.ts';
export { FindingItem } from './items.ts';

const name = 'findings';

/** The last is the key of a breach, or the opening of a duty. No rule has both, so the two are never the same. */
const Key = z.tuple([z.string(), z.string(), z.string(), z.string()]);

/** @throws BadCursor, and RangeError for a limit out of bounds. */
export function listFindings(
  database: DatabaseSync,
  question: Question<FindingFilters>,
  centres: Centres,
): Page<FindingItem> {
  const { at } = question;
  const after = keyIn(name, question, Key);
  const asTheyAre = centresBy(database, centres);
  const runs = findingRuns(question);
  const duty = dutyReader(database);
  const breach = breachReader(database);
  return pageOf(database, question, {
    read: (count) =>
      keysOf(database, runs, { newestFirst: true, after, count }).map((row) =>
        Key.parse(Object.values(row)),
      ),
    item([, subject, rule, last]) {
      const act = breach([subject, rule, last]);
      return act === null
        ? brokenDuty(duty([subject, rule, last]), at, asTheyAre)
        : breachItem(act, asTheyAre);
    },
    cursor: (key) => cursorAfter(name, question, key),
    total: () => countOf(database, runs),
  });
}
