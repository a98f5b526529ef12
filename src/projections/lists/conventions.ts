/**
 * Late under two conventions, as lists ask for it and show it: of any table that has the columns of
 * `Lateable`. What late means is said in `regulations/conventions.ts`; here it is said again in SQL.
 */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { type Convention, conventionTitles } from '../../domain/regulations/conventions.ts';
import type { Instant } from '../../domain/units.ts';
import { type Condition, type Run, whereIn } from './select.ts';

export const ConventionTitle = z
  .object({ vi: z.string(), en: z.string() })
  .describe('The name of the convention.');

/** A count of what is late, beside the name of its convention. */
export const LateCount = z.object({ convention: ConventionTitle, late: z.int() });

export function lateCount(convention: Convention, late: number): z.output<typeof LateCount> {
  return { convention: conventionTitles[convention], late };
}

export const whereListed =
  'Where those are listed; null: the line has no name by which to ask for them.';

/** Only what is late by one convention and not by the other; or only what is late by both or by neither. */
export const Differs = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .optional();

/** Whether a row is late at an instant under a convention: 0 or 1, and never null. */
export function lateIn(convention: Convention, at: Instant): Condition {
  return convention === 'strict'
    ? {
        sql: "(breached = 1 OR (+state = 'open' AND suspended = 0 AND due < ?))",
        values: [at],
      }
    : {
        sql: "(customarilyLateAfter IS NOT NULL AND (+state <> 'open' OR customarilyLateAfter < ?))",
        values: [at],
      };
}

/** Rows that are late by custom, or are not. */
export function lateByCustom(isLate: boolean, at: Instant): Condition {
  const { sql, values } = lateIn('customary', at);
  return { sql: isLate ? sql : `NOT ${sql}`, values };
}

/** Rows on which the conventions differ, or do not. None: any row. */
export function differing(differs: boolean | undefined, at: Instant): Condition[] {
  if (differs === undefined) return [];
  const [strict, customary] = [lateIn('strict', at), lateIn('customary', at)];
  return [
    {
      sql: `${strict.sql} ${differs ? '<>' : '='} ${customary.sql}`,
      values: [...strict.values, ...customary.values],
    },
  ];
}

const Counted = z.object({ strict: z.int(), customary: z.int(), differ: z.int() });
export type LateCounts = z.output<typeof Counted>;

/** How many rows of all runs together are late at `at`, under each convention, and on how many they differ. */
export function countLate(database: DatabaseSync, runs: readonly Run[], at: Instant): LateCounts {
  const none: LateCounts = { strict: 0, customary: 0, differ: 0 };
  const [strict, customary] = [lateIn('strict', at), lateIn('customary', at)];
  return runs.reduce((sum, run) => {
    const { sql, values } = whereIn(run);
    const row = database
      .prepare(
        `SELECT coalesce(sum(strict), 0) AS strict, coalesce(sum(customary), 0) AS customary,
          coalesce(sum(strict <> customary), 0) AS differ
        FROM (SELECT ${strict.sql} AS strict, ${customary.sql} AS customary FROM ${run.table} ${sql})`,
      )
      .get(...strict.values, ...customary.values, ...values);
    const found = Counted.parse(row);
    return {
      strict: sum.strict + found.strict,
      customary: sum.customary + found.customary,
      differ: sum.differ + found.differ,
    };
  }, none);
}
