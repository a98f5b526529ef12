/** The rosters of a centre of the demo, month by month: published, announced, and taken in turn. */
import { roster as words } from '../../domain/attendance/roster/vocabulary.ts';
import type { CalendarDate } from '../../domain/units.ts';
import {
  atCounterOn,
  counterOf,
  officeInTurn,
  sharedCounter,
  sharesCounter,
  turnNumber,
} from '../counters.ts';
import { type Days, monthAfter, monthWith } from '../months.ts';
import type { Office } from '../places.ts';
import type { Planned, Source } from '../planned.ts';
import type { Scene } from '../scene.ts';
import {
  chanceOf,
  clock,
  firstDayOf,
  monthRecord,
  serviceAt,
  settingUp,
  told,
  workingDaysIn,
} from '../telling.ts';
import { isServedOnSaturdays, saturdaysIn } from './saturdays.ts';

export function rostersOf(scene: Scene): Source {
  const first = firstDayOf(scene.options);
  return function* (day) {
    if (day === first) yield* published(scene, monthWith(day));
    const next = monthAfter(day);
    const isDue = publishedOn(scene, next) === day;
    if (isDue || (day === first && publishedOn(scene, next) < first)) yield* published(scene, next);
    yield* turnBegins(scene, day);
    yield* turnEnds(scene, day);
  };
}

/** A roster is known by the 25th of the month before. */
function publishedOn({ time }: Scene, { from }: Days): CalendarDate {
  let day = time.previousWorkingDay(from);
  while (day.slice(8) > '25') day = time.previousWorkingDay(day);
  return day;
}

/** When the roster of a month is published; in milliseconds since 1970 UTC. */
export function rosterKnownAt(scene: Scene, month: Days): number {
  const on = publishedOn(scene, month);
  return on < firstDayOf(scene.options) ? settingUp(scene, 35) : serviceAt(scene, on, 300);
}

function* published(scene: Scene, month: Days): Iterable<Planned> {
  const { place } = scene;
  const stream = monthRecord(scene, 'roster', month.from);
  const first = firstDayOf(scene.options);
  const from = month.from < first ? first : month.from;
  const lines = [...linesFor(scene, { from, to: month.to })];
  if (lines.length === 0) return;
  const telling = { at: rosterKnownAt(scene, month), by: place.deputy };
  const combined = sharesCounter(place) ? [sharedCounter] : null;
  const document = `71/TB-${month.from.slice(0, 7)}`;
  const data = { lines, combined, by: place.deputy, document };
  yield told(scene, stream, telling, [words, 'RosterPublished', data]);
  if (combined === null) return;
  const office = officeInTurn(place, month.from);
  yield told(scene, stream, telling, [
    words,
    'RosterAnnounced',
    {
      from,
      to: month.to,
      counter: sharedCounter,
      agencies: place.offices.map(({ agency }) => agency),
      by: place.deputy,
      means: 'official-letter',
      document,
    },
  ]);
  if (place.centre !== 'TQ') return;
  const turn = { ...turnOf(scene, office, month), from };
  const notified = { ...turn, by: place.deputy, means: 'official-letter' as const, document };
  yield told(scene, stream, telling, [words, 'RotationNotified', notified]);
}

function turnOf({ place }: Scene, office: Office, { from, to }: Days) {
  const official = office.posted[1] ?? office.head;
  const turn = turnNumber(place, from);
  return { agency: office.agency, official, counter: sharedCounter, turn, from, to };
}

function* linesFor(scene: Scene, days: Days) {
  const { place } = scene;
  for (const office of place.offices) {
    const counter = counterOf(place, office);
    const line = (day: CalendarDate) => {
      const official = atCounterOn(office, day);
      const reserve = office.posted.find((one) => one !== official) ?? null;
      const { agency } = office;
      return { day, counter, official, reserve, capacity: 'formal' as const, agency };
    };
    for (const day of workingDaysIn(scene, days.from, days.to)) yield line(day);
    if (!isServedOnSaturdays(scene, office)) continue;
    for (const { day, hours } of saturdaysIn(scene, days)) yield { ...line(day), hours };
  }
  if (!sharesCounter(place)) return;
  const { agency, posted, head } = officeInTurn(place, days.from);
  for (const day of workingDaysIn(scene, days.from, days.to)) {
    const official = posted[1] ?? head;
    yield { day, counter: sharedCounter, official, capacity: 'formal' as const, agency };
  }
}

/** On the first working day of a month the next agency takes its turn (TQ Đ6.5). */
function* turnBegins(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const { place, time } = scene;
  const month = monthWith(day);
  const isFirst = time.isWorkingDay(day) && time.previousWorkingDay(day) < month.from;
  if (place.centre !== 'TQ' || !isFirst) return;
  const office = officeInTurn(place, day);
  const telling = { at: serviceAt(scene, day, 10), by: office.posted[1] ?? office.head };
  const data = { ...turnOf(scene, office, month), document: '1203/QĐ-UBND' };
  yield told(scene, monthRecord(scene, 'roster', day), telling, [words, 'RotationTurnTaken', data]);
}

/** On the last one the work is handed over, with minutes to both agencies; once in a while these are forgotten. */
function* turnEnds(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const { place, time } = scene;
  const month = monthWith(day);
  const isLast = time.isWorkingDay(day) && time.nextWorkingDay(day) > month.to;
  if (place.centre !== 'TQ' || !isLast) return;
  const chance = chanceOf(scene, 'handover', day);
  const [before, after] = [officeInTurn(place, day), officeInTurn(place, monthAfter(day).from)];
  const giver = before.posted[1] ?? before.head;
  const telling = { at: clock(day, 16 * 60 + 30), by: giver };
  yield told(scene, monthRecord(scene, 'roster', day), telling, [
    words,
    'HandoverSigned',
    {
      giver,
      receiver: after.posted[1] ?? after.head,
      turnEnds: day,
      giverAgency: before.agency,
      receiverAgency: after.agency,
      counter: sharedCounter,
      dossiers: chance.between(3, 24),
      sentToAgencies: chance.happens(0.8) ? [before.agency, after.agency] : [before.agency],
      sentToCentre: true,
      logged: chance.happens(0.9),
      document: `0${chance.between(1, 9)}/BB-BG`,
    },
  ]);
}
