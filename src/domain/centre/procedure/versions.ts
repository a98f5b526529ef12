/** Which version of a procedure is in force on which days. Versions are ordered by their first day. */
import { plusDays } from '../../time/date.ts';
import type { CalendarDate, CentreCode } from '../../units.ts';
import { type AtCentre, atCentre, type ProcedureState, type Statement } from './state.ts';

/** A version with all that it has from the ones before it. */
export type Version = Statement & {
  /** Last day in force; null: nothing has ended it. */
  readonly to: CalendarDate | null;
};

/**
 * The versions of a procedure at a centre, by their first day. Of several from one day the last that
 * was said holds; a version that a repeal ends before its first day never was in force.
 */
export function versionsOf({ statements, repeals }: Pick<AtCentre, 'statements' | 'repeals'>) {
  const ordered = statements
    .filter(({ from }, place) => !statements.slice(place + 1).some((later) => later.from === from))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const ends = repeals.map(({ to }) => to).toSorted();
  const versions: Version[] = [];
  for (const [place, statement] of ordered.entries()) {
    const before = versions.at(-1);
    const goesOn =
      before !== undefined && !ends.some((to) => before.from <= to && to < statement.from);
    const whole = goesOn ? inheriting(statement, before) : statement;
    const next = ordered[place + 1];
    const repealed = ends.find((to) => to >= statement.from);
    const replaced = next === undefined ? undefined : plusDays(next.from, -1);
    versions.push({ ...whole, to: earlier(repealed, replaced) });
  }
  return versions;
}

/** The version in force on a day, at a centre; null where there is none. */
export function inForceOn(
  state: ProcedureState,
  centre: CentreCode,
  date: CalendarDate,
): Version | null {
  const versions = versionsOf(atCentre(state, centre));
  return versions.find(({ from, to }) => from <= date && (to === null || date <= to)) ?? null;
}

/** A publication says all of it anew; in a change, what is null stays as it was. */
function inheriting(statement: Statement, before: Version): Statement {
  if (statement.is === 'published') return statement;
  const stated = Object.entries(statement).filter(([, value]) => value !== null);
  return Object.assign({}, before, Object.fromEntries(stated), {
    version: statement.version,
    document: statement.document,
  });
}

function earlier(a: CalendarDate | undefined, b: CalendarDate | undefined): CalendarDate | null {
  if (a === undefined || b === undefined) return a ?? b ?? null;
  return a < b ? a : b;
}
