/**
 * When the breaches of a demo are made: at every centre that demands it, each a known number of times,
 * as often at a small demo as at a large one, and on other days with another seed.
 *
 * Time is cut into stretches, and in each of them chance picks a day. `Scene.breaks` is true once from
 * that day on: for what needs something that can be made wrong, a dossier or a leave that happens to be
 * there. `plantedOn` is about that day itself, whoever asks and however often: for what several sources
 * have to agree on, such as who comes late. What is owed of a period of the calendar is broken by the
 * period (`reports/chosen.ts`). What is to be broken on the last day, and after it, is counted back from
 * it (`dossier/unfinished.ts`). Whatever is made is written down with `Scene.plant`.
 */
import { dayOf, plusDays } from '../domain/time/date.ts';
import type { CalendarDate } from '../domain/units.ts';
import { chanceFrom } from './chance.ts';
import type { Scene } from './scene.ts';
import { chanceOf, firstDayOf } from './telling.ts';

/** Days of a stretch: two of them are in three months, and one. */
export const often = 45;
export const once = 90;

/** Whether the regulation of the centre, or national law, has that rule. */
export function isDemanded({ centre }: Pick<Scene, 'centre'>, rule: string): boolean {
  return centre.demands.some((demand) => demand.rule.key === rule);
}

/** Whether `what` is to happen by `day` and has not yet: true once for each time that it is. Days are asked about in any order. */
export type Turns = (what: string, day: CalendarDate) => boolean;

/**
 * The turns at one centre, two in three months for each thing: the first in the third week at the latest.
 * What found nothing to happen to in its stretch is made up for in the next one.
 */
export function turnsFrom({ options, place }: Pick<Scene, 'options' | 'place'>): Turns {
  const first = dayOf(firstDayOf(options));
  const next = new Map<string, { readonly number: number; readonly from: number }>();
  const nth = (what: string, number: number) => {
    const chance = chanceFrom(options.seed, 'occasion', place.centre, what, number);
    return { number, from: first + number * often + chance.between(2, 15) };
  };
  return (what, day) => {
    const wanted = next.get(what) ?? nth(what, 0);
    const isTime = dayOf(day) >= wanted.from;
    next.set(what, isTime ? nth(what, wanted.number + 1) : wanted);
    return isTime;
  };
}

/** From the chosen day to a working day: holidays in a row are shorter. */
const margin = 12;

/**
 * The number of the stretch in which `day`, a working day, is the one that was chosen for `name`; from 0.
 * Null: it is another day.
 *
 * @param every days of a stretch: `often` or `once`.
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
