/** The balance of compensatory time, by official: earned, used, and what is left. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { Month } from '../../domain/units.ts';
import { cursorAfter, keyIn, type Page, pageOf, type Question } from './paging.ts';
import { among, type Condition, centresAsked, equal, numberOf, where } from './select.ts';

export const LeaveBalanceItem = z.object({
  official: z.string(),
  earned: z.int().describe('By overtime, in minutes of working time.'),
  used: z.int().describe('By compensatory leave, in minutes of working time.'),
  left: z.int().describe('Below nought: more was used than is on record as earned.'),
  firstMonth: z.string().describe('The first and the last month in which any was earned or used.'),
  lastMonth: z.string(),
});
export type LeaveBalanceItem = z.output<typeof LeaveBalanceItem>;

const Text = z.string().min(1).max(200).optional();

export const LeaveBalanceFilters = z.object({
  official: Text.describe('Number of the official.'),
  centre: Text.describe('Code of the centre.'),
  until: Month.optional().describe('The balance at the end of this month, such as 2026-03.'),
});
export type LeaveBalanceFilters = z.output<typeof LeaveBalanceFilters>;

const name = 'leave-balances';

const Key = z.tuple([z.string()]);

/** @throws BadCursor, and RangeError for a limit out of bounds. */
export function listLeaveBalances(
  database: DatabaseSync,
  question: Question<LeaveBalanceFilters>,
): Page<LeaveBalanceItem> {
  const after = keyIn(name, question, Key);
  const asked = conditionsOf(question);
  const all = where(asked);
  const page = where([...asked, ...(after === null ? [] : following(after))]);
  return pageOf(database, question, {
    read: (count) =>
      database
        .prepare(
          `SELECT official, sum(earned) AS earned, sum(used) AS used,
             sum(earned) - sum(used) AS left, min(month) AS firstMonth, max(month) AS lastMonth
           FROM leave_balance ${page.sql} GROUP BY official ORDER BY official LIMIT ?`,
        )
        .all(...page.values, count)
        .map((row) => LeaveBalanceItem.parse(row)),
    item: (row) => row,
    cursor: ({ official }) => cursorAfter(name, question, [official]),
    total: () =>
      numberOf(
        database,
        `SELECT count(DISTINCT official) AS n FROM leave_balance ${all.sql}`,
        all.values,
      ),
  });
}

function following([official]: readonly [string]): Condition[] {
  return [{ sql: 'official > ?', values: [official] }];
}

function conditionsOf({ filters, centres }: Question<LeaveBalanceFilters>): Condition[] {
  const { official, centre, until } = filters;
  return [
    { sql: '(earned > 0 OR used > 0)', values: [] }, // what a correction took away leaves a row of noughts
    ...equal('official', official),
    ...(until === undefined ? [] : [{ sql: 'month <= ?', values: [until] }]),
    ...among('centre', centresAsked(centres, centre)),
  ];
}
