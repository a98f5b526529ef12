/** Whom somebody looked for in vain at a counter of the demo: noted by the deputy director. */
import { attendance } from '../../domain/attendance/attendance/vocabulary.ts';
import { roster } from '../../domain/attendance/roster/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import { hoChiMinh, minuteOfDay } from '../../domain/time/zone.ts';
import { type CalendarDate, instantAt } from '../../domain/units.ts';
import { clockText } from '../clock.ts';
import { atCounterOn, counterOf } from '../counters.ts';
import type { Office } from '../places.ts';
import type { Planned, Source } from '../planned.ts';
import { isDemanded, often, once, plantedOn } from '../planting.ts';
import type { Scene } from '../scene.ts';
import {
  attendanceRecord,
  chanceOf,
  monthRecord,
  serviceAt,
  told,
  toldOfOfficial,
} from '../telling.ts';
import { isIrregular, officesAtFullStrength } from './irregular.ts';
import { leavePlanOf } from './leave-plan.ts';

export function foundMissingOf(scene: Scene): Source {
  const isCounterOwed = isDemanded(scene, 'counter-never-unstaffed');
  const areHoursOwed = isDemanded(scene, 'present-in-hours');
  return function* (day) {
    if (!scene.time.isWorkingDay(day)) return;
    const [first, second, third] = officesAsPlanned(scene, day);
    if (isCounterOwed) {
      const isTime = plantedOn(scene, 'found', often, day) !== null;
      if (first !== undefined && isTime) yield found(scene, first, day);
      const isTaken = plantedOn(scene, 'found by mistake', once, day) !== null;
      if (second !== undefined && isTaken) yield* takenBack(scene, second, day);
    } else {
      for (const office of scene.place.offices) yield* goneAndNobodyCame(scene, office, day);
    }
    const isOut = areHoursOwed && plantedOn(scene, 'slips out', often, day) !== null;
    if (third !== undefined && isOut) yield slipsOut(scene, third, day);
  };
}

/** Where both are there and nothing else is amiss, from one that chance picks. */
function officesAsPlanned(scene: Scene, day: CalendarDate): readonly Office[] {
  const chance = chanceOf(scene, 'found missing', day);
  const offices = officesAtFullStrength(scene, day).filter(
    ({ posted }) => !posted.some((official) => isIrregular(scene, official, day)),
  );
  const start = chance.between(0, Math.max(0, offices.length - 1));
  return [...offices.slice(start), ...offices.slice(0, start)];
}

/** Some time of the morning; where it must not be, a breach. */
function found(scene: Scene, office: Office, day: CalendarDate): Planned {
  const { time, place } = scene;
  const month = streamName('counters', place.centre, day.slice(0, 7));
  scene.plant('counter-never-unstaffed', month, time.endOfDate(day));
  return unstaffed(scene, office, day, serviceAt(scene, day, 235));
}

/** A breach is noted, and the next morning it is said to have been in the lunch break. */
function* takenBack(scene: Scene, office: Office, day: CalendarDate): Iterable<Planned> {
  const on = scene.time.nextWorkingDay(day);
  if (on > scene.options.until) return;
  const at = serviceAt(scene, day, 300);
  const correctedAt = serviceAt(scene, on, 60);
  const note = unstaffed(scene, office, day, at);
  yield note;
  const hours = { from: '11:40', to: '12:20' };
  const month = streamName('counters', scene.place.centre, day.slice(0, 7));
  scene.plant('breach-lessened', month, correctedAt);
  yield {
    ...note,
    data: { ...note.data, hours },
    enteredAt: instantAt(correctedAt),
    corrects: note.type,
  };
}

/** Where nobody comes instead and no article asks for it, it is now and then found. */
function* goneAndNobodyCame(scene: Scene, office: Office, day: CalendarDate): Iterable<Planned> {
  const absence = scene.absences.on(atCounterOn(office, day), day);
  if (absence === null || leavePlanOf(scene, absence).substitute !== null) return;
  if (!chanceOf(scene, 'unstaffed', office.agency, day).happens(0.4)) return;
  yield unstaffed(scene, office, day, serviceAt(scene, day, 235));
}

function unstaffed(scene: Scene, office: Office, day: CalendarDate, at: number): Planned {
  const { place, time } = scene;
  const chance = chanceOf(scene, 'unstaffed hours', office.agency, day);
  const opening = time.openingOf(day);
  const from = opening === null ? 8 * 60 : minuteOfDay(opening, hoChiMinh) + chance.between(5, 60);
  const to = from + chance.between(20, 100);
  return told(scene, monthRecord(scene, 'roster', day), { at, by: place.deputy }, [
    roster,
    'CounterFoundUnstaffed',
    {
      day,
      counter: counterOf(place, office),
      hours: { from: clockText(from), to: clockText(to) },
      agency: office.agency,
      official: atCounterOn(office, day),
      by: place.deputy,
    },
  ]);
}

/** Leaves the counter for an hour and tells nobody. */
function slipsOut(scene: Scene, office: Office, day: CalendarDate): Planned {
  const { place, time } = scene;
  const chance = chanceOf(scene, 'slips out', day);
  const official = atCounterOn(office, day);
  const from = 14 * 60 + chance.between(0, 60);
  const stream = attendanceRecord(official, day);
  scene.plant('present-in-hours', stream, time.endOfDate(day));
  return told(scene, stream, { at: serviceAt(scene, day, 440), by: place.deputy }, [
    attendance,
    'AbsenceNoted',
    {
      days: [{ from: day, to: day, part: 'afternoon' }],
      hours: { from: clockText(from), to: clockText(from + chance.between(25, 70)) },
      withLeave: false,
      counter: counterOf(place, office),
      agency: office.agency,
      by: place.deputy,
      reason: toldOfOfficial(scene, official, 'Đón con ở trường, không báo'),
    },
  ]);
}
