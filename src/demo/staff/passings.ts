/** Coming and going in a demo, as the device at the door tells it. */
import { attendance as words } from '../../domain/attendance/attendance/vocabulary.ts';
import type { CalendarDate, OfficialId } from '../../domain/units.ts';
import { minutesOf } from '../clock.ts';
import { officeWith } from '../counters.ts';
import type { Planned, Source } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { attendanceRecord, told, toldOfOfficial } from '../telling.ts';
import { guestOn } from './guests.ts';
import { type Minutes, type Passing, passingOf, serviceHoursOn } from './hours.ts';
import { irregularOn } from './irregular.ts';
import { saturdayWorkers } from './overtime.ts';
import { plantsIrregular } from './planted-hours.ts';
import { presentOn } from './present.ts';

export { presentOn } from './present.ts';

export function passingsOf(scene: Scene): Source {
  return function* (day) {
    const hours = serviceHoursOn(scene, day);
    if (hours !== null) {
      plantsIrregular(scene, day, irregularOn(scene, day));
      for (const official of presentOn(scene, day)) {
        yield* comesAndGoes(scene, official, day, hours);
      }
      yield* guestOn(scene, day, hours);
    }
    for (const { official, hours: worked } of saturdayWorkers(scene, day)) {
      const { from, to } = worked;
      yield* comesAndGoes(scene, official, day, { from: minutesOf(from), to: minutesOf(to) });
    }
  };
}

function* comesAndGoes(
  scene: Scene,
  official: OfficialId,
  day: CalendarDate,
  hours: Minutes,
): Iterable<Planned> {
  const passing = passingOf(scene, official, day, hours);
  const { came, went } = passing;
  if (came !== null) yield passes(scene, official, day, passing, ['CheckedIn', came]);
  if (went !== null) yield passes(scene, official, day, passing, ['CheckedOut', went]);
}

/** One passing, as the device tells it, or the deputy director by hand. */
export function passes(
  scene: Scene,
  official: OfficialId,
  day: CalendarDate,
  { byHand, enteredAt }: Passing,
  [type, at]: readonly ['CheckedIn' | 'CheckedOut', number],
): Planned {
  const { place } = scene;
  const stream = attendanceRecord(official, day);
  const agency = officeWith(place, official)?.agency ?? place.unit;
  const isByHand = byHand && (type === 'CheckedOut' || enteredAt !== null);
  if (!isByHand) {
    const data = { how: 'fingerprint' as const, device: 'Máy chấm công cửa chính', agency };
    return told(scene, stream, { at, by: deviceOf(place) }, [words, type, data]);
  }
  const why = enteredAt === null ? 'Ngón tay bị băng, máy không nhận' : 'Quên chấm công cả ngày';
  const data = { how: 'by-hand' as const, by: place.deputy, agency };
  const telling = { at, enteredAt: enteredAt ?? at + 5 * 60_000, by: place.deputy };
  return told(scene, stream, telling, [
    words,
    type,
    { ...data, reason: toldOfOfficial(scene, official, why) },
  ]);
}

export function deviceOf({ centre }: Scene['place']): string {
  return `may-cham-cong.${centre.toLowerCase()}`;
}
