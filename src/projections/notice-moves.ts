/**
 * Which open duties a calendar notice moves: each is judged with the notice and without it. A notice can
 * come a week before the days that it changes, when due times have been told to people already.
 */

import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { codeOfStream } from '../domain/dossier/code.ts';
import type { AnyEvent, Entry } from '../domain/entry.ts';
import type { Centre } from '../domain/regulations/centre.ts';
import { historyOf } from '../domain/regulations/history.ts';
import { findingId, type JudgedDuty, judge } from '../domain/regulations/judge.ts';
import { historyOfSubject } from '../domain/regulations/subjects.ts';
import { type EntriesOf, registersByModel } from './registers-of.ts';

export const MovedDuty = z
  .object({
    id: z.string(),
    rule: z.string(),
    subject: z.string(),
    dossier: z.string().nullable(),
    before: z.iso.datetime().describe('When it was due without the notice.'),
    now: z.iso.datetime().describe('When it is due with it.'),
  })
  .meta({ id: 'MovedDuty' });
export type MovedDuty = z.output<typeof MovedDuty>;

export type Moves = {
  readonly items: readonly MovedDuty[];
  /** The subject after which the next page begins; null: this is the last. */
  readonly next: string | null;
};

/** Subjects judged for one page: bounds how long others wait. */
const judgedMax = 300;

const Subject = z.object({ subject: z.string() });

/** By subject. @param after the `next` of the page before. */
export function movedBy(
  notice: string,
  centre: Centre,
  after: string | null,
  {
    database,
    entriesOf,
  }: {
    readonly database: DatabaseSync;
    readonly entriesOf: EntriesOf;
  },
): Moves {
  const subjects = database
    .prepare(
      `SELECT DISTINCT subject FROM duty
       WHERE centre = ? AND state = 'open' AND subject > ? ORDER BY subject LIMIT ?`,
    )
    .all(centre.code, after ?? '', judgedMax)
    .map((row) => Subject.parse(row).subject);
  const registers = registersByModel(database, entriesOf);
  const without = registersByModel(database, (stream) =>
    entriesOf(stream).filter((entry) => isOther(entry, notice)),
  );
  const items = subjects.flatMap((subject) => {
    const history = historyOfSubject(subject, historyOf(entriesOf(subject)), registers);
    const before = judge({ name: subject, history }, centre, without).duties.filter(isOpen);
    const now = judge({ name: subject, history }, centre, registers).duties.filter(isOpen);
    return now.flatMap((duty) => movedFrom(before, duty, subject));
  });
  return { items, next: subjects.length < judgedMax ? null : (subjects.at(-1) ?? null) };
}

function isOpen({ state }: JudgedDuty): boolean {
  return state === 'open';
}

function movedFrom(before: readonly JudgedDuty[], duty: JudgedDuty, subject: string): MovedDuty[] {
  const { rule, opening, due } = duty;
  const was = before.find((one) => one.rule === rule && one.opening === opening);
  if (was === undefined || was.due === due) return [];
  const dossier = subject.startsWith('dossier-') ? codeOfStream(subject) : null;
  return [
    { id: findingId(rule, subject, opening), rule, subject, dossier, before: was.due, now: due },
  ];
}

/** As if the notice had never been issued. */
function isOther(entry: Entry<AnyEvent>, notice: string): boolean {
  return entry.type !== 'CalendarNoticeIssued' || entry.data['notice'] !== notice;
}
