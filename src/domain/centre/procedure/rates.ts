/** What a procedure costs on which days. */
import { plusDays } from '../../time/date.ts';
import type { CalendarDate, CentreCode, Instant } from '../../units.ts';
import type { RateStatement } from './rate-statements.ts';
import { type AtCentre, atCentre, type ProcedureState } from './state.ts';
import { type Version, versionsOf } from './versions.ts';
import type { Rate } from './vocabulary/fields.ts';

/** One rate, as it is from a day on. */
export type RateLine = Rate & {
  readonly from: CalendarDate;
  /** Last day in force; null: nothing has ended it. */
  readonly to: CalendarDate | null;
  readonly document: string | null;
  readonly setAt: Instant;
  /** When the agency told the centre of it (NB Đ9.2a). */
  readonly notifiedAt: Instant | null;
  /** When the centre published it. */
  readonly publishedAt: Instant | null;
  readonly flaw: RateFlaw | null;
};

export const rateFlaws = ['procedure-not-in-force'] as const;
/** What cannot be right about a rate: kept from a backfill or an import, and listed. */
export type RateFlaw = (typeof rateFlaws)[number];

/**
 * The rates of a procedure at a centre, by code and then by first day. Of several from one day the last
 * that was said holds. A rate ends when it is said to, with the day before another amount, when a
 * version of the procedure no longer lists it, or with the procedure.
 */
export function ratesOf(at: Pick<AtCentre, 'rates' | 'statements' | 'repeals'>): RateLine[] {
  const codes = new Set(at.rates.flatMap(codesIn));
  return [...codes].toSorted().flatMap((code) => linesOf(code, at));
}

/** The rates in force on a day, at a centre. */
export function ratesInForceOn(
  state: ProcedureState,
  centre: CentreCode,
  date: CalendarDate,
): readonly RateLine[] {
  return ratesOf(atCentre(state, centre)).filter(
    ({ from, to }) => from <= date && (to === null || date <= to),
  );
}

type Set = Extract<RateStatement, { readonly is: 'set' }>;

function codesIn(statement: RateStatement): readonly string[] {
  return statement.is === 'set' ? statement.rates.map(({ rate }) => rate) : [];
}

function linesOf(code: string, at: Pick<AtCentre, 'rates' | 'statements' | 'repeals'>): RateLine[] {
  const sets = at.rates.filter((one): one is Set => one.is === 'set');
  const versions = versionsOf(at);
  const ends = [...endsOf(code, at.rates), ...procedureEnds(at, versions)];
  const isInForce = (day: CalendarDate) =>
    versions.some(({ from, to }) => from <= day && (to === null || day <= to));
  const touching = sets
    .filter(({ all, rates }) => all || rates.some(({ rate }) => rate === code))
    .filter(({ from }, place, every) => !every.slice(place + 1).some((one) => one.from === from))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return touching.flatMap((set, place): RateLine[] => {
    const rate = set.rates.find((one) => one.rate === code);
    if (rate === undefined) return []; // from then on it is not listed any more
    const next = touching[place + 1]?.from;
    const to = earliest([
      ...ends.filter((end) => end >= set.from),
      ...(next === undefined ? [] : [plusDays(next, -1)]),
    ]);
    const { from, document, at: setAt } = set;
    const flaw = isInForce(from) ? null : 'procedure-not-in-force';
    const line = { ...rate, from, to, document, setAt, flaw } as const;
    return [{ ...line, ...told(line, at.rates, touching) }];
  });
}

function endsOf(code: string, statements: readonly RateStatement[]): CalendarDate[] {
  return statements.flatMap((one) => (one.is === 'ended' && one.rate === code ? [one.to] : []));
}

/** The last days of the procedure after which it is not in force at once. */
function procedureEnds(
  at: Pick<AtCentre, 'repeals'>,
  versions: readonly Version[],
): CalendarDate[] {
  const repeals = new Set(at.repeals.map(({ to }) => to));
  return versions.flatMap(({ to }) => (to !== null && repeals.has(to) ? [to] : []));
}

/** When the agency told of the line, and when the centre published it: the first time of each. */
function told(
  line: Pick<RateLine, 'rate' | 'from'>,
  statements: readonly RateStatement[],
  sets: readonly Set[],
): Pick<RateLine, 'notifiedAt' | 'publishedAt'> {
  const first = (is: 'notified' | 'published') =>
    statements.find(
      (one) => one.is === is && one.rate === line.rate && isAbout(one, line.from, sets),
    )?.at ?? null;
  return { notifiedAt: first('notified'), publishedAt: first('published') };
}

function isAbout(
  { effective, since }: Extract<RateStatement, { readonly is: 'notified' | 'published' }>,
  from: CalendarDate,
  sets: readonly Set[],
): boolean {
  if (effective !== null) return effective === from;
  return sets.findLast((set) => set.at <= since)?.from === from;
}

function earliest(dates: readonly CalendarDate[]): CalendarDate | null {
  return dates.toSorted()[0] ?? null;
}
