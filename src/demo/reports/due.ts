/** Which reports a centre of the demo owes, and when each is filed. */
import { dayOf, plusDays, weekdayOf } from '../../domain/time/date.ts';
import { CalendarDate } from '../../domain/units.ts';
import type { Chance } from '../chance.ts';
import { type Days, monthsWith, monthWith } from '../months.ts';
import type { Scene } from '../scene.ts';
import { chanceOf, clock, workingDaysFrom } from '../telling.ts';
import { calendarOf, endOfPeriod, isBroken, type Owed, plantFor } from './chosen.ts';

export type Report = {
  readonly report: 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly';
  readonly about: 'reception-and-results' | 'regulation' | 'coordination';
  readonly by: 'director' | 'centre' | 'chief-of-office';
  /** What it tells of. */
  readonly period: Days;
  /** For what it is owed: the month in which its period ends. */
  readonly owed: Owed;
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
  if (day === due) {
    const owed = { days: month, length: 'month' } as const;
    yield { report: 'monthly', ...byDirector, period: month, owed, due: orBefore(scene, due) };
  }
  yield* longer(scene, day, ['quarterly', 'half-yearly', 'yearly']);
}

/** No day is named (TQ Đ11.3, NB Đ5.1c): by the last working day of the month. */
function* tuyenQuang(scene: Scene, day: CalendarDate): Iterable<Report> {
  const month = monthWith(day);
  if (day !== month.to) return;
  const owed = { days: month, length: 'month' } as const;
  const due = orBefore(scene, day);
  yield { report: 'monthly', ...byCentre, about: 'coordination', period: month, owed, due };
}

/** On the 15th (BL Đ12.1): what has come to pass since the report before. */
function* bacLieu(scene: Scene, day: CalendarDate): Iterable<Report> {
  if (day.slice(8) === '15') yield sinceTheLast(scene, day);
}

/** On the 22nd (KT Đ14); each week, quarter and year (KT Đ7.2k). */
function* konTum(scene: Scene, day: CalendarDate): Iterable<Report> {
  if (day.slice(8) === '22') yield sinceTheLast(scene, day);
  if (weekdayOf(dayOf(day)) === 'fri') {
    const period = { from: plusDays(day, -4), to: day };
    const owed = {
      days: { from: period.from, to: plusDays(day, 2) },
      length: 'week',
    } as const;
    const last = orBefore(scene, day);
    const due = last < period.from ? scene.time.nextWorkingDay(day) : last;
    yield { report: 'weekly', ...byCentre, period, owed, due };
  }
  yield* longer(scene, day, ['quarterly', 'yearly']);
}

/** Every month by the Chief of the Provincial Office (NB Đ11.1) and by the centre (NB Đ5.1c). */
function* ninhBinh(scene: Scene, day: CalendarDate): Iterable<Report> {
  const month = monthWith(day);
  if (day !== month.to) return;
  const common = {
    report: 'monthly',
    period: month,
    owed: { days: month, length: 'month' },
    due: orBefore(scene, day),
  } as const;
  yield { ...common, ...byCentre };
  yield { ...common, about: 'regulation', by: 'chief-of-office' };
}

function sinceTheLast(scene: Scene, day: CalendarDate): Report {
  const month = monthWith(day);
  const before = monthWith(plusDays(month.from, -1));
  const from = plusDays(onDay(before, Number(day.slice(8))), 1);
  const owed = { days: month, length: 'month' } as const;
  const period = { from, to: day };
  return { report: 'monthly', ...byDirector, period, owed, due: orAfter(scene, day) };
}

const lengths = { quarterly: 'quarter', 'half-yearly': 'half-year', yearly: 'year' } as const;
const months = { quarterly: 3, 'half-yearly': 6, yearly: 12 } as const;

function* longer(
  scene: Scene,
  day: CalendarDate,
  kinds: readonly (keyof typeof lengths)[],
): Iterable<Report> {
  for (const report of kinds) {
    const period = monthsWith(day, months[report]);
    if (day !== period.to) continue;
    const owed = { days: period, length: lengths[report] };
    yield { report, ...byCentre, period, owed, due: orBefore(scene, day) };
  }
}

/** What becomes of a report. */
export type Course = {
  /** When it is filed, in milliseconds since 1970 UTC; null: never. */
  readonly at: number | null;
  /** Whether the agencies are sent it, where they are to be. */
  readonly isSent: boolean;
};

/** Most are filed in the last days before they are due; where one is not to be, late, never, or to nobody. */
export function courseOf(scene: Scene, report: Report): Course {
  const { about, due, owed } = report;
  const chance = chanceOf(scene, 'report', report.report, about, due);
  const rule = ruleFor(report);
  const early = filedOn(workingDaysFrom(scene, due, -daysEarly(report, chance)), chance);
  if (!isBroken(scene, rule, owed)) return { at: early, isSent: true };
  scene.plant(rule, calendarOf(scene, owed), scene.time.endOfDate(due));
  const late = filedOn(workingDaysFrom(scene, due, chance.between(1, 4)), chance);
  const { reportToAgencies, longerReports } = scene.centre.parameters;
  const isToBeSent = rule === 'monthly-report' && reportToAgencies;
  if (isToBeSent && chance.happens(0.3)) return { at: early, isSent: false };
  const at = chance.happens(0.3) ? null : late;
  // Kon Tum's report of the 22nd is the month's among the others, too (KT Đ7.2k).
  const isOfBoth = rule === 'monthly-report' && longerReports.includes('month');
  if (isOfBoth && (at ?? Number.POSITIVE_INFINITY) > endOfPeriod(scene, owed)) {
    plantFor(scene, 'longer-reports', owed);
  }
  return { at, isSent: true };
}

function ruleFor({ report, by }: Report): string {
  if (by === 'chief-of-office') return 'monthly-report-on-regulation';
  return report === 'monthly' ? 'monthly-report' : 'longer-reports';
}

function filedOn(day: CalendarDate, chance: Chance): number {
  return clock(day, 8 * 60 + chance.between(0, 8 * 60 - 30));
}

function daysEarly({ report }: Report, chance: Chance): number {
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
