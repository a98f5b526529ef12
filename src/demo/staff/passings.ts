/** Coming and going in a demo, as the device at the door tells it. */
import { attendance as words } from '../../domain/attendance/attendance/vocabulary.ts';
import { hoChiMinh, minuteOfDay } from '../../domain/time/zone.ts';
import type { CalendarDate, OfficialId } from '../../domain/units.ts';
import type { Chance } from '../chance.ts';
import { minutesOf } from '../clock.ts';
import { officeWith, staffOf } from '../counters.ts';
import type { Planned, Source } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { attendanceRecord, chanceOf, clock, told, toldOfOfficial } from '../telling.ts';
import { extrasOn } from './extras.ts';
import { substitutesOn } from './leave-plan.ts';
import { overtimeOn, saturdayWorkers } from './overtime.ts';

export function passingsOf(scene: Scene): Source {
  return function* (day) {
    const hours = hoursOn(scene, day);
    if (hours !== null) {
      for (const official of presentOn(scene, day))
        yield* comesAndGoes(scene, official, day, hours);
    }
    for (const { official, hours: worked } of saturdayWorkers(scene, day)) {
      yield* comesAndGoes(scene, official, day, {
        from: minutesOf(worked.from),
        to: minutesOf(worked.to),
      });
    }
  };
}

/** Minutes after midnight. */
type Minutes = { readonly from: number; readonly to: number };

/** From the opening of a working day to its end; null on any other day. */
function hoursOn({ time }: Scene, day: CalendarDate): Minutes | null {
  const opening = time.openingOf(day);
  if (opening === null) return null;
  return {
    from: minuteOfDay(opening, hoChiMinh),
    to: minuteOfDay(time.endOfDate(day), hoChiMinh),
  };
}

/** Everyone whose place is at the centre on a day, and who is not away: its own, those posted, and who stands in. */
export function presentOn(scene: Scene, day: CalendarDate): readonly OfficialId[] {
  const { own, posted } = staffOf(scene.place);
  const here = [...own, ...posted].filter((official) => !scene.absences.isAway(official, day));
  return [...new Set([...here, ...substitutesOn(scene, day), ...extrasOn(scene, day)])];
}

/** Most come some minutes early and stay a little; a few come late, forget to check out, or go very late. */
function* comesAndGoes(
  scene: Scene,
  official: OfficialId,
  day: CalendarDate,
  { from, to }: Minutes,
): Iterable<Planned> {
  const { place } = scene;
  const chance = chanceOf(scene, 'passing', official, day);
  const stream = attendanceRecord(official, day);
  const agency = officeWith(place, official)?.agency ?? place.unit;
  const isLate = chance.happens(0.05);
  const came = from + (isLate ? chance.between(4, 45) : -chance.between(1, 20));
  yield told(scene, stream, { at: clock(day, came) + seconds(chance), by: deviceOf(place) }, [
    words,
    'CheckedIn',
    { how: 'fingerprint', device: 'Máy chấm công cửa chính', agency },
  ]);
  const overtime = overtimeOn(scene, official, day);
  if (overtime === 0 && chance.happens(0.02)) return;
  const went = leaves(chance, to + overtime);
  const at = clock(day, went) + seconds(chance);
  if (chance.happens(0.01)) {
    const byHand = { how: 'by-hand' as const, by: place.deputy, agency };
    const reason = toldOfOfficial(scene, official, 'Ngón tay bị băng, máy không nhận');
    const telling = { at, enteredAt: at + 5 * 60_000, by: place.deputy };
    yield told(scene, stream, telling, [words, 'CheckedOut', { ...byHand, reason }]);
    return;
  }
  const data = { how: 'fingerprint' as const, device: 'Máy chấm công cửa chính', agency };
  yield told(scene, stream, { at, by: deviceOf(place) }, [words, 'CheckedOut', data]);
}

/** An odd hour is late in the evening; some go a little early. */
function leaves(chance: Chance, end: number): number {
  if (chance.happens(0.002)) return chance.between(22 * 60 + 5, 23 * 60 + 30);
  return end + (chance.happens(0.03) ? -chance.between(5, 30) : chance.between(0, 25));
}

function seconds(chance: Chance): number {
  return chance.between(0, 59) * 1_000;
}

function deviceOf({ centre }: Scene['place']): string {
  return `may-cham-cong.${centre.toLowerCase()}`;
}
