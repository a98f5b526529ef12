/** The rosters of a centre of the demo, month by month: published, and announced to those who share a counter. */
import { roster as words } from '../../domain/attendance/roster/vocabulary.ts';
import type { CalendarDate } from '../../domain/units.ts';
import {
  atCounterOn,
  counterOf,
  officesInTurn,
  sharedCounter,
  sharesCounter,
} from '../counters.ts';
import { type Days, monthAfter, monthWith } from '../months.ts';
import type { Office } from '../places.ts';
import type { Planned, Source } from '../planned.ts';
import type { Scene } from '../scene.ts';
import {
  firstDayOf,
  monthRecord,
  serviceAt,
  settingUp,
  told,
  workingDaysFrom,
  workingDaysIn,
} from '../telling.ts';
import { dueAfter } from '../terms.ts';
import { turnBegins, turnEnds, turnNotified } from './rotation.ts';
import { isServedOnSaturdays, saturdaysIn } from './saturdays.ts';
import { isEveryThird, officeInTurn } from './turns.ts';

export function rostersOf(scene: Scene): Source {
  const first = firstDayOf(scene.options);
  return function* (day) {
    if (day === first) yield* published(scene, monthWith(day));
    const next = monthAfter(day);
    const isDue = publishedOn(scene, next) === day;
    if (isDue || (day === first && publishedOn(scene, next) < first)) yield* published(scene, next);
    if (scene.place.centre !== 'TQ') return;
    yield* turnBegins(scene, day);
    yield* turnEnds(scene, day);
  };
}

/** A roster is known by the 25th of the month before, and more than the three working days of TQ Đ6.6 before it. */
function publishedOn(scene: Scene, { from }: Days): CalendarDate {
  let day = workingDaysFrom(scene, from, -5);
  while (day.slice(8) > '25') day = scene.time.previousWorkingDay(day);
  return day;
}

/** When the roster of a month is published; in milliseconds since 1970 UTC. */
export function rosterKnownAt(scene: Scene, month: Days): number {
  const on = publishedOn(scene, month);
  return on < firstDayOf(scene.options) ? settingUp(scene, 35) : serviceAt(scene, on, 300);
}

function* published(scene: Scene, month: Days): Iterable<Planned> {
  const { place } = scene;
  const first = firstDayOf(scene.options);
  const days = { from: month.from < first ? first : month.from, to: month.to };
  const lines = [...linesFor(scene, days)];
  if (lines.length === 0) return;
  const at = rosterKnownAt(scene, month);
  const document = `71/TB-${month.from.slice(0, 7)}`;
  yield told(scene, monthRecord(scene, 'roster', month.from), { at, by: place.deputy }, [
    words,
    'RosterPublished',
    { lines, combined: sharesCounter(place) ? [sharedCounter] : null, by: place.deputy, document },
  ]);
  if (!sharesCounter(place)) return;
  yield announced(scene, days, at, document);
  if (place.centre === 'TQ') yield turnNotified(scene, days, at, document);
}

/** At once, to all agencies that share the counter (KT Đ13.10); once in three months more than a week later. */
function announced(scene: Scene, { from, to }: Days, at: number, document: string): Planned {
  const { place, time } = scene;
  const isLate = place.centre === 'KT' && isEveryThird(scene, from, 2);
  if (isLate) {
    const rule = 'combined-roster-announced';
    scene.plant(rule, `staffing-${place.centre}`, dueAfter(scene, rule, 2, at));
  }
  const telling = { at: isLate ? time.addMinutesMs(at, 6 * 480) : at, by: place.deputy };
  return told(scene, monthRecord(scene, 'roster', from), telling, [
    words,
    'RosterAnnounced',
    {
      from,
      to,
      counter: sharedCounter,
      agencies: officesInTurn(place).map(({ agency }) => agency),
      by: place.deputy,
      means: 'official-letter',
      document,
    },
  ]);
}

function* linesFor(scene: Scene, days: Days) {
  const { place } = scene;
  for (const office of place.offices) {
    const line = (day: CalendarDate) => lineOf(scene, office, day);
    for (const day of workingDaysIn(scene, days.from, days.to)) yield line(day);
    if (!isServedOnSaturdays(scene, office)) continue;
    for (const { day, hours } of saturdaysIn(scene, days)) yield { ...line(day), hours };
  }
  if (!sharesCounter(place)) return;
  const { agency, posted, head } = officeInTurn(scene, days.from);
  for (const day of workingDaysIn(scene, days.from, days.to)) {
    const [reserve = null, official = head] = posted;
    yield { day, counter: sharedCounter, official, reserve, capacity: 'formal' as const, agency };
  }
}

function lineOf({ place }: Scene, office: Office, day: CalendarDate) {
  const official = atCounterOn(office, day);
  const reserve = office.posted.find((one) => one !== official) ?? null;
  const { agency } = office;
  const counter = counterOf(place, office);
  return { day, counter, official, reserve, capacity: 'formal' as const, agency };
}
