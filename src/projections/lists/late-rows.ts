/** The rows of the table `late`: which runs of its index answer a question, and under which convention a row is late. */
import type { SQLInputValue } from 'node:sqlite';
import type { Centres } from '../../domain/regulations/centre.ts';
import type { Convention } from '../../domain/regulations/conventions.ts';
import { type Instant, instantAt, millisecondsOf } from '../../domain/units.ts';
import { among, type Condition, equal, type Run } from './select.ts';

/** Which dossiers: late now, due within so many working days, finished late, or every row there is. */
export const withins = ['overdue', '1', '3', '7', 'was-late', 'any'] as const;
export type Within = (typeof withins)[number];

export type LateQuestion = {
  readonly within: Within;
  readonly agency?: string | undefined;
  readonly official?: string | undefined;
  readonly procedure?: string | undefined;
  readonly heldBy?: string | undefined;
  readonly step?: string | undefined;
  readonly month?: string | undefined;
  readonly differs?: boolean | undefined;
  /** Bounds of the due time: before. */
  readonly dueBefore?: string | undefined;
  /** Null: all. */
  readonly centres: readonly string[] | null;
  readonly at: Instant;
};

/** The columns `state`, `breached` and `suspended`: every row of the table is of exactly one of these. */
type Columns = readonly [string, 0 | 1, 0 | 1];

const open: Columns = ['open', 0, 0];
const closedLate: readonly Columns[] = [
  ['late', 1, 0],
  ['ended', 1, 0],
];
const waiting: Columns = ['open', 0, 1];
/** In time by the instant, and perhaps not by a due time that was set afterwards. What ended in time is late by neither. */
const kept: Columns = ['kept', 0, 0];

/** The runs in which the answer lies, by due time and subject. */
export function lateRuns(question: LateQuestion, centres: Centres): Run[] {
  const { within, dueBefore, at } = question;
  const narrowed = narrowing(question);
  const run = (columns: Columns, bounds: Bounds = {}, also: readonly Condition[] = []): Run => ({
    table: 'late',
    order: ['due', 'subject'],
    conditions: [...ofColumns(columns), ...narrowed, ...also],
    from: bounds.from,
    before: earlier(bounds.before, dueBefore),
  });
  if (within === 'overdue') return [run(open, { before: at })];
  if (within === 'was-late') return closedLate.map((columns) => run(columns));
  if (within === 'any') {
    const shown = [open, waiting, ...closedLate].map((columns) => run(columns));
    return [...shown, run(kept, {}, [lateIn('customary', at)])];
  }
  const asked = [...centres.keys()].filter((code) => question.centres?.includes(code) !== false);
  return asked.map((code) => {
    const before = endOfWorkingDay(code, Number(within), question.at, centres);
    return run(open, { from: at, before }, equal('+centre', code));
  });
}

type Bounds = { readonly from?: string; readonly before?: string };

function ofColumns([state, breached, suspended]: Columns): Condition[] {
  return [
    ...equal('state', state),
    ...equal('breached', breached),
    ...equal('suspended', suspended),
  ];
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}

/** The first instant after the `n`th working day that follows today, by the calendar of the centre. */
function endOfWorkingDay(code: string, n: number, at: Instant, centres: Centres): Instant {
  const time = centres.get(code)?.workingTime;
  if (time === undefined) return at;
  let day = time.dateAt(at);
  for (let counted = 0; counted < n; counted += 1) day = time.nextWorkingDay(day);
  return instantAt(millisecondsOf(time.midnightAfter(day)) + 1);
}

/** All of them are in the index, and checked there. */
function narrowing(question: LateQuestion): Condition[] {
  const { agency, official, procedure, heldBy, step, month, differs, centres, at } = question;
  const late = { strict: lateIn('strict', at), customary: lateIn('customary', at) };
  return [
    ...equal('+agency', agency),
    ...(official === undefined
      ? []
      : [{ sql: '(+official = ? OR +bearer = ?)', values: [official, official] }]),
    ...equal('+procedure', procedure),
    ...equal('+heldBy', heldBy),
    ...equal('+step', step),
    ...equal('+month', month),
    ...(differs === undefined
      ? []
      : [
          {
            sql: `(${late.strict.sql}) ${differs ? '<>' : '='} (${late.customary.sql})`,
            values: [...late.strict.values, ...late.customary.values],
          },
        ]),
    ...among('+centre', centres),
  ];
}

/** Whether a row is late at an instant under a convention: 0 or 1, and never null. See `conventions.ts`. */
export function lateIn(
  convention: Convention,
  at: Instant,
): Condition & { values: SQLInputValue[] } {
  return convention === 'strict'
    ? {
        sql: "(breached = 1 OR (+state = 'open' AND suspended = 0 AND due < ?))",
        values: [at],
      }
    : { sql: '(excused = 0 AND customaryLast < coalesce(closedAt, ?))', values: [at] };
}
