/** Who is at a centre of the demo on a day. */
import type { CalendarDate, OfficialId } from '../../domain/units.ts';
import { staffOf } from '../counters.ts';
import type { Scene } from '../scene.ts';
import { standInsOn } from './cover.ts';
import { extrasOn } from './extras.ts';
import { substitutesOn } from './leave-plan.ts';

/** Everyone whose place is at the centre on a day, and who is not away: its own, those posted, and who stands in. */
export function presentOn(scene: Scene, day: CalendarDate): readonly OfficialId[] {
  const { own, posted } = staffOf(scene.place);
  const here = [...own, ...posted].filter((official) => !scene.absences.isAway(official, day));
  const others = [substitutesOn(scene, day), standInsOn(scene, day), extrasOn(scene, day)].flat();
  return [...new Set([...here, ...others])];
}
