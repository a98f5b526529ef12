/** When the breaches of a demo are made: at every centre that demands it, each a known number of times, whatever the size. */
import { dayOf, plusDays } from '../domain/time/date.ts';
import type { CalendarDate } from '../domain/units.ts';
import type { Scene } from './scene.ts';
import { chanceOf, firstDayOf } from './telling.ts';

/** True once in each stretch of days: the first time that it is asked from a day on that chance picks. */
export type Turn = (day: CalendarDate) => boolean;

/** Days of a stretch, and how many of them may pass before the breach is due. */
type Stretch = { readonly every: number; readonly within: number };

/** Two in three months, or three where the days fall well. */
const monthly: Stretch = { every: 45, within: 20 };

/** Whether the regulation of the centre, or national law, has that rule. */
export function isDemanded({ centre }: Scene, rule: string): boolean {
  return centre.demands.some((demand) => demand.rule.key === rule);
}

/**
 * When a breach of `rule` is to be made; never, where the centre does not demand it. Asked for one day
 * after another, and only when there is something that can be made wrong.
 */
export function turnOf(scene: Scene, rule: string, { every, within } = monthly): Turn {
  if (!isDemanded(scene, rule)) return () => false;
  const first = firstDayOf(scene.options);
  let done = -1;
  return (day) => {
    const stretch = Math.floor((dayOf(day) - dayOf(first)) / every);
    const wait = chanceOf(scene, 'breach', rule, stretch).between(1, within);
    if (stretch <= done || day < plusDays(first, stretch * every + wait)) return false;
    done = stretch;
    return true;
  };
}
