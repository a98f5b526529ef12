/** What cannot be right about a centre: found when the program starts, and said with centre, rule and period. */
import { calendar } from '../time/calendar.ts';
import { plusDays } from '../time/date.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { CalendarDate } from '../units.ts';
import type { Centre, Demand, Regulation } from './centre.ts';
import { citedIn, isCitation } from './citation.ts';
import { isNational, nationalLaws } from './national-law.ts';

/**
 * @throws Error that names the centre and every fault of it: a regulation or rule whose period is
 *   reversed or overlaps another of its kind, days between two regulations on which none holds, a rule
 *   or value by an article that is not the centre's, a rule that holds outside its regulation, and
 *   whatever `calendar` finds wrong with its hours and notices.
 */
export function checkCentre(centre: Centre): void {
  const faults = [
    ...faultsOfRegulations(centre.regulations),
    ...faultsOfRules(centre.demands),
    ...centre.demands.flatMap((demand) => faultsOfArticle(demand, centre)),
    ...faultsOfProfile(centre),
    ...faultsOfHours('', centre.workingTime),
    ...(centre.saturdayProcedures === null
      ? []
      : faultsOfHours('on Saturdays, ', centre.saturdayProcedures.workingTime)),
  ];
  if (faults.length > 0)
    throw new Error(`the centre ${centre.code} is wrong: ${faults.join('; ')}`);
}

/** @throws Error that names the codes that two of the centres share. */
export function checkCodes(centres: readonly Pick<Centre, 'code'>[]): void {
  const codes = centres.map(({ code }) => code);
  const twice = new Set(codes.filter((code, place) => codes.indexOf(code) !== place));
  if (twice.size > 0) throw new Error(`centres are listed twice: ${[...twice].join(', ')}`);
}

type Period = Pick<Demand, 'from' | 'to'>;

function faultsOfRegulations(regulations: readonly Regulation[]): string[] {
  const ordered = regulations.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const gaps = ordered.flatMap(({ to }, place) => {
    const next = ordered[place + 1];
    if (next === undefined || to === null) return [];
    const missing = { from: plusDays(to, 1), to: plusDays(next.from, -1) };
    return isReversed(missing) ? [] : [`no regulation holds ${text(missing)}`];
  });
  return [...faultsOfPeriods(ordered, regulationName), ...gaps];
}

function faultsOfRules(demands: readonly Demand[]): string[] {
  const ofRule = Map.groupBy(demands, ({ rule }) => rule.key);
  return [...ofRule.values()].flatMap((same) => faultsOfPeriods(same, demandName));
}

/** Periods of one thing: each reversed one, and each two that overlap. */
function faultsOfPeriods<One extends Period>(
  periods: readonly One[],
  nameOf: (one: One) => string,
): string[] {
  return periods.flatMap((one, place) => [
    ...(isReversed(one) ? [`${nameOf(one)}: it ends before it begins`] : []),
    ...periods
      .slice(place + 1)
      .filter((other) => overlap(one, other))
      .map((other) => `${nameOf(one)} overlaps ${nameOf(other)}`),
  ]);
}

/** A rule binds by the centre's own regulation or by national law, and as long as that does. */
function faultsOfArticle(demand: Demand, { regulations }: Centre): string[] {
  const { citation } = demand;
  if (!isCitation(citation)) return [`${demandName(demand)}: ${citation} is no citation`];
  return (citedIn(citation) ?? []).flatMap(({ instrument }) => {
    const periods = isNational(instrument)
      ? [nationalLaws[instrument]]
      : regulations.filter(({ key }) => key === instrument);
    if (periods.length === 0) {
      return [`${demandName(demand)}: ${instrument} is no regulation of the centre`];
    }
    return periods.some((period) => isWithin(demand, period))
      ? []
      : [`${demandName(demand)}: the regulation ${instrument} is not in force all that time`];
  });
}

function faultsOfProfile({ profile, hoursArticle, saturdayProcedures, regulations }: Centre) {
  const articles = [
    ...Object.entries(profile).map(([name, { article }]) => ({ name, article })),
    { name: 'hours', article: hoursArticle },
    { name: 'saturdayProcedures', article: saturdayProcedures?.article ?? null },
  ];
  return articles.flatMap(({ name, article }) => {
    if (article === null) return [];
    const cited = citedIn(article);
    if (cited === null) return [`value ${name}: ${article} is no citation`];
    return cited
      .filter(({ instrument }) => !regulations.some(({ key }) => key === instrument))
      .map(({ instrument }) => `value ${name}: ${instrument} is no regulation of the centre`);
  });
}

function faultsOfHours(when: string, { calendar: made }: WorkingTime): string[] {
  try {
    calendar(made.zone, made.periods, made.notices);
    return [];
  } catch (error) {
    return [`${when}${error instanceof Error ? error.message : String(error)}`];
  }
}

function regulationName(regulation: Regulation): string {
  return `regulation ${regulation.key}, ${text(regulation)}`;
}

function demandName(demand: Demand): string {
  return `rule ${demand.rule.key}, ${text(demand)}`;
}

function isReversed({ from, to }: Period): boolean {
  return from !== null && to !== null && to < from;
}

function overlap(a: Period, b: Period): boolean {
  return reaches(a, b.from) && reaches(b, a.from);
}

function reaches({ to }: Period, start: CalendarDate | null): boolean {
  return to === null || start === null || start <= to;
}

function isWithin(inner: Period, outer: Period): boolean {
  const startsIn = outer.from === null || (inner.from !== null && inner.from >= outer.from);
  return startsIn && (outer.to === null || (inner.to !== null && inner.to <= outer.to));
}

function text({ from, to }: Period): string {
  return `from ${from ?? 'the beginning'} to ${to ?? 'the end'}`;
}
