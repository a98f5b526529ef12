/** Who of a demo comes late, goes early or is not seen at the door on a day on which the roster counts on them: on purpose. */
import { type CalendarDate, instantAt, type OfficialId } from '../../domain/units.ts';
import type { Chance } from '../chance.ts';
import { atCounterOn } from '../counters.ts';
import type { Office } from '../places.ts';
import { often, once, plantedOn } from '../planting.ts';
import type { Scene } from '../scene.ts';
import { chanceOf, serviceAt, workingDaysFrom } from '../telling.ts';
import { officeInTurn } from './turns.ts';

export type Irregular =
  | { readonly how: 'late' | 'early'; readonly minutes: number }
  /** The check-out is missing: of the afternoon nothing is known. */
  | { readonly how: 'forgotten' }
  /** Not seen all day, and entered by hand days afterwards; in milliseconds since 1970 UTC. */
  | { readonly how: 'made-good'; readonly enteredAt: number };

export type Irregulars = {
  /** At their counter as the roster has it, with a reserve who is there: what is missed is their own. */
  readonly alone: ReadonlyMap<OfficialId, Irregular>;
  /** The official of a counter and, after a while, its reserve, who is late too: nobody is there meanwhile. */
  readonly together: { readonly official: OfficialId; readonly reserve: OfficialId } | null;
};

const hoursOwed: readonly string[] = ['SL', 'BL', 'KT'];
const counterOwed: readonly string[] = ['KT', 'NB'];

export function irregularOn(scene: Scene, day: CalendarDate): Irregulars {
  const { time, place } = scene;
  const alone = new Map<OfficialId, Irregular>();
  if (!time.isWorkingDay(day)) return { alone, together: null };
  const chance = chanceOf(scene, 'irregular', day);
  const offices = officesAtFullStrength(scene, day);
  const start = chance.between(0, 99);
  const officialOf = (number: number) => {
    const office = offices[(start + number) % Math.max(1, offices.length)];
    return office === undefined || number >= offices.length ? null : atCounterOn(office, day);
  };
  if (hoursOwed.includes(place.centre)) {
    const stretch = plantedOn(scene, 'hours', often, day);
    const unpunctual = stretch === null ? null : officialOf(0);
    if (unpunctual !== null) alone.set(unpunctual, howIn(stretch ?? 0, chance));
    const forgiven = officialOf(1);
    const made = madeGood(scene, day);
    if (forgiven !== null && made !== null) alone.set(forgiven, made);
  }
  if (!counterOwed.includes(place.centre) || plantedOn(scene, 'counter', often, day) === null) {
    return { alone, together: null };
  }
  const office = offices[(start + 2) % Math.max(1, offices.length)];
  const official = officialOf(2);
  const reserve = office?.posted.find((one) => one !== official) ?? null;
  return { alone, together: official === null || reserve === null ? null : { official, reserve } };
}

function howIn(stretch: number, chance: Chance): Irregular {
  if (stretch % 3 === 2) return { how: 'forgotten' };
  return { how: stretch % 2 === 0 ? 'late' : 'early', minutes: chance.between(8, 35) };
}

/** Not where the demo ends before it is made good. */
function madeGood(scene: Scene, day: CalendarDate): Irregular | null {
  if (plantedOn(scene, 'made good', once, day) === null) return null;
  const enteredAt = serviceAt(scene, workingDaysFrom(scene, day, 4), 95);
  const isInTime = scene.time.dateAt(instantAt(enteredAt)) <= scene.options.until;
  return isInTime ? { how: 'made-good', enteredAt } : null;
}

/** Those of whom both are there, and neither sits at the shared counter. */
export function officesAtFullStrength(scene: Scene, day: CalendarDate): readonly Office[] {
  return scene.place.offices.filter(
    (office) =>
      office.posted.length > 1 &&
      office.posted.every((official) => !scene.absences.isAway(official, day)) &&
      !(office.rotating && officeInTurn(scene, day) === office),
  );
}

/** Whether the door tells of an official on a day what it does not tell of others. */
export function isIrregular(scene: Scene, official: OfficialId, day: CalendarDate): boolean {
  const { alone, together } = irregularOn(scene, day);
  return alone.has(official) || together?.official === official || together?.reserve === official;
}
