/** Who of a demo is missed at the centre: noted by the deputy director, and the counters that nobody sits at. */
import { attendance as words } from '../../domain/attendance/attendance/vocabulary.ts';
import { roster } from '../../domain/attendance/roster/vocabulary.ts';
import { hoChiMinh, minuteOfDay } from '../../domain/time/zone.ts';
import type { CalendarDate, OfficialId } from '../../domain/units.ts';
import { clockText } from '../clock.ts';
import { atCounterOn, counterOf, officeWith, staffOf } from '../counters.ts';
import { monthWith } from '../months.ts';
import type { Planned, Source } from '../planned.ts';
import type { Scene } from '../scene.ts';
import {
  attendanceRecord,
  chanceOf,
  firstDayOf,
  monthRecord,
  serviceAt,
  told,
  toldOfOfficial,
} from '../telling.ts';
import { leavePlanOf } from './leave-plan.ts';
import { presentOn } from './passings.ts';

export function absentOf(scene: Scene): Source {
  return function* (day) {
    if (!scene.time.isWorkingDay(day)) return;
    const { own, posted } = staffOf(scene.place);
    for (const official of [...own, ...posted]) yield* missed(scene, official, day);
    yield* unstaffed(scene, day);
    yield* slipsOut(scene, day);
  };
}

/** Noted on the first working day of an absence, or of its part in a month: all its days in that month. */
function* missed(scene: Scene, official: OfficialId, day: CalendarDate): Iterable<Planned> {
  const { place, absences, time, options } = scene;
  const absence = absences.on(official, day);
  if (absence === null) return;
  const month = monthWith(day);
  const from = [absence.from, month.from, firstDayOf(options)].toSorted().at(-1) ?? day;
  if (time.previousWorkingDay(day) >= from) return;
  const plan = leavePlanOf(scene, absence);
  const telling = { at: serviceAt(scene, day, 215), by: place.deputy };
  yield told(scene, attendanceRecord(official, day), telling, [
    words,
    'AbsenceNoted',
    {
      days: [{ from, to: absence.to < month.to ? absence.to : month.to }],
      withLeave: plan.consent !== 'none',
      leave: plan.id,
      kind: plan.kind,
      agency: plan.agency,
      by: place.deputy,
    },
  ]);
}

/** Where nobody was named to stand in, it is now and then found that nobody sits there. */
function* unstaffed(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const { place, absences, time } = scene;
  for (const office of place.offices) {
    const official = atCounterOn(office, day);
    const absence = absences.on(official, day);
    const chance = chanceOf(scene, 'unstaffed', office.agency, day);
    if (absence === null || leavePlanOf(scene, absence).substitute !== null) continue;
    if (!chance.happens(0.4)) continue;
    const opening = time.openingOf(day);
    const from =
      opening === null ? 8 * 60 : minuteOfDay(opening, hoChiMinh) + chance.between(5, 60);
    const to = from + chance.between(20, 100);
    const telling = { at: serviceAt(scene, day, 235), by: place.deputy };
    yield told(scene, monthRecord(scene, 'roster', day), telling, [
      roster,
      'CounterFoundUnstaffed',
      {
        day,
        counter: counterOf(place, office),
        hours: { from: clockText(from), to: clockText(to) },
        agency: office.agency,
        official,
        by: place.deputy,
      },
    ]);
  }
}

/** Somebody leaves the counter for an hour and tells nobody. */
function* slipsOut(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const { place } = scene;
  const chance = chanceOf(scene, 'slips out', day);
  if (!chance.happens(0.06)) return;
  const { posted } = staffOf(place);
  const here = presentOn(scene, day).filter((official) => posted.includes(official));
  if (here.length === 0) return;
  const official = chance.pick(here);
  const office = officeWith(place, official);
  const from = 14 * 60 + chance.between(0, 60);
  const telling = { at: serviceAt(scene, day, 440), by: place.deputy };
  yield told(scene, attendanceRecord(official, day), telling, [
    words,
    'AbsenceNoted',
    {
      days: [{ from: day, to: day, part: 'afternoon' }],
      hours: { from: clockText(from), to: clockText(from + chance.between(25, 70)) },
      withLeave: false,
      counter: office === null ? null : counterOf(place, office),
      agency: office?.agency ?? place.unit,
      by: place.deputy,
      reason: toldOfOfficial(scene, official, 'Đón con ở trường, không báo'),
    },
  ]);
}
