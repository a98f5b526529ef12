/** When an official of a demo comes and goes on a day. */
import { hoChiMinh, minuteOfDay } from '../../domain/time/zone.ts';
import type { CalendarDate, OfficialId } from '../../domain/units.ts';
import type { Chance } from '../chance.ts';
import { atCounterOn, officeWith, staffOf } from '../counters.ts';
import type { Scene } from '../scene.ts';
import { chanceOf, clock } from '../telling.ts';
import { type Irregular, irregularOn } from './irregular.ts';
import { overtimeOn } from './overtime.ts';

/** Minutes after midnight. */
export type Minutes = { readonly from: number; readonly to: number };

/** In milliseconds since 1970 UTC. */
export type Passing = {
  /** Null: the door tells nothing of it. */
  readonly came: number | null;
  readonly went: number | null;
  /** Somebody entered the last of it, or all of it. */
  readonly byHand: boolean;
  /** When all of it was entered; null: as it happened. */
  readonly enteredAt: number | null;
};

/** From the opening of a working day to its end; null on any other day. */
export function serviceHoursOn({ time }: Scene, day: CalendarDate): Minutes | null {
  const opening = time.openingOf(day);
  if (opening === null) return null;
  const from = minuteOfDay(opening, hoChiMinh);
  return { from, to: minuteOfDay(time.endOfDate(day), hoChiMinh) };
}

/**
 * Whoever is counted on comes some minutes early and stays a little. Of the others, of whom no roster
 * asks hours, a few come late, forget to check out, or go early.
 */
export function passingOf(
  scene: Scene,
  official: OfficialId,
  day: CalendarDate,
  { from, to }: Minutes,
): Passing {
  const chance = chanceOf(scene, 'passing', official, day);
  const irregular = irregularIn(scene, official, day);
  const isFree = irregular === null && !isCountedOn(scene, official, day);
  const overtime = overtimeOn(scene, official, day);
  const early = from - chance.between(1, 20);
  const came = isFree && chance.happens(0.05) ? from + chance.between(4, 45) : early;
  const late = to + overtime + chance.between(0, 25);
  const went = isFree && overtime === 0 && chance.happens(0.03) ? to - chance.between(5, 30) : late;
  const isNight = chance.happens(0.002);
  const isForgotten = isFree && overtime === 0 && chance.happens(0.02);
  const at = (minutes: number) => clock(day, minutes) + chance.between(0, 59) * 1_000;
  const passing: Passing = {
    came: at(came),
    went: isForgotten ? null : at(isNight ? chance.between(22 * 60 + 5, 23 * 60 + 30) : went),
    byHand: chance.happens(0.01),
    enteredAt: null,
  };
  return irregular === null ? passing : changed(passing, irregular, day, { from, to }, chance);
}

function irregularIn(scene: Scene, official: OfficialId, day: CalendarDate): Irregular | null {
  const { alone, together } = irregularOn(scene, day);
  if (together?.official === official) return { how: 'late', minutes: 32 };
  if (together?.reserve === official) return { how: 'late', minutes: 14 };
  return alone.get(official) ?? null;
}

/** Some minutes past the hour, or short of it, so that it is missed on whatever second. */
function changed(
  passing: Passing,
  irregular: Irregular,
  day: CalendarDate,
  { from, to }: Minutes,
  chance: Chance,
): Passing {
  if (irregular.how === 'forgotten') return { ...passing, went: null };
  if (irregular.how === 'made-good') {
    return { ...passing, byHand: true, enteredAt: irregular.enteredAt };
  }
  const second = chance.between(0, 59) * 1_000;
  const { minutes } = irregular;
  return irregular.how === 'late'
    ? { ...passing, came: clock(day, from + minutes) + second }
    : { ...passing, went: clock(day, to - minutes) + second, byHand: false };
}

/** Whether a roster, or a counter that may not be empty, counts on an official. */
function isCountedOn(scene: Scene, official: OfficialId, day: CalendarDate): boolean {
  const { place } = scene;
  if (staffOf(place).own.includes(official) || place.centre === 'TQ') return false;
  const office = officeWith(place, official);
  const isReserve = office?.posted.includes(official) && atCounterOn(office, day) !== official;
  return !(isReserve && (place.centre === 'SL' || place.centre === 'BL'));
}
