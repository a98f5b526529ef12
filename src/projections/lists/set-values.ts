/** Numbers that a centre sets for itself, for lists that compare with them. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import type { Centre, Centres } from '../../domain/regulations/centre.ts';
import type { Parameters } from '../../domain/regulations/parameters.ts';
import type { CalendarDate, Instant } from '../../domain/units.ts';
import type { Condition } from './select.ts';

/** The values that are numbers. */
export type NumberName = {
  [Name in keyof Parameters]: Parameters[Name] extends number ? Name : never;
}[keyof Parameters];

const Row = z.object({
  centre: z.string(),
  about: z.string().nullable(),
  firstDay: z.string(),
  at: z.string(),
  number: z.int(),
});
type Row = z.output<typeof Row>;

/**
 * What each centre has set by the day of `at` there: the last that its record says, or else its file.
 * What is no number from 0 on sets nothing.
 */
export function numbersSet(
  database: DatabaseSync,
  centres: Centres,
  name: NumberName,
  at: Instant,
): ReadonlyMap<string, number> {
  const said = database
    .prepare(
      `SELECT centre, about, firstDay, at, number FROM proceeding
       WHERE id = ? AND +kind = 'profile-value' AND firstDay IS NOT NULL`,
    )
    .all(name)
    .map((row) => Row.parse(row))
    .toSorted(byTime);
  return new Map(
    [...centres.values()].map((centre) => {
      const day = centre.workingTime.dateAt(at);
      const own = said.filter((row) => row.centre === centre.code && row.firstDay <= day);
      const last = own.map(({ about }) => numberIn(about)).findLast((value) => value !== null);
      return [centre.code, last ?? inFile(centre, name, day)];
    }),
  );
}

/** By the first day on which they hold; of one day, in the order in which they were said. */
function byTime(a: Row, b: Row): number {
  const [one, other] = [a, b].map(({ firstDay, at }) => `${firstDay} ${at}`);
  if (one === other) return a.number - b.number;
  return (one ?? '') < (other ?? '') ? -1 : 1;
}

function numberIn(text: string | null): number | null {
  const value = text === null || text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) && value >= 0 ? value : null;
}

function inFile(centre: Centre, name: NumberName, day: CalendarDate): number {
  const later = centre.laterParameters.findLast(({ from }) => from <= day);
  return (later?.parameters ?? centre.parameters)[name];
}

/** SQL for the value of the centre of a row: null where there is no such centre. */
export function ofItsCentre(column: string, values: ReadonlyMap<string, number>): Condition {
  if (values.size === 0) return { sql: 'NULL', values: [] };
  const cases = [...values].map(() => 'WHEN ? THEN ?').join(' ');
  const bound: SQLInputValue[] = [...values].flat();
  return { sql: `(CASE ${column} ${cases} END)`, values: bound };
}
