/** The rows of the table `late`: which runs of its index answer a question. */
import type { Centres } from '../../domain/regulations/centre.ts';
import type { Convention } from '../../domain/regulations/conventions.ts';
import { type Instant, instantAt, millisecondsOf } from '../../domain/units.ts';
import { differing, lateIn } from './conventions.ts';
import { markOf } from './inherited.ts';
import { among, type Condition, equal, type Run } from './select.ts';

/** Which dossiers: late now, due within so many working days, finished late, or every row there is. */
export const withins = ['overdue', '1', '3', '7', 'was-late', 'any'] as const;
export type Within = (typeof withins)[number];

export type LateQuestion = {
  readonly within: Within;
  /** By which `overdue` and `was-late` are meant; either: whatever can be so by one of them. */
  readonly convention: Convention | 'either';
  readonly agency?: string | undefined;
  readonly agencyWhenDue?: string | undefined;
  readonly official?: string | undefined;
  readonly procedure?: string | undefined;
  readonly heldBy?: string | undefined;
  readonly step?: string | undefined;
  readonly month?: string | undefined;
  readonly differs?: boolean | undefined;
  /** Bounds of the due time: before. */
  readonly dueBefore?: string | undefined;
  /** What was done about it; see `late-handled.ts`. */
  readonly handled?: readonly Condition[];
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
  const { within, convention, dueBefore, at } = question;
  const narrowed = narrowing(question);
  const run = (columns: Columns, bounds: Bounds = {}, also: readonly Condition[] = []): Run => ({
    table: 'late',
    order: ['due', 'subject'],
    conditions: [...ofColumns(columns), ...narrowed, ...(question.handled ?? []), ...also],
    from: bounds.from,
    before: earlier(bounds.before, dueBefore),
  });
  const customarily = [lateIn('customary', at)];
  const isStrict = convention === 'strict';
  const byConvention = convention === 'customary' ? customarily : [];
  if (within === 'overdue') return [run(open, isStrict ? { before: at } : {}, byConvention)];
  if (within === 'was-late') {
    const closed = isStrict ? closedLate : [...closedLate, kept];
    return closed.map((columns) => run(columns, {}, byConvention));
  }
  if (within === 'any') {
    const shown = [open, waiting, ...closedLate].map((columns) => run(columns));
    return [...shown, run(kept, {}, customarily)];
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

/** By it, or once by it. */
function solvedBy(agency: string | undefined): Condition[] {
  if (agency === undefined) return [];
  const sql = '(+agency = ? OR instr(agencyInherited, ?) > 0)';
  return [{ sql, values: [agency, markOf(agency)] }];
}

/** All of them are in the index, and checked there. */
function narrowing(question: LateQuestion): Condition[] {
  const { agency, agencyWhenDue, official, procedure, heldBy, step, month, differs, centres, at } =
    question;
  return [
    ...solvedBy(agency),
    ...equal('+agencyWhenDue', agencyWhenDue),
    ...(official === undefined
      ? []
      : [{ sql: '(+official = ? OR +bearer = ?)', values: [official, official] }]),
    ...equal('+procedure', procedure),
    ...equal('+heldBy', heldBy),
    ...equal('+step', step),
    ...equal('+month', month),
    ...differing(differs, at),
    ...among('+centre', centres),
  ];
}
