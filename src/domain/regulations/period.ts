/** The periods of a year for which something is owed, and the days on which it is due. */
import { dateOf, dayOf, msPerDay, plusDays, weekdayOf } from '../time/date.ts';
import { instantOfLocal } from '../time/zone.ts';
import { CalendarDate, type Instant, instantAt } from '../units.ts';
import { counted } from './counted.ts';
import type { PeriodLength } from './period-length.ts';
import { recordsBegin } from './registers/beginning.ts';
import type { Context } from './rule.ts';

export type Period = {
  /** `2026`, `2026-H1`, `2026-Q1`, `2026-03`, `2026-W10`. */
  readonly name: string;
  readonly from: CalendarDate;
  /** Its last day. */
  readonly to: CalendarDate;
  /** The first instant of its first day, at the centre. */
  readonly start: Instant;
};

/**
 * The periods of `length` that begin in the year of the context's subject (`calendar-SL-2026`), at the
 * centre, and not before its records do: of what was never recorded here nothing is asked.
 */
export function periodsOf(length: PeriodLength, context: Context): readonly Period[] {
  const year = Number(context.subject.slice(-4));
  const begin = context.registers.look(recordsBegin, context.centre);
  if (begin === null) return [];
  const first = context.workingTime.dateAt(begin);
  return spansIn(year, length)
    .filter(({ from }) => from >= first)
    .map((span) => ({ ...span, start: startOf(span.from, context) }));
}

/** What holds in the year of the context's subject, one after the other: a single one, unless the centre sets a value in it. */
export function contextsOfYear(context: Context): readonly Context[] {
  const newYear = dayOf(date(Number(context.subject.slice(-4)), 1));
  const days = Array.from({ length: 369 }, (_, place) => dateOf(newYear - 3 + place)); // a week may begin before it
  return [...new Set(days.map((day) => context.at(startOf(day, context))))];
}

type DateSpan = Omit<Period, 'start'>;

function spansIn(year: number, length: PeriodLength): DateSpan[] {
  if (length === 'week') return weeksIn(year);
  const months = { month: 1, quarter: 3, 'half-year': 6, year: 12 }[length];
  return Array.from({ length: 12 / months }, (_, place) => {
    const from = date(year, place * months + 1);
    return { name: nameOf(year, length, place), from, to: lastDay(year, (place + 1) * months) };
  });
}

function nameOf(year: number, length: Exclude<PeriodLength, 'week'>, place: number): string {
  if (length === 'year') return String(year);
  if (length === 'month') return `${year}-${String(place + 1).padStart(2, '0')}`;
  return `${year}-${length === 'quarter' ? 'Q' : 'H'}${place + 1}`;
}

/** From Monday to Sunday; a week is of the year of its Thursday (ISO 8601). */
function weeksIn(year: number): DateSpan[] {
  const fourth = dayOf(date(year, 1)) + 3; // 4 January is always in week 1
  const back = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(weekdayOf(fourth));
  const weeks: DateSpan[] = [];
  for (let monday = fourth - back; dateOf(monday + 3).startsWith(String(year)); monday += 7) {
    const name = `${year}-W${String(weeks.length + 1).padStart(2, '0')}`;
    weeks.push({ name, from: dateOf(monday), to: dateOf(monday + 6) });
  }
  return weeks;
}

function date(year: number, month: number): CalendarDate {
  return CalendarDate.parse(`${year}-${String(month).padStart(2, '0')}-01`);
}

function lastDay(year: number, month: number): CalendarDate {
  return plusDays(month === 12 ? date(year + 1, 1) : date(year, month + 1), -1);
}

/** The first instant of a date, at the centre. */
export function startOf(day: CalendarDate, { workingTime }: Context): Instant {
  return instantAt(instantOfLocal(workingTime.calendar.zone, dayOf(day) * msPerDay));
}

/**
 * When a duty of a period is due of which no day is named (`periodDeadline`). A week may have no working
 * day: what is owed for it is due on the first one after it.
 */
export function endOfPeriod({ from, to }: Pick<Period, 'from' | 'to'>, context: Context): Instant {
  const { workingTime, parameters } = context;
  if (parameters.periodDeadline === 'last-day' || workingTime.isWorkingDay(to)) {
    return endOfDay(to, context);
  }
  const last = workingTime.previousWorkingDay(to);
  const due = closeOf(last < from ? workingTime.nextWorkingDay(to) : last, context);
  return counted(due, { unit: 'date', date: to }, context);
}

/** When what is due on a report's day is due: a day off moves it as the centre's `reportDayOff` says. */
export function onReportDay(day: CalendarDate, context: Context): Instant {
  const { workingTime, parameters } = context;
  if (workingTime.isWorkingDay(day) || parameters.reportDayOff === 'stays') {
    return endOfDay(day, context);
  }
  const moved =
    parameters.reportDayOff === 'before'
      ? workingTime.previousWorkingDay(day)
      : workingTime.nextWorkingDay(day);
  return counted(closeOf(moved, context), { unit: 'date', date: day }, context);
}

/** Day `number` of the month in which `period` ends; in a shorter month, of its last day. */
export function dayOfMonth({ to }: Pick<Period, 'to'>, number: number): CalendarDate {
  const last = lastDay(Number(to.slice(0, 4)), Number(to.slice(5, 7)));
  const day = CalendarDate.parse(`${to.slice(0, 8)}01`);
  const wanted = plusDays(day, number - 1);
  return wanted < last ? wanted : last;
}

/** When a deadline that is a date ends (`dateDeadlineEnds`). */
export function endOfDay(day: CalendarDate, context: Context): Instant {
  return counted(closeOf(day, context), { unit: 'date', date: day }, context);
}

/** The same of a day that was counted, or moved to: whoever calls it says how. */
export function closeOf(day: CalendarDate, { workingTime, parameters }: Context): Instant {
  if (parameters.dateDeadlineEnds === 'service-hours') return workingTime.endOfDate(day);
  return workingTime.midnightAfter(day);
}

export function isWithin(day: CalendarDate, { from, to }: Pick<Period, 'from' | 'to'>): boolean {
  return from <= day && day <= to;
}
