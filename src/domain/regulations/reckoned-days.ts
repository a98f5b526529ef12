/** Every day of a reckoning: what of it was counted, and why the rest was not. */
import { dateOf, dayOf, msPerDay, msPerMinute } from '../time/date.ts';
import { type ExplainedDay, explainDay, type Stretch } from '../time/explain.ts';
import type { WorkingTime } from '../time/working-time.ts';
import { instantOfLocal } from '../time/zone.ts';
import { type CalendarDate, type Instant, instantAt, millisecondsOf } from '../units.ts';
import type { Paused } from './paused.ts';
import type { Reckoning } from './reckoning.ts';

/**
 * `counted`; `shut`: no service hours; `paused`: somebody else was waited for; `before`: what had
 * passed when the count began, or began again; `start`: of the day on which a term in days began, which is not one of them.
 */
export const stretchKinds = ['counted', 'shut', 'paused', 'before', 'start'] as const;
export type StretchKind = (typeof stretchKinds)[number];

/** The same of whole days; and `moved`: the last day was none on which the time can end, so it went on to the next that is. */
export const dayKinds = ['counted', 'day-off', 'paused', 'before', 'start', 'moved'] as const;
export type DayKind = (typeof dayKinds)[number];

export type ReckonedDay = ExplainedDay & {
  /** Which day of the term it is, from 1; counted back, the day before the date is 1. Null: none of its days. */
  readonly number: number | null;
  /** Null: a part of it was counted, or a term that is not one of days; see the stretches. */
  readonly is: DayKind | null;
  /** Without gap or overlap, from the opening to the due time; none where whole days are counted, days off with them. */
  readonly stretches: readonly (Stretch & {
    readonly minutes: number;
    readonly is: StretchKind;
  })[];
};

/** Longer than any term: of what is longer the days are not told. */
const daysMax = 1_000;

/** In the order of the calendar; empty where nothing lies between, or too much does. @param openedAt from when it is owed. */
export function reckonedDays(
  reckoning: Reckoning,
  openedAt: Instant,
  time: WorkingTime,
): readonly ReckonedDay[] {
  const { count, due } = reckoning;
  const end = dayOf(time.dateAt(due));
  if (count.unit === 'date') return namedDays(dayOf(count.date), end, time);
  if (count.unit === 'same-day') return namedDays(dayOf(time.dateAt(count.from)), end, time);
  if (count.unit === 'days-before') return daysBack(count, end, time);
  const first = dayOf(time.dateAt(openedAt));
  if (end - first >= daysMax) return [];
  const days = Array.from({ length: Math.max(0, end - first + 1) }, (_, place) => first + place);
  if (count.unit === 'calendar-days') return wholeDays(days, count.amount, reckoning, time);
  return days.reduce<ReckonedDay[]>((told, day) => {
    const before = told.findLast(({ number }) => number !== null)?.number ?? 0;
    told.push(partDay(day, before + 1, reckoning, openedAt, time));
    return told;
  }, []);
}

/** From the day that was named to the one with which the time ends, whichever is the earlier. */
function namedDays(named: number, end: number, time: WorkingTime): ReckonedDay[] {
  const [first, last] = [Math.min(named, end), Math.max(named, end)];
  return Array.from({ length: last - first + 1 }, (_, place) => {
    const day = first + place;
    const explained = explainDay(time, dateOf(day));
    if (day === end) return whole(explained, 'counted', null);
    return whole(explained, explained.hours.length === 0 ? 'day-off' : 'moved', null);
  });
}

function daysBack(
  { date, amount }: { readonly date: CalendarDate; readonly amount: number },
  end: number,
  time: WorkingTime,
): ReckonedDay[] {
  let number = 0;
  const back = Array.from({ length: dayOf(date) - end }, (_, place) => {
    const explained = explainDay(time, dateOf(dayOf(date) - 1 - place));
    if (explained.hours.length === 0 || number >= amount) return whole(explained, 'day-off', null);
    number += 1;
    return whole(explained, 'counted', number);
  });
  return [...back.toReversed(), whole(explainDay(time, date), 'start', null)];
}

function wholeDays(
  days: readonly number[],
  amount: number,
  { from, pauses }: Reckoning,
  time: WorkingTime,
): ReckonedDay[] {
  const start = dayOf(time.dateAt(from));
  const isPaused = (day: number) =>
    pauses.some(({ strict, from: began, until }) => {
      if (strict !== 'extends' && strict !== 'stops') return false;
      const last = until === null ? Infinity : dayOf(time.dateAt(until));
      return dayOf(time.dateAt(began)) < day && day <= last;
    });
  let number = 0;
  return days.map((day) => {
    const explained = explainDay(time, dateOf(day));
    if (day < start) return whole(explained, 'before', null);
    if (day === start) return whole(explained, 'start', null);
    if (isPaused(day)) return whole(explained, 'paused', null);
    if (number === amount) return whole(explained, 'moved', null);
    number += 1;
    return whole(explained, 'counted', number);
  });
}

function whole(explained: ExplainedDay, is: DayKind, number: number | null): ReckonedDay {
  return { ...explained, number, is, stretches: [] };
}

/** A day of working time: which it would be of a term in working days, and what of its hours was counted. */
function partDay(
  day: number,
  next: number,
  reckoning: Reckoning,
  openedAt: Instant,
  time: WorkingTime,
): ReckonedDay {
  const { count, from, due } = reckoning;
  const explained = explainDay(time, dateOf(day));
  const { zone } = time.calendar;
  const start = dayOf(time.dateAt(from));
  const isStart = count.unit === 'working-days' && count.firstDay === 'next' && day === start;
  const part = {
    from: Math.max(instantOfLocal(zone, day * msPerDay), millisecondsOf(openedAt)),
    to: Math.min(instantOfLocal(zone, (day + 1) * msPerDay), millisecondsOf(due)),
  };
  const kindOf = (at: number): StretchKind => {
    const isOpen = count.unit === 'clock-minutes' || isWithin(explained.hours, at);
    if (!isOpen) return 'shut';
    if (isPausedAt(reckoning.pauses, at)) return 'paused';
    if (at < millisecondsOf(from)) return 'before';
    return isStart ? 'start' : 'counted';
  };
  const edges = [
    explained.hours,
    reckoning.pauses.map(({ from: began, until }) => ({ from: began, to: until ?? due })),
  ]
    .flat()
    .flatMap((stretch) => [millisecondsOf(stretch.from), millisecondsOf(stretch.to)]);
  const stretches = stretchesIn(part, [...edges, millisecondsOf(from)], kindOf);
  const told = dayOfTerm(day, next, explained, reckoning, time);
  const [only, ...others] = new Set(stretches.map(({ is }) => is).filter((is) => is !== 'shut'));
  const isNone = (only === 'paused' || only === 'before') && others.length === 0;
  return { ...explained, ...told, ...(isNone ? { is: only } : {}), stretches };
}

function dayOfTerm(
  day: number,
  next: number,
  { hours }: ExplainedDay,
  { count, from }: Reckoning,
  time: WorkingTime,
): Pick<ReckonedDay, 'number' | 'is'> {
  if (hours.length === 0 && count.unit !== 'clock-minutes') return { number: null, is: 'day-off' };
  const start = dayOf(time.dateAt(from));
  if (count.unit !== 'working-days') return { number: null, is: day < start ? 'before' : null };
  if (day < start) return { number: null, is: 'before' };
  if (day === start && count.firstDay === 'next') return { number: null, is: 'start' };
  return next <= count.amount ? { number: next, is: 'counted' } : { number: null, is: null };
}

/** `part`, cut at `edges` into stretches of one kind each. */
function stretchesIn(
  part: { readonly from: number; readonly to: number },
  edges: readonly number[],
  kindOf: (at: number) => StretchKind,
): ReckonedDay['stretches'] {
  if (part.from >= part.to) return [];
  const inside = edges.filter((edge) => part.from < edge && edge < part.to);
  const cuts = [...new Set([part.from, ...inside, part.to])].toSorted((a, b) => a - b);
  const told: { from: number; to: number; is: StretchKind }[] = [];
  for (const [place, from] of cuts.slice(0, -1).entries()) {
    const [to, is, last] = [cuts[place + 1] ?? part.to, kindOf(from), told.at(-1)];
    if (last?.is === is) last.to = to;
    else told.push({ from, to, is });
  }
  return told.map(({ from, to, is }) => ({
    from: instantAt(from),
    to: instantAt(to),
    minutes: (to - from) / msPerMinute,
    is,
  }));
}

function isWithin(hours: readonly Stretch[], at: number): boolean {
  return hours.some(({ from, to }) => millisecondsOf(from) <= at && at < millisecondsOf(to));
}

function isPausedAt(pauses: readonly Paused[], at: number): boolean {
  return pauses.some(
    ({ from, until }) =>
      millisecondsOf(from) <= at && (until === null || at < millisecondsOf(until)),
  );
}

/** What was counted in all; null: the term is none of such. */
export function totalOf(
  days: readonly ReckonedDay[],
  { count }: Reckoning,
): { readonly minutes: number | null; readonly days: number | null } {
  const numbered = days.filter(({ number }) => number !== null).length;
  const isOfDays = ['working-days', 'calendar-days', 'days-before'].includes(count.unit);
  const isOfHours = !['calendar-days', 'days-before', 'date', 'same-day'].includes(count.unit);
  const minutes = days
    .flatMap(({ stretches }) => stretches)
    .filter(({ is }) => is === 'counted')
    .reduce((sum, stretch) => sum + stretch.minutes, 0);
  return { minutes: isOfHours ? minutes : null, days: isOfDays ? numbered : null };
}
