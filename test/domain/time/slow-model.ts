/** Working time as a child would count it, minute by minute and day by day: the obvious model. */
import type { CalendarNotice, Hours, Interval } from '../../../src/domain/time/calendar.ts';
import type { Counting } from '../../../src/domain/time/working-time.ts';

const minutesPerDay = 1440;
const names = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'] as const; // 1970-01-01 was a Thursday

/** Instants are whole minutes since 1970 UTC; `ahead` says how far the local clock is ahead then. */
export function slowModel(
  hours: Hours,
  notices: readonly CalendarNotice[],
  ahead: (minute: number) => number,
) {
  const inOrder = notices.toSorted((a, b) => Date.parse(a.known) - Date.parse(b.known));
  const weekly = (day: number) => hours[names[((day % 7) + 7) % 7] ?? 'thu'] ?? [];

  /** A day painted minute by minute, one notice over the other. */
  const paint = (day: number): Uint8Array => {
    const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
    let open = dayOf(weekly(day));
    for (const { off, worked, closures } of inOrder) {
      if (off.some((one) => one.date === date)) open = dayOf([]);
      for (const one of worked.filter((each) => each.date === date)) {
        open = dayOf(typeof one.hours === 'string' ? (hours[one.hours] ?? []) : one.hours);
      }
      const closed = dayOf(closures.filter((one) => one.date === date));
      open = open.map((isOpenThen, clock) => (closed[clock] === 1 ? 0 : isOpenThen));
    }
    return open;
  };

  const painted = new Map<number, Uint8Array>();
  const isOpen = (minute: number): boolean => {
    const local = minute + ahead(minute);
    const day = Math.floor(local / minutesPerDay);
    const open = painted.get(day) ?? paint(day);
    painted.set(day, open);
    return open[local - day * minutesPerDay] === 1;
  };

  const afterMinutes = (from: number, minutes: number): number => {
    let [now, worked] = [from, 0];
    for (; worked < minutes; now += 1) if (isOpen(now)) worked += 1;
    return now;
  };

  const minutesBetween = (a: number, b: number): number => {
    let worked = 0;
    for (let now = a; now < b; now += 1) if (isOpen(now)) worked += 1;
    return worked;
  };

  // From here on the local clock must be as far ahead all the time.
  const start = (day: number) => day * minutesPerDay - ahead(0);
  const dayAt = (minute: number) => Math.floor((minute + ahead(minute)) / minutesPerDay);
  const isWorkingDay = (day: number) => minutesBetween(start(day), start(day + 1)) > 0;

  /** The nth working day after (or, with step -1, before) a day. */
  const nthAfter = (day: number, n: number, step: 1 | -1 = 1): number => {
    let [now, counted] = [day, 0];
    while (counted < n) {
      now += step;
      if (isWorkingDay(now)) counted += 1;
    }
    return now;
  };

  /** When nothing more is worked before `minute`. */
  const backToWork = (minute: number): number => {
    let now = minute;
    while (!isOpen(now - 1)) now -= 1;
    return now;
  };
  const closing = (day: number) => backToWork(start(day + 1));

  const termEnd = (from: number, n: number, counting: Counting): number => {
    const day = dayAt(from);
    if (counting === 'same-day') return closing(nthAfter(day - 1, n));
    const last = nthAfter(day, n);
    if (counting === 'next-day' || !isWorkingDay(day)) return closing(last);
    return backToWork(start(last) + (from - start(day)));
  };

  return {
    isOpen,
    afterMinutes,
    minutesBetween,
    isWorkingDay,
    nthAfter,
    closing,
    termEnd,
    dayAt,
    start,
  };
}

/** By minute of the day: 1 where it is open. */
function dayOf(intervals: readonly Interval[]): Uint8Array {
  const open = new Uint8Array(minutesPerDay);
  for (const { from, to } of intervals) open.fill(1, from, to);
  return open;
}
