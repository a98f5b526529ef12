/**
 * The days of a month (ngày công): first in, last out, how long, who was missed, and what looks wrong.
 *
 * What looks wrong is kept and marked. A mark is no breach: no article stands behind it, and who has not
 * checked out may still be at work.
 */
import { hoChiMinh, minuteOfDay } from '../../time/zone.ts';
import { CalendarDate, type Instant } from '../../units.ts';
import { dayIn } from '../times.ts';
import { inOrder, minutesOf, type Stay, staysIn } from './passings.ts';
import type { Absence, AttendanceState, Passing } from './state.ts';

export const dayMarks = [
  'no-check-in',
  'no-check-out',
  'odd-hour',
  'repeated',
  'time-unknown',
  'by-hand',
  'absent-yet-present',
  'absent-twice',
] as const;
export type DayMark = (typeof dayMarks)[number];

export type AttendanceDay = {
  readonly day: CalendarDate;
  /** Of those whose time is known. */
  readonly firstIn: Instant | null;
  readonly lastOut: Instant | null;
  /** Whole minutes between each check-in and the check-out that ends it; null: none of them is known. */
  readonly minutes: number | null;
  readonly absences: readonly AbsenceOfDay[];
  readonly marks: readonly DayMark[];
};

export type AbsenceOfDay = Pick<Absence, 'part' | 'hours' | 'withLeave' | 'kind'>;

/**
 * The days of which anything is on record, in order.
 *
 * @param month whose days an absence of several days can be of: the month of the record.
 */
export function attendanceDays(
  { passings, absences }: Pick<AttendanceState, 'passings' | 'absences'>,
  month: string,
): readonly AttendanceDay[] {
  const passed = Map.groupBy(passings, ({ occurredAt }) => dayIn(occurredAt));
  const ofMonth = absences.length === 0 ? [] : daysIn(month);
  const missed = Map.groupBy(
    absences.flatMap((absence) =>
      ofMonth
        .filter((day) => absence.from <= day && day <= absence.to)
        .map((day) => ({ day, absence })),
    ),
    ({ day }) => day,
  );
  const days = new Set([...passed.keys(), ...missed.keys()]);
  return [...days].toSorted().map((day) =>
    dayWith(
      day,
      passed.get(day) ?? [],
      (missed.get(day) ?? []).map(({ absence }) => absence),
    ),
  );
}

/** The days of a month that exist. */
function daysIn(month: string): readonly CalendarDate[] {
  return Array.from({ length: 31 }, (_, before) => {
    const day = CalendarDate.safeParse(`${month}-${String(before + 1).padStart(2, '0')}`);
    return day.success ? [day.data] : [];
  }).flat();
}

function dayWith(
  day: CalendarDate,
  passings: readonly Passing[],
  absences: readonly Absence[],
): AttendanceDay {
  const { stays, repeats } = staysIn(passings);
  const timed = inOrder(passings).filter(({ precision }) => precision === 'instant');
  const known = stays.map(minutesOf).filter((minutes) => minutes !== null);
  return {
    day,
    firstIn: timed.find(({ direction }) => direction === 'in')?.occurredAt ?? null,
    lastOut: timed.findLast(({ direction }) => direction === 'out')?.occurredAt ?? null,
    minutes: known.length === 0 ? null : known.reduce((sum, minutes) => sum + minutes, 0),
    absences: absences.map(({ part, hours, withLeave, kind }) => ({
      part,
      hours,
      withLeave,
      kind,
    })),
    marks: dayMarks.filter((mark) => isMarked[mark]({ stays, repeats, passings, absences })),
  };
}

type Seen = {
  readonly stays: readonly Stay[];
  readonly repeats: number;
  readonly passings: readonly Passing[];
  readonly absences: readonly Absence[];
};

const isMarked: Readonly<Record<DayMark, (seen: Seen) => boolean>> = {
  'no-check-in': ({ stays }) => stays.some(({ from }) => from === null),
  'no-check-out': ({ stays }) => stays.some(({ to }) => to === null),
  'odd-hour': ({ passings }) => passings.some(isAtOddHour),
  repeated: ({ repeats }) => repeats > 0,
  'time-unknown': ({ passings }) => passings.some(({ precision }) => precision === 'day'),
  'by-hand': ({ passings }) => passings.some(({ byHand }) => byHand),
  'absent-yet-present': ({ absences, stays }) =>
    absences.some((absence) => stays.some((stay) => contradicts(stay, absence))),
  'absent-twice': ({ absences }) =>
    absences.some((one, place) => absences.slice(place + 1).some((other) => meet(one, other))),
};

/** Whether two absences of one day share some of it. */
function meet(one: Absence, other: Absence): boolean {
  const [a, b] = [clockTimesOf(one), clockTimesOf(other)];
  return a.from < b.to && b.from < a.to;
}

/** On the clock on the wall, which sorts as text; the end is not included. */
function clockTimesOf({ part, hours }: Absence): { readonly from: string; readonly to: string } {
  return (
    hours ?? {
      from: part === 'afternoon' ? '12:00' : '00:00',
      to: part === 'morning' ? '12:00' : '24:00',
    }
  );
}

/** Minutes of the day on the wall: nobody serves before five in the morning, or from ten at night on. */
const [earliest, latest] = [5 * 60, 22 * 60];

function isAtOddHour({ occurredAt, precision }: Passing): boolean {
  const minute = minuteOfDay(occurredAt, hoChiMinh);
  return precision === 'instant' && (minute < earliest || minute >= latest);
}

const noon = 12 * 60;

/** Minutes on the wrong side of noon that are no contradiction: who comes back from lunch early was not there all morning. */
const grace = 60;

/** Whether somebody was there in the half of the day in which they are said to have been away. */
function contradicts(stay: Stay, { part, hours }: Absence): boolean {
  if (hours !== null) return false; // of less than half a day: they may well have come and gone
  if (part === 'whole') return true;
  if (minutesOf(stay) === null || stay.from === null || stay.to === null) return false;
  const from = minuteOfDay(stay.from.occurredAt, hoChiMinh);
  const to = minuteOfDay(stay.to.occurredAt, hoChiMinh);
  return part === 'morning'
    ? Math.min(to, noon) - from >= grace
    : to - Math.max(from, noon) >= grace;
}
