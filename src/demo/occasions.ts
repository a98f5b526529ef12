/** When a demo breaks a rule on purpose: as often at a small centre as at a large one, and on other days with another seed. */
import { dayOf } from '../domain/time/date.ts';
import type { CalendarDate } from '../domain/units.ts';
import { chanceFrom } from './chance.ts';

/** Whether `what` is to happen by `day` and has not yet: true once for each time that it is. Days are asked about in any order. */
export type Occasions = (what: string, day: CalendarDate) => boolean;

/** Days in which each thing happens once. */
const span = 45;

/** @param name of what they are for, beside the seed; the first time is in the third week at the latest. */
export function occasionsFrom(seed: string, name: string, first: CalendarDate): Occasions {
  const next = new Map<string, { readonly number: number; readonly passed: number }>();
  const nth = (what: string, number: number) => {
    const chance = chanceFrom(seed, 'occasion', name, what, number);
    return { number, passed: number * span + chance.between(2, 15) };
  };
  return (what, day) => {
    const wanted = next.get(what) ?? nth(what, 0);
    const isTime = dayOf(day) - dayOf(first) >= wanted.passed;
    next.set(what, isTime ? nth(what, wanted.number + 1) : wanted);
    return isTime;
  };
}
