/**
 * Local time: what the calendar and the clock on the wall of a centre say at an instant.
 *
 * Vietnam has kept UTC+7 all year round since 13 June 1975 and is a fixed offset here, as is UTC:
 * nothing to look up. Any other zone (for logs from abroad) asks the time zone data of the runtime.
 */
import { type CalendarDate, type Instant, instantAt, millisecondsOf } from '../units.ts';
import { dateOf, dayOf, msPerDay, msPerMinute } from './date.ts';

export type Zone = {
  /** Its IANA name. */
  readonly name: string;
  /** How far local time is ahead of UTC at `ms` since 1970 UTC, in milliseconds. */
  readonly offsetAt: (ms: number) => number;
};

/** The zone of every centre in Vietnam. */
export const hoChiMinh: Zone = fixedZone('Asia/Ho_Chi_Minh', 7 * 60);
export const utc: Zone = fixedZone('UTC', 0);

/** A zone by its IANA name, for example `Europe/Amsterdam`. @throws RangeError if there is none. */
export function zoneNamed(name: string): Zone {
  if (name === hoChiMinh.name) return hoChiMinh;
  if (name === utc.name) return utc;
  return { name, offsetAt: cachedByDay(offsetsOf(name)) };
}

function fixedZone(name: string, minutes: number): Zone {
  const offset = minutes * msPerMinute;
  return { name, offsetAt: () => offset };
}

function offsetsOf(name: string): (ms: number) => number {
  const format = formatOf(name);
  return (ms) => {
    const [, sign, hours, minutes, seconds] =
      /([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(format.format(ms)) ?? []; // "GMT" alone is no offset
    const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0);
    return (sign === '-' ? -size : size) * 1000;
  };
}

function formatOf(name: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  } catch (cause) {
    throw new RangeError(`there is no time zone ${JSON.stringify(name)}`, { cause });
  }
}

/** Days. More than a log of thirty years, and little memory. */
const cachedDaysMax = 12_000;

/** A look-up takes microseconds, so it is made twice a UTC day, and for each instant only on a day whose ends differ. */
function cachedByDay(look: (ms: number) => number): (ms: number) => number {
  const offsets = new Map<number, number | 'changes'>();
  return (ms) => {
    const day = Math.floor(ms / msPerDay);
    let offset = offsets.get(day);
    if (offset === undefined) {
      const first = look(day * msPerDay);
      offset = first === look((day + 1) * msPerDay - 1) ? first : 'changes';
      if (offsets.size >= cachedDaysMax) offsets.clear();
      offsets.set(day, offset);
    }
    return offset === 'changes' ? look(ms) : offset;
  };
}

/** The number of the local day at `ms`. */
export function localDayAt(zone: Zone, ms: number): number {
  return Math.floor((ms + zone.offsetAt(ms)) / msPerDay);
}

/**
 * The first instant at which the local clock shows `local` or later, both in milliseconds; `local`
 * is written as if the zone were UTC. So of a time that the clock shows twice it is the first, and
 * of a time that the clock jumps over, the instant of the jump: order is kept in every zone.
 */
export function instantOfLocal(zone: Zone, local: number): number {
  const before = zone.offsetAt(local - msPerDay);
  const unchanged = local - before;
  const after = zone.offsetAt(unchanged);
  if (after === before) return unchanged;
  const changed = local - after;
  if (zone.offsetAt(changed) === after) return changed;
  return firstAfterJump(zone, changed, unchanged, before);
}

/** Between `early`, where the offset is still `before`, and `late`, where it no longer is. */
function firstAfterJump(zone: Zone, early: number, late: number, before: number): number {
  let [low, high] = [early, late];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zone.offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** The calendar date at an instant, in the zone. @throws RangeError outside the years 1 to 9999. */
export function localDateOf(instant: Instant, zone: Zone): CalendarDate {
  return dateOf(localDayAt(zone, millisecondsOf(instant)));
}

/** The first instant of a date: midnight, or the first time after it where the clock jumps over midnight. */
export function startOfDay(date: CalendarDate, zone: Zone): Instant {
  return instantAt(instantOfLocal(zone, dayOf(date) * msPerDay));
}

/** Whole minutes that the local clock shows since midnight, 0 to 1439. */
export function minuteOfDay(instant: Instant, zone: Zone): number {
  const ms = millisecondsOf(instant);
  const local = ms + zone.offsetAt(ms);
  return Math.floor((local - Math.floor(local / msPerDay) * msPerDay) / msPerMinute);
}
