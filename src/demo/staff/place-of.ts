/** Where an official of a demo belongs, as what is noted of them says it. */
import type { OfficialId } from '../../domain/units.ts';
import { counterOf, officeWith } from '../counters.ts';
import type { Scene } from '../scene.ts';

export function placeOf({ place }: Scene, official: OfficialId) {
  const office = officeWith(place, official);
  const counter = office === null ? null : counterOf(place, office);
  return { counter, agency: office?.agency ?? place.unit };
}
