/**
 * When a centre serves: its hours on each weekday, and the notices that change single days.
 *
 * Notices are versioned: each says since when it was known, and a calendar can be asked for as it
 * was known at an instant. Of what two notices say about one date, the one known later holds.
 *
 * Where some procedures have other hours (Saturday mornings, say), each schedule is a calendar.
 */
import type { CalendarDate, Instant } from '../units.ts';
import { dayOf, type Weekday, weekdayOf, weekdays } from './date.ts';
import type { Zone } from './zone.ts';

/** Minutes since local midnight, the end not included: 0 <= from < to <= 1440. */
export type Interval = { readonly from: number; readonly to: number };

/** A weekday that is not named has no service hours. */
export type Hours = Readonly<Partial<Record<Weekday, readonly Interval[]>>>;

/** The hours from a date on, until the next period; `null` is from the beginning of time. */
export type HoursPeriod = { readonly from: CalendarDate | null; readonly hours: Hours };

export type DayOff = { readonly date: CalendarDate; readonly reason: string };

export type WorkedDay = {
  readonly date: CalendarDate;
  /** Its hours, or the weekday whose hours it has: a Saturday worked in a Friday's stead is `fri`. */
  readonly hours: readonly Interval[] | Weekday;
  readonly reason: string;
};

/** A part of a day on which the centre is closed. */
export type Closure = Interval & { readonly date: CalendarDate; readonly reason: string };

/** To take a day off back is to declare the day worked in a later notice; that ends its closures, too. */
export type CalendarNotice = {
  readonly id: string;
  /** The document that says so, as a reader would look it up. */
  readonly source: string;
  /** When it was issued or recorded; from that instant on, inclusive, it is known. */
  readonly known: Instant;
  readonly off: readonly DayOff[];
  readonly worked: readonly WorkedDay[];
  readonly closures: readonly Closure[];
};

export type Calendar = {
  readonly zone: Zone;
  /** In order; the first is from the beginning of time. */
  readonly periods: readonly HoursPeriod[];
  /** In the order in which they became known; those of one instant by id. */
  readonly notices: readonly CalendarNotice[];
};

/** `between('07:30', '11:30')`. The end may be `24:00`. @throws RangeError unless written HH:MM. */
export function between(from: string, to: string): Interval {
  return { from: minutesOf(from), to: minutesOf(to) };
}

function minutesOf(clock: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock) ?? [];
  if (clock === '24:00') return 24 * 60;
  if (hours === undefined) throw new RangeError(`a clock time is written 07:30, not ${clock}`);
  return Number(hours) * 60 + Number(minutes);
}

/** The same hours from Monday to Friday, none at the weekend. */
export function mondayToFriday(...day: readonly Interval[]): Hours {
  return { mon: day, tue: day, wed: day, thu: day, fri: day };
}

/** 24 hours every day. */
export function aroundTheClock(): Hours {
  const day = [between('00:00', '24:00')];
  return { ...mondayToFriday(...day), sat: day, sun: day };
}

/**
 * A checked calendar. `hours` are one week's, or one for each period in which they differ.
 *
 * @throws Error that names every fault and its place: intervals or closures that overlap or are
 *   reversed, a period without hours, no hours before the first period, two periods or notices
 *   that start alike or share an id, a day worked like a weekday that has no hours.
 */
export function calendar(
  zone: Zone,
  hours: Hours | readonly HoursPeriod[],
  notices: readonly CalendarNotice[] = [],
): Calendar {
  const periods = isPeriods(hours) ? hours.toSorted(byStart) : [{ from: null, hours }];
  const made = { zone, periods, notices: notices.toSorted(byKnown) };
  const faults = [
    ...faultsOfPeriods(periods),
    ...repeated(notices.map(({ id }) => id)).map((id) => `notice ${id} is given twice`),
    ...notices.flatMap(faultsOfNotice),
    ...notices.flatMap((notice) => faultsOfWorked(notice, periods)),
  ];
  if (faults.length > 0) throw new Error(`the calendar is wrong: ${faults.join('; ')}`);
  return made;
}

function isPeriods(hours: Hours | readonly HoursPeriod[]): hours is readonly HoursPeriod[] {
  return Array.isArray(hours);
}

function byStart(a: HoursPeriod, b: HoursPeriod): number {
  return (a.from ?? '') < (b.from ?? '') ? -1 : 1;
}

function byKnown(a: CalendarNotice, b: CalendarNotice): number {
  if (a.known !== b.known) return a.known < b.known ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** The calendar with the notices known at `instant` or earlier. */
export function asKnownAt({ zone, periods, notices }: Calendar, instant: Instant): Calendar {
  return { zone, periods, notices: notices.filter(({ known }) => known <= instant) };
}

/** The hours of the week that is in force on a date. */
export function hoursOn(periods: readonly HoursPeriod[], date: CalendarDate): Hours {
  return periods.findLast(({ from }) => from === null || from <= date)?.hours ?? {};
}

/** What is wrong with a notice in itself, whatever the hours of the centre. Empty if nothing is. */
export function faultsOfNotice({ id, off, worked, closures }: CalendarNotice): readonly string[] {
  const at = (date: CalendarDate) => `notice ${id}, ${date}`;
  const closed = Map.groupBy(closures, ({ date }) => date);
  return [
    ...repeated([...off, ...worked].map(({ date }) => date)).map(
      (date) => `${at(date)}: off or worked is said twice`,
    ),
    ...worked.flatMap(({ date, hours }) =>
      typeof hours === 'string' ? [] : faultsOfDay(at(date), hours),
    ),
    ...[...closed].flatMap(([date, intervals]) => faultsOfDay(`${at(date)}, closures`, intervals)),
  ];
}

function faultsOfPeriods(periods: readonly HoursPeriod[]): string[] {
  const starts = periods.map(({ from }) => from ?? 'the beginning');
  return [
    ...(periods[0]?.from === null ? [] : [`there are no hours before ${starts[0] ?? 'any date'}`]),
    ...repeated(starts).map((start) => `two periods of hours are from ${start}`),
    ...periods.flatMap(({ hours }, place) => faultsOfHours(`hours from ${starts[place]}`, hours)),
  ];
}

function faultsOfHours(where: string, hours: Hours): string[] {
  const named = weekdays.filter((weekday) => hours[weekday] !== undefined);
  if (named.length === 0) return [`${where}: no day of the week has hours`];
  return named.flatMap((weekday) => faultsOfDay(`${where}, ${weekday}`, hours[weekday] ?? []));
}

function faultsOfDay(where: string, intervals: readonly Interval[]): string[] {
  if (intervals.length === 0)
    return [`${where}: hours are missing (leave the day out to close it)`];
  const ordered = intervals.toSorted((a, b) => a.from - b.from);
  return ordered.flatMap((interval, place) => {
    const { from, to } = interval;
    const whole = Number.isInteger(from) && Number.isInteger(to);
    if (!whole || from < 0 || from >= to || to > 24 * 60) {
      return [`${where}: ${text(interval)} is no interval of a day`];
    }
    const next = ordered[place + 1];
    return next !== undefined && next.from < to
      ? [`${where}: ${text(interval)} and ${text(next)} overlap`]
      : [];
  });
}

function faultsOfWorked(
  { id, worked }: CalendarNotice,
  periods: readonly HoursPeriod[],
): readonly string[] {
  return worked.flatMap(({ date, hours }) => {
    if (typeof hours !== 'string' || hoursOn(periods, date)[hours] !== undefined) return [];
    const weekday = weekdayOf(dayOf(date));
    return [`notice ${id}, ${date} (${weekday}): worked like ${hours}, which has no hours`];
  });
}

function text({ from, to }: Interval): string {
  return `${clockText(from)}–${clockText(to)}`;
}

function clockText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

function repeated<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values.filter((value, place) => values.indexOf(value) !== place))];
}
