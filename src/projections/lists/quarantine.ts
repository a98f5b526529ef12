/** What could not be shown: a defect of the program, for people to see and to report. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { cursorAfter, keyIn, type Page, pageOf, type Question } from './paging.ts';
import {
  among,
  beginning,
  type Condition,
  centresAsked,
  equal,
  numberOf,
  where,
} from './select.ts';

export const QuarantineItem = z.object({
  subject: z.string().describe('The stream.'),
  part: z.string().describe('The event, or the read model and what of it failed.'),
  message: z.string(),
  centre: z.string().nullable().describe('Null: it is not known whose it is.'),
});
export type QuarantineItem = z.output<typeof QuarantineItem>;

const Text = z.string().min(1).max(600).optional();

export const QuarantineFilters = z.object({
  subject: Text.describe('The stream, such as dossier-H42.17-260302-0001.'),
  centre: Text.describe('Code of the centre.'),
  part: Text.describe('What its part begins with: "event", or a read model such as "duties".'),
});
export type QuarantineFilters = z.output<typeof QuarantineFilters>;

const name = 'quarantine';

const Key = z.tuple([z.string(), z.string()]);

/** What was judged has its centre there, whatever it is a record of. */
const from = `quarantine LEFT JOIN judged ON judged.subject = quarantine.stream`;

/**
 * In the order of streams. What cannot be laid to a centre is seen by those who see all centres.
 *
 * @throws BadCursor, and RangeError for a limit out of bounds.
 */
export function listQuarantine(
  database: DatabaseSync,
  question: Question<QuarantineFilters>,
): Page<QuarantineItem> {
  const { filters } = question;
  const after = keyIn(name, question, Key);
  const asked: Condition[] = [
    ...equal('stream', filters.subject),
    ...(filters.part === undefined ? [] : beginning('part', filters.part)),
    ...among('judged.centre', centresAsked(question.centres, filters.centre)),
  ];
  const following: Condition[] =
    after === null ? asked : [...asked, { sql: '(stream, part) > (?, ?)', values: after }];
  const page = where(following);
  const all = where(asked);
  return pageOf(database, question, {
    read: (count) =>
      database
        .prepare(
          `SELECT stream AS subject, part, message, judged.centre AS centre
           FROM ${from} ${page.sql} ORDER BY stream, part LIMIT ?`,
        )
        .all(...page.values, count)
        .map((row) => QuarantineItem.parse(row)),
    item: (row) => row,
    cursor: ({ subject, part }) => cursorAfter(name, question, [subject, part]),
    total: () => numberOf(database, `SELECT count(*) AS n FROM ${from} ${all.sql}`, all.values),
  });
}
