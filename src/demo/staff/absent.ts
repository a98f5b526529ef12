/** Who of a demo is missed at the centre: noted by the deputy director. */
import { attendance as words } from '../../domain/attendance/attendance/vocabulary.ts';
import type { CalendarDate, OfficialId } from '../../domain/units.ts';
import { atCounterOn, staffOf } from '../counters.ts';
import { monthWith } from '../months.ts';
import type { Planned, Source } from '../planned.ts';
import type { Scene } from '../scene.ts';
import {
  attendanceRecord,
  chanceOf,
  firstDayOf,
  serviceAt,
  told,
  toldOfOfficial,
} from '../telling.ts';
import { leavePlanOf } from './leave-plan.ts';

const unasked = 'leave-needs-consent-short';

export function absentOf(scene: Scene): Source {
  return function* (day) {
    if (!scene.time.isWorkingDay(day)) return;
    const { own, posted } = staffOf(scene.place);
    for (const official of [...own, ...posted]) yield* missed(scene, official, day);
    if (scene.breaks(unasked, day)) yield* calledAway(scene, day);
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
      withLeave: true,
      leave: plan.id,
      kind: plan.kind,
      agency: plan.agency,
      by: place.deputy,
    },
  ]);
}

/** Breaks SL Đ8.đ: the agency calls back for an afternoon somebody whose week at the counter it is not, and asks nobody. */
function* calledAway(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const { place, absences } = scene;
  const office = chanceOf(scene, 'called away', day).pick(place.offices);
  const official = office.posted.find((one) => one !== atCounterOn(office, day));
  if (official === undefined || absences.isAway(official, day)) return;
  const telling = { at: serviceAt(scene, day, 450), by: place.deputy };
  const stream = attendanceRecord(official, day);
  scene.plant(unasked, stream, telling.at);
  yield told(scene, stream, telling, [
    words,
    'AbsenceNoted',
    {
      days: [{ from: day, to: day, part: 'afternoon' }],
      hours: { from: '14:00', to: '15:30' },
      withLeave: false,
      kind: 'agency-work',
      agency: office.agency,
      by: place.deputy,
      reason: toldOfOfficial(scene, official, 'Về sở họp đột xuất, không báo lãnh đạo Trung tâm'),
    },
  ]);
}
