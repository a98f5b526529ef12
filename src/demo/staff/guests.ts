/** Somebody of an agency who serves at a counter of the demo and is on no approved list (TQ Đ3.5, NB Đ6.1a). */
import { attendance as words } from '../../domain/attendance/attendance/vocabulary.ts';
import type { CalendarDate, OfficialId } from '../../domain/units.ts';
import { counterOf } from '../counters.ts';
import type { Planned } from '../planned.ts';
import { often, plantedOn } from '../planting.ts';
import type { Scene } from '../scene.ts';
import { attendanceRecord, chanceOf, clock, told } from '../telling.ts';
import type { Minutes } from './hours.ts';

/** Sent for a day by an agency that has nobody else: another one each time. */
export function* guestOn(
  scene: Scene,
  day: CalendarDate,
  { from, to }: Minutes,
): Iterable<Planned> {
  const { place } = scene;
  if (place.centre !== 'TQ' && place.centre !== 'NB') return;
  const stretch = plantedOn(scene, 'guest', often, day);
  if (stretch === null) return;
  const { offices } = place;
  const found = [2 * stretch, 2 * stretch + 1].flatMap((number) => {
    const office = offices[number % offices.length];
    const official: OfficialId | undefined = office?.officers[2]; // the first two are reserves
    if (office === undefined || official === undefined) return [];
    return scene.absences.isAway(official, day) ? [] : [{ office, official }];
  });
  const [guest] = found;
  if (guest === undefined) return;
  const { office, official } = guest;
  const chance = chanceOf(scene, 'guest', day);
  const stream = attendanceRecord(official, day);
  const by = `may-cham-cong.${place.centre.toLowerCase()}`;
  const data = {
    how: 'card' as const,
    device: 'Máy chấm công cửa chính',
    counter: counterOf(place, office),
    agency: office.agency,
  };
  const came = clock(day, from - chance.between(2, 15));
  const went = clock(day, to + chance.between(1, 20));
  scene.plant('from-approved-list', stream, came);
  yield told(scene, stream, { at: came, by }, [words, 'CheckedIn', data]);
  yield told(scene, stream, { at: went, by }, [words, 'CheckedOut', data]);
}
