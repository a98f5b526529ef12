/** The dossiers of a centre of the demo: how many come on a day, when, and as what. */
import { dayOf, type Weekday, weekdayOf } from '../domain/time/date.ts';
import { hoChiMinh, startOfDay } from '../domain/time/zone.ts';
import { type CalendarDate, instantAt } from '../domain/units.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { counterTime } from './dossier/course.ts';
import { mishapsAt, type Unfinished } from './dossier/mishaps.ts';
import { type Unfinishable, unfinishedOf } from './dossier/unfinished.ts';
import type { Way } from './dossier/way.ts';
import { dossierLife } from './dossier-life.ts';
import { agencyOn } from './merger.ts';
import type { Office, Procedure } from './places.ts';
import type { Source } from './planned.ts';
import type { Scene } from './scene.ts';
import { serviceAt } from './telling.ts';

/** What comes on a day, where an ordinary day has 1: busy Mondays, quiet Fridays. */
const busyness: Readonly<Record<Weekday, number>> = {
  mon: 1.55,
  tue: 1.1,
  wed: 1,
  thu: 0.9,
  fri: 0.6,
  sat: 0.12,
  sun: 0.08,
};

/** On a holiday: over the portal alone. */
const holiday = 0.1;

/** The source of one centre's dossiers. Asked for one day after another, it numbers them as they come. */
export function dossiersOf(scene: Scene): Source {
  const { place, options, desk, time } = scene;
  const mishaps = mishapsAt(scene);
  const unfinished = unfinishedOf(scene);
  let count = 0;

  return function* (day) {
    const comers = Array.from({ length: volumeOn(scene, day) }, () => {
      count += 1;
      return comerOf(scene, day, chanceFrom(options.seed, 'dossier', place.centre, count));
    });
    comers.push(...unfinished(day).map((one) => unfinishedComer(scene, day, one)));
    const inOrder = comers.toSorted((a, b) => a.at - b.at);
    const codeFor = codesOn(scene, day);
    for (const { chance, kind, ...comer } of inOrder) {
      const arrival = { ...comer, code: codeFor(comer.office) };
      const goesWrong = kind === null ? mishaps : () => kind;
      const { facts, charge, grievance, overdue } = dossierLife(scene, arrival, chance, goesWrong);
      const dayAt = (ms: number) => time.dateAt(instantAt(ms));
      if (charge !== null) desk.charges.put(dayAt(charge.at), charge);
      if (grievance !== null) desk.grievances.put(dayAt(grievance.at), grievance);
      if (overdue !== null) desk.overdue.put(dayAt(overdue.at), overdue);
      yield* facts;
    }
  };
}

/** How many come to a centre on a day: nearly the same every week, and never quite. */
function volumeOn({ place, options, time }: Scene, day: CalendarDate): number {
  const chance = chanceFrom(options.seed, 'volume', place.centre, day);
  const weekday = weekdayOf(dayOf(day));
  const isHoliday = !time.isWorkingDay(day) && weekday !== 'sat' && weekday !== 'sun';
  const mean = options.perDay * (isHoliday ? holiday : busyness[weekday]);
  const drawn = mean * (0.8 + 0.4 * chance.fraction());
  return Math.floor(drawn) + (chance.happens(drawn % 1) ? 1 : 0);
}

type Comer = {
  readonly chance: Chance;
  readonly office: Office;
  readonly procedure: Procedure;
  readonly channel: Way;
  /** In milliseconds since 1970 UTC. */
  readonly at: number;
  /** It is to be unfinished on the last day; null: as chance has it. */
  readonly kind: Unfinished | null;
};

/** At the counter, on a working day. */
function unfinishedComer(scene: Scene, day: CalendarDate, what: Unfinishable): Comer {
  return { ...what, channel: 'direct', at: serviceAt(scene, day, what.chance.between(20, 300)) };
}

/** Where the counter is shut it comes over the portal, at any waking hour. */
function comerOf(scene: Scene, day: CalendarDate, chance: Chance): Comer {
  const office = chance.pick(scene.place.offices);
  const procedure = chance.pick(office.procedures);
  const channel = channelOf(chance);
  const time = counterTime(scene, procedure);
  const opening = time.openingOf(day);
  const when = chance.fraction();
  const comer = { chance, office, procedure, kind: null };
  if (opening === null || channel === 'online') {
    const minute = 6 * 60 + Math.floor(when * 17 * 60);
    const at = Date.parse(startOfDay(day, hoChiMinh)) + minute * 60_000;
    return { ...comer, channel: 'online', at: at + chance.between(0, 59) * 1_000 };
  }
  const service = time.minutesBetween(opening, time.endOfDate(day));
  const minute = 5 + Math.floor(when ** 1.3 * (service - 25)); // more in the morning
  const at = time.addMinutesMs(Date.parse(opening), minute); // at times the end of the morning, so
  return { ...comer, channel, at: at - chance.between(0, 59) * 1_000 };
}

function channelOf(chance: Chance): Way {
  return chance.weighted([
    [56, 'direct'],
    [31, 'online'],
    [7, 'post'],
    [5, 'by-proxy'],
    [1, 'hired-service'],
  ] as const);
}

/** Numbers the dossiers of a day, those of each agency by themselves: `H42.17-250923-0005`. */
function codesOn(scene: Scene, day: CalendarDate): (office: Office) => string {
  const counts = new Map<string, number>();
  return (office) => {
    const { agency } = agencyOn(scene, office, day);
    const number = (counts.get(agency) ?? 0) + 1;
    counts.set(agency, number);
    return `${agency}-${day.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`;
  };
}
