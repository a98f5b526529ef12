/** Which reports a centre of the demo owes, and when each is filed. */
import { plusDays } from '../../domain/time/date.ts';
import { CalendarDate } from '../../domain/units.ts';
import type { Chance } from '../chance.ts';
import { type Days, monthsWith, monthWith } from '../months.ts';
import type { Scene } from '../scene.ts';
import { chanceOf, clock, workingDaysFrom } from '../telling.ts';

export type Report = {
  readonly report: 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly';
  readonly about: 'reception-and-results' | 'regulation' | 'coordination';
  readonly by: 'director' | 'centre' | 'chief-of-office';
  readonly period: Days;
  /** The last day on which it is in time. */
  readonly due: CalendarDate;
};

/** The reports whose period's last day, or whose own day, is `day`. */
export function reportsOf(scene: Scene, day: CalendarDate): readonly Report[] {
  const own = { SL: sonLa, TQ: tuyenQuang, BL: bacLieu, KT: konTum, NB: ninhBinh };
  const of = Object.entries(own).find(([centre]) => centre === scene.place.centre)?.[1];
  return of === undefined ? [] : [...of(scene, day)];
}

const byDirector = { about: 'reception-and-results', by: 'director' } as const;
const byCentre = { about: 'reception-and-results', by: 'centre' } as const;

/** Before the 30th (SL Đ9.1); each quarter, half-year and year (SL Đ10.1). */
function* sonLa(scene: Scene, day: CalendarDate): Iterable<Report> {
  const month = monthWith(day);
  const due = month.to.slice(8) < '29' ? month.to : onDay(month, 29);
  if (day === due)
    yield { report: 'monthly', ...byDirector, period: month, due: orBefore(scene, due) };
  yield* longer(scene, day, ['quarterly', 'half-yearly', 'yearly']);
}

/** No day is named (TQ Đ11.3, NB Đ5.1c): by the last working day of the month. */
function* tuyenQuang(scene: Scene, day: CalendarDate): Iterable<Report> {
  const month = monthWith(day);
  if (day !== month.to) return;
  yield {
    report: 'monthly',
    ...byCentre,
    about: 'coordination',
    period: month,
    due: orBefore(scene, day),
  };
}

/** On the 15th (BL Đ12.1): what has come to pass since the report before. */
function* bacLieu(scene: Scene, day: CalendarDate): Iterable<Report> {
  if (day.slice(8) === '15') yield sinceTheLast(scene, day);
}

/** On the 22nd (KT Đ14); each week, quarter and year (KT Đ7.2k). */
function* konTum(scene: Scene, day: CalendarDate): Iterable<Report> {
  if (day.slice(8) === '22') yield sinceTheLast(scene, day);
  if (new Date(clock(day, 12 * 60)).getUTCDay() === 5) {
    const period = { from: plusDays(day, -4), to: day };
    yield { report: 'weekly', ...byCentre, period, due: orAfter(scene, day) };
  }
  yield* longer(scene, day, ['quarterly', 'yearly']);
}

/** Every month by the Chief of the Provincial Office (NB Đ11.1) and by the centre (NB Đ5.1c). */
function* ninhBinh(scene: Scene, day: CalendarDate): Iterable<Report> {
  const month = monthWith(day);
  if (day !== month.to) return;
  const due = orBefore(scene, day);
  yield { report: 'monthly', ...byCentre, period: month, due };
  yield { report: 'monthly', about: 'regulation', by: 'chief-of-office', period: month, due };
}

function sinceTheLast(scene: Scene, day: CalendarDate): Report {
  const before = monthWith(plusDays(monthWith(day).from, -1));
  const from = plusDays(onDay(before, Number(day.slice(8))), 1);
  return { report: 'monthly', ...byDirector, period: { from, to: day }, due: orAfter(scene, day) };
}

const lengths = { quarterly: 3, 'half-yearly': 6, yearly: 12 } as const;

function* longer(
  scene: Scene,
  day: CalendarDate,
  kinds: readonly (keyof typeof lengths)[],
): Iterable<Report> {
  for (const report of kinds) {
    const period = monthsWith(day, lengths[report]);
    if (day === period.to) yield { report, ...byCentre, period, due: orBefore(scene, day) };
  }
}

/**
 * When it is filed, in milliseconds since 1970 UTC: most in the last days before it is due, one in
 * twelve some days late; null: never.
 */
export function filedAt(scene: Scene, { report, about, due }: Report): number | null {
  const chance = chanceOf(scene, 'report', report, about, due);
  if (chance.happens(0.04)) return null;
  const isLate = chance.happens(0.08);
  const day = workingDaysFrom(
    scene,
    due,
    isLate ? chance.between(1, 4) : -daysEarly(report, chance),
  );
  return clock(day, 8 * 60 + chance.between(0, 8 * 60 - 30));
}

function daysEarly(report: Report['report'], chance: Chance): number {
  return report === 'weekly' ? 0 : chance.between(0, 2);
}

/** Days before the last in time on which a report can be filed: the longest weekend of the year, and some more. */
export const earliest = 16;

function onDay({ from }: Days, number: number): CalendarDate {
  return CalendarDate.parse(`${from.slice(0, 7)}-${String(number).padStart(2, '0')}`);
}

function orBefore({ time }: Scene, day: CalendarDate): CalendarDate {
  return time.isWorkingDay(day) ? day : time.previousWorkingDay(day);
}

function orAfter({ time }: Scene, day: CalendarDate): CalendarDate {
  return time.isWorkingDay(day) ? day : time.nextWorkingDay(day);
}
