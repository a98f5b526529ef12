/** When the staff of a demo break a rule on purpose: once in each stretch of days, whatever its size. */
import { dayOf, plusDays } from '../../domain/time/date.ts';
import { type CalendarDate, instantAt, millisecondsOf } from '../../domain/units.ts';
import type { Scene } from '../scene.ts';
import { chanceOf, firstDayOf } from '../telling.ts';

/** Two in three months, and one. */
export const often = 45;
export const once = 90;

/** From the chosen day to a working day: holidays in a row are shorter. */
const margin = 12;

/**
 * The number of the stretch in which `day`, a working day, is the one that was chosen for `name`; from 0.
 * Null: it is another day.
 */
export function plantedOn(
  scene: Scene,
  name: string,
  every: number,
  day: CalendarDate,
): number | null {
  const first = firstDayOf(scene.options);
  const stretch = Math.floor((dayOf(day) - dayOf(first)) / every);
  const chance = chanceOf(scene, 'planted', name, stretch);
  const chosen = plusDays(first, stretch * every + chance.between(1, every - margin));
  const on = scene.time.isWorkingDay(chosen) ? chosen : scene.time.nextWorkingDay(chosen);
  return on === day ? stretch : null;
}

/**
 * When what the centre's own term for `rule` gives time for is due; in milliseconds since 1970 UTC.
 *
 * @param days working days, where the centre has set no term.
 */
export function dueAfter(scene: Scene, rule: string, days: number, from: number): number {
  const { time, centre } = scene;
  const { terms, firstDay, dayDeadlineEnds } = centre.parameters;
  const term = terms[rule] ?? { days };
  if ('minutes' in term) return time.addMinutesMs(from, term.minutes);
  const counting = firstDay === 'same' ? 'same-day' : 'next-day';
  const end = time.addWorkingDays(instantAt(from), term.days, counting);
  const due = dayDeadlineEnds === 'service-hours' ? end : time.midnightAfter(time.dateAt(end));
  return millisecondsOf(due);
}
