/** What holds on one day: its service hours, and the notices that made them so. */
import { type Calendar, type CalendarNotice, hoursOn, type Interval } from './calendar.ts';
import { dateOf, dayOf, msPerDay, msPerMinute, type Weekday, weekdayOf } from './date.ts';
import { instantOfLocal, type Zone } from './zone.ts';

export type DayPlan = {
  /** In order, apart. A day is a working day if there are any: a half-day closure leaves it one. */
  readonly hours: readonly Interval[];
  /** What the notices say of the day, in the order in which they became known. Empty: an ordinary day of its week. */
  readonly because: readonly Because[];
};

/** Why a day is not an ordinary one of its week. */
export type Because = {
  readonly kind: 'off' | 'worked' | 'closure';
  readonly reason: string;
  readonly notice: string;
  readonly source: string;
  /** The part of the day that is closed; `null` where it is about the whole day. */
  readonly part: Interval | null;
};

/** Milliseconds since 1970 UTC, the end not included. */
export type Span = { readonly from: number; readonly to: number };

/** The plan of any day number. Total for the years 1 to 9999, and quick: an ordinary day is looked up. */
export function plannerOf(calendar: Calendar): (day: number) => DayPlan {
  const weeks = calendar.periods.map(({ from, hours }) => ({
    fromDay: from === null ? -Infinity : dayOf(from),
    plans: new Map(Object.entries(hours).map(([weekday, day]) => [weekday, ordinary(day)])),
  }));
  const special = specialDays(calendar);
  return (day) => {
    const named = special.get(day);
    if (named !== undefined) return named;
    const week = weeks.findLast(({ fromDay }) => fromDay <= day);
    return week?.plans.get(weekdayOf(day)) ?? closedDay;
  };
}

const closedDay: DayPlan = { hours: [], because: [] };

function ordinary(intervals: readonly Interval[]): DayPlan {
  return { hours: inOrder(intervals), because: [] };
}

function inOrder(intervals: readonly Interval[]): Interval[] {
  return intervals.toSorted((a, b) => a.from - b.from);
}

function specialDays(calendar: Calendar): ReadonlyMap<number, DayPlan> {
  const plans = new Map<number, DayPlan>();
  const planned = (day: number) => plans.get(day) ?? ordinary(weekHours(calendar, day));
  for (const notice of calendar.notices) applyNotice(calendar, notice, plans, planned);
  return plans;
}

function applyNotice(
  calendar: Calendar,
  notice: CalendarNotice,
  plans: Map<number, DayPlan>,
  planned: (day: number) => DayPlan,
): void {
  const about = { notice: notice.id, source: notice.source };
  const change = (day: number, hours: readonly Interval[], because: Because) => {
    plans.set(day, { hours, because: [...planned(day).because, because] });
  };
  for (const { date, reason } of notice.off) {
    change(dayOf(date), [], { kind: 'off', reason, part: null, ...about });
  }
  for (const { date, reason, hours } of notice.worked) {
    const day = dayOf(date);
    const worked = typeof hours === 'string' ? weekHours(calendar, day, hours) : hours;
    change(day, inOrder(worked), { kind: 'worked', reason, part: null, ...about });
  }
  for (const { date, reason, from, to } of notice.closures) {
    const day = dayOf(date);
    const part = { from, to };
    change(day, without(planned(day).hours, part), { kind: 'closure', reason, part, ...about });
  }
}

function weekHours(calendar: Calendar, day: number, weekday: Weekday = weekdayOf(day)) {
  return hoursOn(calendar.periods, dateOf(day))[weekday] ?? [];
}

function without(hours: readonly Interval[], closed: Interval): Interval[] {
  return hours
    .flatMap(({ from, to }) => [
      { from, to: Math.min(to, closed.from) },
      { from: Math.max(from, closed.to), to },
    ])
    .filter(({ from, to }) => from < to);
}

/**
 * The service hours of a day as instants. Where the clock changes in service hours they are as
 * long as they last: a day of 24 hours has 23 or 25.
 */
export function spansOf(zone: Zone, { hours }: DayPlan, day: number): readonly Span[] {
  const midnight = day * msPerDay;
  return hours
    .map(({ from, to }) => ({
      from: instantOfLocal(zone, midnight + from * msPerMinute),
      to: instantOfLocal(zone, midnight + to * msPerMinute),
    }))
    .filter(({ from, to }) => from < to);
}
