/**
 * Why a due time is what it is: every interval and day that was counted, every pause, every day off
 * with the notice that made it one. For people who doubt it, so it is told in full.
 */
import { type CalendarDate, type Instant, instantAt, millisecondsOf } from '../units.ts';
import { dateOf, dayOf, msPerDay, msPerMinute } from './date.ts';
import { type Because, type Span, spansOf } from './day-plan.ts';
import type { Counting, WorkingTime } from './working-time.ts';
import { instantOfLocal, localDayAt } from './zone.ts';

export type ExplainedDay = {
  readonly date: CalendarDate;
  /** The service hours; none on a day off. */
  readonly hours: readonly Stretch[];
  /** The notices that make it other than an ordinary day of its week. Empty: the weekly hours. */
  readonly because: readonly Because[];
};

export type Stretch = { readonly from: Instant; readonly to: Instant };

export type MinutesExplained = {
  readonly from: Instant;
  readonly due: Instant;
  readonly days: readonly (ExplainedDay & {
    /** The part of the day between `from` and `due`, without gap or overlap: counted, or a pause. */
    readonly stretches: readonly (Stretch & {
      readonly minutes: number;
      readonly counted: boolean;
    })[];
  })[];
};

export type DaysExplained = {
  /** Where the counting starts, and what it arrives at. */
  readonly from: Instant;
  readonly due: Instant;
  /** In the order in which they are counted, so backwards for "working days before". */
  readonly days: readonly (ExplainedDay & CountedDay)[];
};

/** `number`: which day of the term it is, from 1. */
export type CountedDay =
  | { readonly counted: 'yes'; readonly number: number }
  | { readonly counted: 'day-off' | 'day-of-start'; readonly number: null };

/** `WorkingTime.addMinutes`, explained. @throws as it does. */
export function explainMinutes(
  time: WorkingTime,
  from: Instant,
  minutes: number,
): MinutesExplained {
  return explainSpan(time, from, time.addMinutes(from, minutes));
}

/** How `due` came to be so long after `from`. */
function explainSpan(time: WorkingTime, from: Instant, due: Instant): MinutesExplained {
  const all = {
    from: millisecondsOf(from),
    to: Math.max(millisecondsOf(from), millisecondsOf(due)),
  };
  const { zone } = time.calendar;
  const days = daysBetween(localDayAt(zone, all.from), localDayAt(zone, all.to)).map((day) => {
    const part = common(all, dayIn(time, day));
    return { ...explainDay(time, dateOf(day)), stretches: stretchesOf(time, day, part) };
  });
  return { from, due, days };
}

/** `WorkingTime.addWorkingDays`, explained. By `same-moment` the last day listed may lie after the due time: it was due before that day's hours reached the moment. @throws as it does. */
export function explainWorkingDays(
  time: WorkingTime,
  from: Instant,
  n: number,
  counting: Counting,
): DaysExplained {
  const due = time.addWorkingDays(from, n, counting);
  const start = localDayAt(time.calendar.zone, millisecondsOf(from));
  const days = counted(time, { start, step: 1, n, includesStart: counting === 'same-day' });
  return { from, due, days };
}

/** `WorkingTime.workingDaysBefore`, explained. @throws as it does. */
export function explainWorkingDaysBefore(
  time: WorkingTime,
  date: CalendarDate,
  n: number,
): DaysExplained {
  const due = time.workingDaysBefore(date, n);
  const from = instantAt(dayIn(time, dayOf(date)).from);
  const days = counted(time, { start: dayOf(date), step: -1, n, includesStart: false });
  return { from, due, days };
}

/** One date: its hours, and why. Explains `WorkingTime.endOfDate`. */
export function explainDay(time: WorkingTime, date: CalendarDate): ExplainedDay {
  const plan = time.planOf(dayOf(date));
  const hours = spansOf(time.calendar.zone, plan, dayOf(date)).map(asStretch);
  return { date, hours, because: plan.because };
}

function counted(
  time: WorkingTime,
  {
    start,
    step,
    n,
    includesStart,
  }: { start: number; step: number; n: number; includesStart: boolean },
): (ExplainedDay & CountedDay)[] {
  const days: (ExplainedDay & CountedDay)[] = [];
  let number = 0;
  for (let day = start; number < n; day += step) {
    const explained = explainDay(time, dateOf(day));
    if (explained.hours.length === 0) days.push({ ...explained, counted: 'day-off', number: null });
    else if (day === start && !includesStart) {
      days.push({ ...explained, counted: 'day-of-start', number: null });
    } else {
      number += 1;
      days.push({ ...explained, counted: 'yes', number });
    }
  }
  return days;
}

function stretchesOf(time: WorkingTime, day: number, part: Span) {
  const open = spansOf(time.calendar.zone, time.planOf(day), day)
    .map((span) => common(span, part))
    .filter(isLong);
  const edges = [part.from, ...open.flatMap(({ from, to }) => [from, to]), part.to];
  return edges
    .slice(1)
    .map((to, place) => ({ from: edges[place] ?? to, to, isOpen: place % 2 === 1 }))
    .filter(isLong)
    .map(({ from, to, isOpen }) => ({
      ...asStretch({ from, to }),
      minutes: (to - from) / msPerMinute,
      counted: isOpen,
    }));
}

function daysBetween(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

function dayIn(time: WorkingTime, day: number): Span {
  const { zone } = time.calendar;
  return {
    from: instantOfLocal(zone, day * msPerDay),
    to: instantOfLocal(zone, (day + 1) * msPerDay),
  };
}

function common(a: Span, b: Span): Span {
  return { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
}

function isLong({ from, to }: Span): boolean {
  return from < to;
}

function asStretch({ from, to }: Span): Stretch {
  return { from: instantAt(from), to: instantAt(to) };
}
