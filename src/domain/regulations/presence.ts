/**
 * Who was there when, by what the door recorded and what was noted: stretches of one day.
 *
 * A check-in that no check-out ends lasts until the service hours of that half of the day end, and a
 * check-out that no check-in begins reaches back to their beginning: that one end is missing says
 * nothing of the other half. Who came or went at a time that nobody knows was there from the start of
 * the day, or until its end.
 */
import { type Stay, staysIn } from '../attendance/attendance/passings.ts';
import type { AttendanceEvent, AttendanceEventOf } from '../attendance/attendance/vocabulary.ts';
import type { Hours } from '../attendance/vocabulary/hours.ts';
import type { Entry } from '../entry.ts';
import { msPerDay, msPerMinute } from '../time/date.ts';
import { spansOf } from '../time/day-plan.ts';
import type { WorkingTime } from '../time/working-time.ts';
import { instantOfLocal, type Zone } from '../time/zone.ts';
import { millisecondsOf } from '../units.ts';
import type { Stretch } from './coverage.ts';

export type PassingEntry = Entry<AttendanceEventOf<'CheckedIn' | 'CheckedOut'>>;

export function isPassing(entry: Entry<AttendanceEvent>): entry is PassingEntry {
  return entry.type === 'CheckedIn' || entry.type === 'CheckedOut';
}

/** The service hours of a day, by its number: its halves, in order. */
export function serviceOn(day: number, { calendar, planOf }: WorkingTime): readonly Stretch[] {
  return spansOf(calendar.zone, planOf(day), day);
}

/** When somebody was there. @param passings theirs, of one day. @param service the hours of that day. */
export function presentIn(
  passings: readonly PassingEntry[],
  service: readonly Stretch[],
): readonly Stretch[] {
  const { stays } = staysIn(
    passings.map(({ type, occurredAt, precision }) => ({
      direction: type === 'CheckedIn' ? ('in' as const) : ('out' as const),
      occurredAt,
      precision,
      byHand: false,
    })),
  );
  return stays.map((stay) => stretchOf(stay, service));
}

function stretchOf({ from, to }: Stay, service: readonly Stretch[]): Stretch {
  const came = from === null ? null : millisecondsOf(from.occurredAt);
  const went =
    to === null ? null : millisecondsOf(to.occurredAt) + (to.precision === 'day' ? msPerDay : 0);
  if (came === null) return { from: startBefore(went ?? 0, service), to: went ?? 0 };
  if (went !== null) return { from: came, to: went };
  if (from?.precision === 'day') return { from: came, to: came + msPerDay };
  return { from: came, to: service.find((half) => came < half.to)?.to ?? came };
}

function startBefore(went: number, service: readonly Stretch[]): number {
  return service.findLast((half) => half.from < went)?.from ?? went;
}

/** What both of two lists have. */
export function common(some: readonly Stretch[], others: readonly Stretch[]): readonly Stretch[] {
  return some.flatMap((one) =>
    others
      .map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) }))
      .filter(({ from, to }) => from < to),
  );
}

/** The same without overlaps, in order. */
export function union(stretches: readonly Stretch[]): readonly Stretch[] {
  const apart: Stretch[] = [];
  for (const one of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last === undefined || last.to < one.from) apart.push(one);
    else if (last.to < one.to) apart[apart.length - 1] = { from: last.from, to: one.to };
  }
  return apart;
}

/** Hours by the clock on the wall, of a day by its number. */
export function hoursOn(day: number, { from, to }: Hours, zone: Zone): Stretch {
  return { from: atClock(day, from, zone), to: atClock(day, to, zone) };
}

const noon = '12:00';

/** A half of a day, or all of it. */
export function partOn(day: number, part: 'whole' | 'morning' | 'afternoon', zone: Zone): Stretch {
  return hoursOn(
    day,
    { from: part === 'afternoon' ? noon : '00:00', to: part === 'morning' ? noon : '24:00' },
    zone,
  );
}

function atClock(day: number, clock: string, zone: Zone): number {
  const minutes = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  return instantOfLocal(zone, day * msPerDay + minutes * msPerMinute);
}
