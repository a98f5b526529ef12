/**
 * Arithmetic in the working time of a centre, for one calendar: when is it due, how long was it.
 *
 * Every function is there twice: on instants, and, with `Ms` in its name, on milliseconds since
 * 1970 UTC, for whoever judges millions. How terms are read is said in the regulations' common
 * readings: an act at the very instant of the due time is in time; a due time in minutes is the
 * earliest instant by which they have passed; a term in days, and a date, end with the service
 * hours of the last day; the date of reception is the calendar date, whatever the hour; a half-day
 * closure leaves the day a working day.
 */
import { type CalendarDate, type Instant, instantAt, millisecondsOf } from '../units.ts';
import { asKnownAt, type Calendar } from './calendar.ts';
import { dateOf, dayOf, msPerDay, msPerMinute } from './date.ts';
import { type DayPlan, plannerOf, type Span, spansOf } from './day-plan.ts';
import * as tables from './table.ts';
import { instantOfLocal, localDateOf, localDayAt, type Zone } from './zone.ts';

/**
 * How the days of a term are counted:
 * - `next-day`: the first working day after the date of reception is day 1;
 * - `same-day`: the date of reception is day 1, or the first working day after it if it is a day off;
 * - `same-moment`: day 1 has passed at the same clock time on the next working day. If the centre
 *   is shut at that time, then when it last closed before it. From a day off it is as from the
 *   start of the next working day: the term ends when the last day closes.
 */
export type Counting = 'same-moment' | 'same-day' | 'next-day';

/** Working time is added and measured within these years; beyond them a date is a mistake. */
export const workingYears = { first: 1900, last: 2199 } as const;

/** Working days. Longer than any term. */
export const termMax = 10_000;

export class WorkingTime {
  readonly calendar: Calendar;
  /** The hours of a day number, and why they are so. */
  readonly planOf: (day: number) => DayPlan;
  readonly #zone: Zone;
  #table: tables.Table | undefined;
  /** Years that the table reaches to either side of what was asked; doubled with each longer table. */
  #reach = 4;

  constructor(calendar: Calendar) {
    this.calendar = calendar;
    this.#zone = calendar.zone;
    this.planOf = plannerOf(calendar);
  }

  /**
   * The earliest instant by which `minutes` of working time have passed: 30 minutes from 11:00 is
   * 11:30 where the morning ends at 11:30, not 13:30. Of 0 minutes, `from` itself.
   *
   * @throws RangeError if `minutes` is negative, or outside `workingYears`.
   */
  addMinutes(from: Instant, minutes: number): Instant {
    return instantAt(this.addMinutesMs(millisecondsOf(from), minutes));
  }

  addMinutesMs(from: number, minutes: number): number {
    if (!(minutes >= 0)) throw new RangeError(`a term cannot be ${minutes} minutes`);
    if (minutes === 0) return from;
    const amount = minutes * msPerMinute;
    return this.#compute(from, (table) => tables.afterWork(table, from, amount));
  }

  /**
   * When a term of `n` working days ends.
   *
   * @throws RangeError unless `n` is a whole number from 1 to `termMax`, or outside `workingYears`.
   * @example Received on Friday, 2 days: Tuesday's close by `next-day`, Monday's by `same-day`.
   */
  addWorkingDays(from: Instant, n: number, counting: Counting): Instant {
    return instantAt(this.addWorkingDaysMs(millisecondsOf(from), n, counting));
  }

  addWorkingDaysMs(from: number, n: number, counting: Counting): number {
    checkTerm(n);
    return this.#compute(from, (table) => termEnd(table, from, n, counting));
  }

  /**
   * Minutes of working time from `a` to `b`, not rounded; negative if `b` is the earlier, and 0
   * where no working time lies between. @throws RangeError outside `workingYears`.
   */
  minutesBetween(a: Instant, b: Instant): number {
    return this.minutesBetweenMs(millisecondsOf(a), millisecondsOf(b));
  }

  minutesBetweenMs(a: number, b: number): number {
    return this.#compute(a, () => tables.workBetween(this.#covering(b), a, b)) / msPerMinute;
  }

  /**
   * When a deadline that is a date ends: with that day's service hours. On a day off, where there
   * are none, with the date itself (its last millisecond), since who was promised a date has all
   * of it. Any date of the years 1 to 9999.
   */
  endOfDate(date: CalendarDate): Instant {
    return instantAt(this.endOfDayMs(dayOf(date)));
  }

  /** The last millisecond of a date, at the centre: for terms that end at midnight. */
  midnightAfter(date: CalendarDate): Instant {
    return instantAt(instantOfLocal(this.#zone, (dayOf(date) + 1) * msPerDay) - 1);
  }

  /** By day number. Hours that last until midnight end with the date, so that the next date is late. */
  endOfDayMs(day: number): number {
    const lastInstant = instantOfLocal(this.#zone, (day + 1) * msPerDay) - 1;
    return Math.min(this.#spans(day).at(-1)?.to ?? lastInstant, lastInstant);
  }

  /** When the service hours of a date begin; `null` on a day off. */
  openingOf(date: CalendarDate): Instant | null {
    const first = this.#spans(dayOf(date))[0];
    return first === undefined ? null : instantAt(first.from);
  }

  /**
   * "`n` working days before" a date: by the end of the `n`th working day counted back from it,
   * the date itself not counted. @throws RangeError unless `n` is a whole number from 1 to `termMax`.
   */
  workingDaysBefore(date: CalendarDate, n: number): Instant {
    checkTerm(n);
    let day = dayOf(date);
    for (let counted = 0; counted < n; counted += 1) day = this.#walk(day, -1);
    return instantAt(this.endOfDayMs(day));
  }

  /** Whether a date has service hours, however few. */
  isWorkingDay(date: CalendarDate): boolean {
    return this.planOf(dayOf(date)).hours.length > 0;
  }

  /** The first working day after a date. */
  nextWorkingDay(date: CalendarDate): CalendarDate {
    return dateOf(this.#walk(dayOf(date), 1));
  }

  /** The last working day before a date. */
  previousWorkingDay(date: CalendarDate): CalendarDate {
    return dateOf(this.#walk(dayOf(date), -1));
  }

  /** Whether it is in service hours; at the instant of opening it is, at that of closing no longer. */
  isOpenAt(instant: Instant): boolean {
    return this.isOpenAtMs(millisecondsOf(instant));
  }

  isOpenAtMs(ms: number): boolean {
    return this.#spans(localDayAt(this.#zone, ms)).some(({ from, to }) => from <= ms && ms < to);
  }

  /** The calendar date at an instant, at the centre. */
  dateAt(instant: Instant): CalendarDate {
    return localDateOf(instant, this.#zone);
  }

  #spans(day: number): readonly Span[] {
    return spansOf(this.#zone, this.planOf(day), day);
  }

  /** A calendar has hours in every week of its last period, so this ends, if need be with the years. */
  #walk(from: number, step: 1 | -1): number {
    let day = from + step;
    while (this.planOf(day).hours.length === 0) {
      day += step;
      dateOf(day); // throws once the years have run out
    }
    return day;
  }

  /** What `answer` finds in the table, extended about `ms` as long as it finds nothing. */
  #compute(ms: number, answer: (table: tables.Table) => number | undefined): number {
    let result = answer(this.#covering(ms));
    while (result === undefined) result = answer(this.#extended(ms));
    return result;
  }

  #covering(ms: number): tables.Table {
    let table = this.#table ?? this.#extended(ms);
    while (tables.placeOf(table, ms) === undefined) table = this.#extended(ms);
    return table;
  }

  #extended(ms: number): tables.Table {
    const { first, last } = workingYears;
    const year = new Date(ms).getUTCFullYear();
    const isWithin = year >= first && year <= last;
    const old = this.#table;
    const firstAsked = yearStart(Math.max(year - this.#reach, first));
    const endAsked = yearStart(Math.min(year + this.#reach, last) + 1);
    const firstDay = Math.min(firstAsked, old?.firstDay ?? firstAsked);
    const endDay = Math.max(endAsked, old === undefined ? endAsked : old.firstDay + old.days);
    if (!isWithin || endDay - firstDay === old?.days) {
      throw new RangeError(`working time is counted within the years ${first} to ${last} only`);
    }
    this.#reach *= 2;
    this.#table = tables.tableOf(this.#zone, this.planOf, firstDay, endDay);
    return this.#table;
  }
}

/** The working times of a calendar whose notices come one by one: made once for each state of knowledge. */
export function workingTimeAsKnown(calendar: Calendar): (at: Instant) => WorkingTime {
  const made = new Map<number, WorkingTime>(); // by how many notices were known: they are in order
  return (at) => {
    const known = asKnownAt(calendar, at);
    const before = made.get(known.notices.length);
    if (before !== undefined) return before;
    const workingTime = new WorkingTime(known);
    made.set(known.notices.length, workingTime);
    return workingTime;
  };
}

function termEnd(
  table: tables.Table,
  from: number,
  n: number,
  counting: Counting,
): number | undefined {
  const start = tables.placeOf(table, from);
  if (start === undefined) return undefined;
  const last = tables.nthWorkingDay(table, counting === 'same-day' ? start : start + 1, n);
  if (last === undefined) return undefined;
  if (counting === 'same-moment' && tables.isWorking(table, start)) {
    return tables.sameClock(table, from, last);
  }
  return tables.closingOf(table, last);
}

function yearStart(year: number): number {
  return Date.UTC(year, 0, 1) / msPerDay;
}

function checkTerm(n: number): void {
  if (Number.isInteger(n) && n >= 1 && n <= termMax) return;
  throw new RangeError(`a term is 1 to ${termMax} whole working days, not ${n}`);
}
