/**
 * The list of fee months, the one that came on record last before the others: what was done about
 * each agency's money, beside what the receipts on record say was taken for it.
 */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { Month } from '../../domain/units.ts';
import { cursorAfter, keyIn, type Page, pageOf, type Question } from './paging.ts';
import { among, centresAsked, countOf, equal, keysOf, type Run } from './select.ts';

const Time = z.iso.datetime().nullable();
const Reconciliation = z.enum(['agreed', 'disputed']);

export const FeeMonthItem = z.object({
  subject: z.string().describe('Its stream.'),
  centre: z.string(),
  month: z.string(),
  agency: z.string(),
  currency: z.string().nullable().describe('Null: no sum is on record.'),
  taken: z.int().nullable().describe('By the receipts of the month, in minor units.'),
  takenReceipts: z.int().nullable().describe('How many receipts say so.'),
  refunded: z.int().nullable().describe('Paid back in the month.'),
  summarySentAt: Time.describe('The first time.'),
  summaries: z.int().describe('How many were sent.'),
  collected: z.int().nullable().describe('What the last summary says was taken.'),
  receipts: z.int().nullable().describe('How many receipts the last summary has.'),
  remittedAt: Time.describe('The first time.'),
  remitted: z.int(),
  retained: z.int().describe('Kept back by a decided share.'),
  toBudget: z.int().describe('Paid to the state budget.'),
  reconciliation: Reconciliation.nullable().describe('What the agency said last.'),
  answeredAt: Time.describe('When the agency first agreed or disputed.'),
  agreedAt: Time,
  disputes: z.int(),
  settledAt: Time,
});
export type FeeMonthItem = z.output<typeof FeeMonthItem>;

const Text = z.string().min(1).max(200).optional();

export const FeeMonthFilters = z.object({
  agency: Text.describe('Code of the agency.'),
  month: Month.optional(),
  reconciliation: Reconciliation.optional(),
  centre: Text.describe('Code of the centre.'),
});
export type FeeMonthFilters = z.output<typeof FeeMonthFilters>;

const name = 'fee-months';

const Key = z.tuple([z.int(), z.string(), z.string()]);

/** @throws BadCursor, and RangeError for a limit out of bounds. */
export function listFeeMonths(
  database: DatabaseSync,
  question: Question<FeeMonthFilters>,
): Page<FeeMonthItem> {
  const after = keyIn(name, question, Key);
  const runs = [runOf(question)];
  const item = itemIn(database);
  return pageOf(database, question, {
    read: (count) =>
      keysOf(database, runs, { newestFirst: true, after, count }).map((row) =>
        Key.parse(Object.values(row)),
      ),
    item,
    cursor: (key) => cursorAfter(name, question, key),
    total: () => countOf(database, runs),
  });
}

/** Where nothing was taken in that currency, the receipts say nothing of it: null. */
function itemIn(database: DatabaseSync): (key: z.output<typeof Key>) => FeeMonthItem {
  const get = database.prepare(
    `SELECT done.*, taken.total AS taken, taken.receipts AS takenReceipts, taken.refunded AS refunded
     FROM fee_month AS done LEFT JOIN fee_total AS taken
       ON taken.month = done.month AND taken.centre = done.centre
         AND taken.agency = done.agency AND taken.currency = done.currency
     WHERE done.place = ? AND done.agency = ? AND done.currency = ?`,
  );
  return (key) => {
    const row = get.get(...key);
    const currency = row?.['currency'];
    return FeeMonthItem.parse({ ...row, currency: currency === '' ? null : currency });
  };
}

/** The filter that tells most chooses the index; the others are checked. */
function runOf({ filters, centres }: Question<FeeMonthFilters>): Run {
  const { agency, month, reconciliation, centre } = filters;
  const byColumn = [
    ['agency', agency],
    ['month', month],
    ['reconciliation', reconciliation],
  ] as const;
  const leading = byColumn.find(([, value]) => value !== undefined)?.[0];
  return {
    table: 'fee_month',
    order: ['place', 'agency', 'currency'],
    conditions: [
      ...byColumn.flatMap(([column, value]) =>
        equal(column === leading ? column : `+${column}`, value),
      ),
      ...among('+centre', centresAsked(centres, centre)),
    ],
  };
}
