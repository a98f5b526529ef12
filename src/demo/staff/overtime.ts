/** Who of a demo works longer, or on Saturdays, and for how long. */
import type { CalendarDate, OfficialId } from '../../domain/units.ts';
import { atCounterOn } from '../counters.ts';
import type { Scene } from '../scene.ts';
import { chanceOf } from '../telling.ts';
import { isIrregular } from './irregular.ts';
import { isServedOnSaturdays, saturdayHours } from './saturdays.ts';

/** Whole minutes after the service hours of a working day; 0: none. */
export function overtimeOn(scene: Scene, official: OfficialId, day: CalendarDate): number {
  const chance = chanceOf(scene, 'overtime', official, day);
  if (isIrregular(scene, official, day)) return 0;
  return chance.happens(0.012) ? chance.between(2, 8) * 15 : 0;
}

/** Who sits at a counter on a Saturday that is worked, and from when to when. */
export function saturdayWorkers(scene: Scene, day: CalendarDate) {
  const hours = saturdayHours(scene, day);
  if (hours === null) return [];
  return scene.place.offices
    .filter((office) => isServedOnSaturdays(scene, office))
    .map((office) => ({ office, official: atCounterOn(office, day), hours }))
    .filter(({ official }) => !scene.absences.isAway(official, day));
}
