/**
 * Duties that were kept, or that ended without being done.
 *
 * Nearly all of them are only counted. Whoever opens the count gets them judged again, subject by
 * subject, in the order of their names backwards: of dossiers the one with the latest code first.
 */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Centres } from '../../domain/regulations/centre.ts';
import { latenessUnder } from '../../domain/regulations/conventions.ts';
import type { JudgedDuty } from '../../domain/regulations/judge.ts';
import type { Index } from '../../domain/units.ts';
import { centresBy } from '../laid-down.ts';
import type { DutyFilters } from './duties.ts';
import { dutyRuns, isOwedBy, type Owing, owingIn } from './duty-rows.ts';
import { compareTexts, type DutyFacts, type DutyItem, dutyItem } from './items.ts';
import {
  BadFilters,
  checkLimit,
  cursorAfter,
  keyIn,
  type Page,
  type Question,
  reading,
} from './paging.ts';
import {
  among,
  centresAsked,
  countOf,
  equal,
  except,
  numberOf,
  type Run,
  where,
  whereIn,
} from './select.ts';

export type KeptFilters = Pick<
  DutyFilters,
  'rule' | 'centre' | keyof Owing | 'subject' | 'breached' | 'differs' | 'month'
> & { readonly state: 'kept' | 'ended' };

/**
 * What to ask `listKept` for where `filters` ask for duties that are not all rows; null: ask `listDuties`.
 * That on which the conventions differ is always a row.
 *
 * @throws BadFilters for bounds of the due time: what was kept is counted by month.
 */
export function keptFilters(filters: DutyFilters): KeptFilters | null {
  const { state, rule, centre, bearer, agency, official, subject, breached, differs, month } =
    filters;
  if ((state !== 'kept' && state !== 'ended') || breached === true || differs === true) return null;
  if (filters.dueBefore !== undefined || filters.dueAfter !== undefined) {
    throw new BadFilters(
      `Duties that were kept or ended are counted by month: ask with month, and without dueBefore and dueAfter.`,
    );
  }
  return { state, rule, centre, bearer, agency, official, subject, breached, differs, month };
}

/** The duties of one subject, judged from its entries up to and including index `upTo`. */
export type JudgeSubject = (subject: string, upTo: Index) => readonly JudgedDuty[];

/** Subjects judged for one page: bounds how long others wait. */
export const judgedMax = 1_000;

const name = 'kept';

/** A subject, and the rule and opening of its duty that was shown last; null: it is done with. */
const Key = z.tuple([z.string(), z.string().nullable(), z.string().nullable()]);
type Key = z.output<typeof Key>;

/**
 * All duties of one state, by subject (backwards), rule and opening.
 *
 * A page may have fewer items than the limit, or none, where many subjects had to be judged: `next`
 * then goes on. Only its being null says that there is no more.
 *
 * @throws BadCursor, and RangeError for a limit out of bounds.
 */
export function listKept(
  database: DatabaseSync,
  question: Question<KeptFilters>,
  centres: Centres,
  judgeSubject: JudgeSubject,
): Page<DutyItem> {
  const { limit, at } = question;
  const after = keyIn(name, question, Key);
  checkLimit(limit);
  const asTheyAre = centresBy(database, centres);
  return reading(database, (position) => {
    const found: { readonly duty: DutyFacts; readonly key: readonly [string, string, string] }[] =
      [];
    const rows = subjectsAfter(database, question, after);
    let done: readonly [string, null, null] | null = null;
    for (const { subject, centre } of rows.slice(0, judgedMax)) {
      const duties = judgeSubject(subject, position)
        .map((duty): DutyFacts => ({ ...duty, subject, centre }))
        .filter((duty) => fits(duty, question, centres))
        .toSorted(byRule)
        .map((duty) => ({ duty, key: [subject, duty.rule, duty.opening] as const }));
      found.push(...duties.filter(({ key }) => isAfter(key, after)));
      done = [subject, null, null];
      if (found.length > limit) break;
    }
    const shown = found.slice(0, limit);
    const unjudged = rows.length > judgedMax ? done : null;
    const last = found.length > limit ? shown.at(-1)?.key : unjudged;
    return {
      items: shown.map(({ duty }) => dutyItem(duty, at, asTheyAre)),
      total: totalOf(database, question, centres, judgeSubject, position),
      next: last === null || last === undefined ? null : cursorAfter(name, question, last),
      position,
    };
  });
}

/** How many duties there are of one state: those that were only counted, and those that are rows. */
export function countKept(
  database: DatabaseSync,
  question: Pick<Question<Omit<KeptFilters, 'subject'>>, 'filters' | 'centres' | 'at'>,
  centres: Centres,
): number {
  const { filters } = question;
  const { rule, bearer, agency, official, state, breached, differs, month } = filters;
  const asked = centresAsked(question.centres, filters.centre);
  const { sql, values } = where([
    ...equal('state', state),
    ...equal('rule', rule),
    ...owingIn({ bearer, agency, official }, false),
    ...equal('month', month),
    ...among('centre', asked),
  ]);
  const counted = numberOf(database, `SELECT sum(duties) AS n FROM kept ${sql}`, values);
  const unbroken = breached === true ? 0 : counted;
  const owing = { bearer, agency, official };
  const runs = dutyRuns({
    ...owing,
    rule,
    state,
    breached,
    differs,
    centres: asked,
    at: question.at,
  });
  if (month === undefined) return unbroken + countOf(database, runs);
  const rows = runs.flatMap((run) => dueTimes(database, run));
  return unbroken + rows.filter((row) => monthOf(row, centres) === month).length;
}

const Due = z.object({ due: z.string().brand<'Instant'>(), centre: z.string() });

function dueTimes(database: DatabaseSync, run: Run) {
  const { sql, values } = whereIn(run);
  const rows = database.prepare(`SELECT due, centre FROM ${run.table} ${sql}`).all(...values);
  return rows.map((row) => Due.parse(row));
}

function totalOf(
  database: DatabaseSync,
  question: Question<KeptFilters>,
  centres: Centres,
  judgeSubject: JudgeSubject,
  position: Index,
): number {
  const { filters } = question;
  if (filters.subject === undefined) return countKept(database, question, centres);
  return subjectsAfter(database, question, null)
    .flatMap(({ subject, centre }) =>
      judgeSubject(subject, position).map((duty): DutyFacts => ({ ...duty, subject, centre })),
    )
    .filter((duty) => fits(duty, question, centres)).length;
}

const SubjectRow = z.object({ subject: z.string(), centre: z.string() });

/** Those that are still to be judged, and one more than a page judges: that have such a duty, counted or as a row. */
function subjectsAfter(
  database: DatabaseSync,
  { filters, centres, withheld }: Question<KeptFilters>,
  after: Key | null,
) {
  const { state, rule = state } = filters;
  const [subject, last] = after ?? [null, ''];
  const { sql, values } = where([
    ...(subject === null
      ? []
      : [{ sql: `subject ${last === null ? '<' : '<='} ?`, values: [subject] }]),
    ...equal('subject', filters.subject),
    ...among('+centre', centresAsked(centres, filters.centre)),
    ...except('+subject', withheld),
    {
      sql: `(kept LIKE ? OR EXISTS (
        SELECT 1 FROM duty WHERE duty.subject = judged.subject AND +duty.state = ?))`,
      values: [`%"${rule}"%`, state],
    },
  ]);
  return database
    .prepare(`SELECT subject, centre FROM judged ${sql} ORDER BY subject DESC LIMIT ?`)
    .all(...values, judgedMax + 1)
    .map((row) => SubjectRow.parse(row));
}

function fits(duty: DutyFacts, { filters, at }: Question<KeptFilters>, centres: Centres): boolean {
  const { rule, breached, differs, month } = filters;
  const { strict, customary } = latenessUnder(duty, at);
  return (
    duty.state === filters.state &&
    (rule === undefined || duty.rule === rule) &&
    isOwedBy(duty.bearer, filters) &&
    (breached === undefined || duty.breached === breached) &&
    (differs === undefined || (strict !== customary) === differs) &&
    (month === undefined || monthOf(duty, centres) === month)
  );
}

function byRule(a: DutyFacts, b: DutyFacts): number {
  return compareTexts(a.rule, b.rule) || compareTexts(a.opening, b.opening);
}

/** Whether a duty comes after the one that was shown last: those of a subject that is new on this page do. */
function isAfter([subject, rule, opening]: readonly [string, string, string], after: Key | null) {
  const [lastSubject, lastRule, lastOpening] = after ?? [];
  if (subject !== lastSubject || lastRule == null || lastOpening == null) return true;
  return (compareTexts(rule, lastRule) || compareTexts(opening, lastOpening)) > 0;
}

/** The month at its centre in which a duty was due, which is how what was kept is counted. */
function monthOf({ due, centre }: Pick<DutyFacts, 'due' | 'centre'>, centres: Centres) {
  return centres.get(centre)?.workingTime.dateAt(due).slice(0, 7);
}
