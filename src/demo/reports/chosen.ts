/** In which periods of a demo a duty of the calendar is broken: some, and one of the first two of each length. */
import { monthsBetween } from '../../domain/regulations/months.ts';
import { dayOf, plusDays } from '../../domain/time/date.ts';
import { instantAt, millisecondsOf } from '../../domain/units.ts';
import type { Days } from '../months.ts';
import { isDemanded } from '../planting.ts';
import type { Scene } from '../scene.ts';
import { chanceOf, firstDayOf } from '../telling.ts';

/** A period of which something is owed. */
export type Owed = {
  readonly days: Days;
  readonly length: keyof typeof lengths;
};

/** Months of a period; a week is less than one. */
const lengths = { week: 0, month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/** Whether `owed` is one for which `rule` is broken: one in two of its length, and of weeks one in six. */
export function isBroken(scene: Scene, rule: string, owed: Owed): boolean {
  if (!isDemanded(scene, rule) || !isAskedFor(scene, owed)) return false;
  const every = owed.length === 'week' ? 6 : 2;
  const number = numberOf(scene, owed);
  if (lengths[owed.length] >= 6) return number % every === 0; // a demo hardly sees a second one
  const chance = chanceOf(scene, 'broken', rule, owed.length, Math.floor(number / every));
  return chance.between(0, every - 1) === number % every;
}

/** Nothing is asked of a period that began before the records did. */
export function isAskedFor({ options }: Scene, { days }: Owed): boolean {
  return days.from >= firstDayOf(options);
}

/** Of the periods of its length that begin in the demo, from 0. */
function numberOf({ options }: Scene, { days, length }: Owed): number {
  const first = firstDayOf(options);
  if (length === 'week') return Math.floor((dayOf(days.from) - dayOf(first)) / 7);
  const since = monthsBetween(first, days.from) - (first.endsWith('-01') ? 0 : 1);
  return Math.floor(since / lengths[length]);
}

/** The subject of what is owed of a period: a week is of the year of its Thursday. */
export function calendarOf({ place }: Scene, { days }: Owed): string {
  return `calendar-${place.centre}-${plusDays(days.from, 3).slice(0, 4)}`;
}

/** When what is owed of a period is due of which no day is named; in milliseconds since 1970 UTC. */
export function endOfPeriod({ time }: Scene, { days: { from, to } }: Owed): number {
  const before = time.isWorkingDay(to) ? to : time.previousWorkingDay(to);
  return millisecondsOf(time.endOfDate(before < from ? time.nextWorkingDay(to) : before));
}

/** Writes down that what `rule` demands of `owed` is not done by the end of it. */
export function plantFor(scene: Scene, rule: string, owed: Owed): void {
  scene.plant(rule, calendarOf(scene, owed), instantAt(endOfPeriod(scene, owed)));
}
