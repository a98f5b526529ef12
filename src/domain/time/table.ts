/**
 * Working time over a range of days, counted out once, so that sums are look-ups.
 *
 * A table never changes. All times are milliseconds since 1970 UTC, all amounts milliseconds. A
 * function answers `undefined` where the answer lies beyond the table; `WorkingTime` then makes a
 * longer one.
 */

import { msPerDay } from './date.ts';
import { type DayPlan, spansOf } from './day-plan.ts';
import { instantOfLocal, localDayAt, type Zone } from './zone.ts';

export type Table = {
  readonly zone: Zone;
  /** The day number at place 0. */
  readonly firstDay: number;
  readonly days: number;
  /** By place of a day, and one more: when it starts. */
  readonly dayStart: Float64Array;
  /** By place of a day, and one more: its first span, or that of the next day that has one. */
  readonly spanOfDay: Int32Array;
  /** By span: when it starts and ends. */
  readonly spanFrom: Float64Array;
  readonly spanTo: Float64Array;
  /** By span, and one more: the working time before it, since the table began. */
  readonly workedBefore: Float64Array;
  /** The places of the working days, in order. */
  readonly workingDays: Int32Array;
  /** By place of a day, and one more: how many working days come before it. */
  readonly workingDaysBefore: Int32Array;
};

/** The table of the days from `firstDay` to before `endDay`. */
export function tableOf(
  zone: Zone,
  plan: (day: number) => DayPlan,
  firstDay: number,
  endDay: number,
): Table {
  const days = endDay - firstDay;
  const dayStart = new Float64Array(days + 1);
  const spanOfDay = new Int32Array(days + 1);
  const workingDaysBefore = new Int32Array(days + 1);
  const [spanFrom, spanTo, workedBefore]: [number[], number[], number[]] = [[], [], [0]];
  const workingDays: number[] = [];
  let worked = 0;
  for (let place = 0; place < days; place += 1) {
    const day = firstDay + place;
    dayStart[place] = instantOfLocal(zone, day * msPerDay);
    const spans = spansOf(zone, plan(day), day);
    for (const { from, to } of spans) {
      spanFrom.push(from);
      spanTo.push(to);
      worked += to - from;
      workedBefore.push(worked);
    }
    if (spans.length > 0) workingDays.push(place);
    spanOfDay[place + 1] = spanFrom.length;
    workingDaysBefore[place + 1] = workingDays.length;
  }
  dayStart[days] = instantOfLocal(zone, endDay * msPerDay);
  return {
    zone,
    firstDay,
    days,
    dayStart,
    spanOfDay,
    workingDaysBefore,
    spanFrom: Float64Array.from(spanFrom),
    spanTo: Float64Array.from(spanTo),
    workedBefore: Float64Array.from(workedBefore),
    workingDays: Int32Array.from(workingDays),
  };
}

/** The earliest instant by which `amount` of working time, above 0, has passed since `ms`. */
export function afterWork(table: Table, ms: number, amount: number): number | undefined {
  const worked = workedUntil(table, ms);
  return worked === undefined ? undefined : whenWorked(table, worked + amount, ms);
}

/** The working time from `a` to `b`; negative if `b` is the earlier. */
export function workBetween(table: Table, a: number, b: number): number | undefined {
  const [before, after] = [workedUntil(table, a), workedUntil(table, b)];
  return before === undefined || after === undefined ? undefined : after - before;
}

/** The place of the `n`th working day, from 1, at or after the place `from`. */
export function nthWorkingDay(table: Table, from: number, n: number): number | undefined {
  const before = table.workingDaysBefore[from];
  return before === undefined ? undefined : table.workingDays[before + n - 1];
}

export function isWorking(table: Table, place: number): boolean {
  return get(table.spanOfDay, place) < get(table.spanOfDay, place + 1);
}

/** When the service hours of a working day end; those that last until midnight, with the date. */
export function closingOf(table: Table, place: number): number {
  const closing = get(table.spanTo, get(table.spanOfDay, place + 1) - 1);
  return Math.min(closing, get(table.dayStart, place + 1) - 1);
}

/**
 * The instant at which the clock of the day at `place` shows what it shows at `ms` on its own day,
 * moved back to where the working time before it was done.
 */
export function sameClock(table: Table, ms: number, place: number): number | undefined {
  const local = ms + table.zone.offsetAt(ms);
  const days = table.firstDay + place - localDayAt(table.zone, ms);
  const moment = instantOfLocal(table.zone, local + days * msPerDay);
  const worked = workedUntil(table, moment);
  return worked === undefined ? undefined : whenWorked(table, worked, moment);
}

/** The place of the day that has the instant. */
export function placeOf(table: Table, ms: number): number | undefined {
  const { dayStart, days } = table;
  const start = get(dayStart, 0);
  if (!(ms >= start && ms < get(dayStart, days))) return undefined;
  let place = Math.min(Math.floor((ms - start) / msPerDay), days - 1);
  while (get(dayStart, place) > ms) place -= 1; // where the clock changes, days differ in length
  while (get(dayStart, place + 1) <= ms) place += 1;
  return place;
}

/** The working time from the start of the table until `ms`. */
function workedUntil(table: Table, ms: number): number | undefined {
  const place = placeOf(table, ms);
  if (place === undefined) return undefined;
  const { spanOfDay, spanFrom, spanTo, workedBefore } = table;
  const end = get(spanOfDay, place + 1);
  let span = get(spanOfDay, place);
  while (span < end && get(spanTo, span) <= ms) span += 1;
  const inSpan = span < end ? Math.max(0, ms - get(spanFrom, span)) : 0;
  return get(workedBefore, span) + inSpan;
}

/**
 * The earliest instant by which `worked` has been worked since the table began; never in the
 * break after it, where no more is worked. `near` is an instant not long before, or none.
 */
function whenWorked(table: Table, worked: number, near: number): number | undefined {
  const { spanOfDay, spanFrom, workedBefore } = table;
  const spans = spanFrom.length;
  if (worked <= 0 || worked > get(workedBefore, spans)) return undefined;
  const place = placeOf(table, near) ?? 0;
  let low = get(spanOfDay, place);
  if (get(workedBefore, low) >= worked) low = 0;
  let step = 1; // away from `near` in growing steps, then by halves
  while (low + step < spans && get(workedBefore, low + step) < worked) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, spans);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (get(workedBefore, middle) < worked) low = middle;
    else high = middle;
  }
  return get(spanFrom, low) + (worked - get(workedBefore, low));
}

function get(values: Float64Array | Int32Array, place: number): number {
  const value = values[place];
  if (value === undefined) throw new RangeError(`a table of working time has no place ${place}`);
  return value;
}
