/**
 * The outages of a demo: two at each centre whose regulation speaks of them. What is done of dossiers
 * meanwhile is noted on paper, and entered as soon as the system runs again (SL Đ2.7, BL Đ3.3); of the second
 * it is only some days later that all is said to be entered. And at every centre an entry now and then is
 * said to be from an outage that nobody declared.
 */
import { centre as words } from '../domain/centre/centre/vocabulary.ts';
import { streamName } from '../domain/stream.ts';
import { msPerMinute, plusDays } from '../domain/time/date.ts';
import { type CalendarDate, type Instant, instantAt, millisecondsOf } from '../domain/units.ts';
import { chanceFrom } from './chance.ts';
import { oneStopSystem } from './offices/officials.ts';
import { byEntry, type Planned, type Source } from './planned.ts';
import type { Scene } from './scene.ts';
import { clock, firstDayOf, serviceAt, told, workingDaysFrom, yearRecord } from './telling.ts';
import { termFrom } from './terms.ts';

type Outage = {
  readonly name: string;
  readonly day: CalendarDate;
  /** When the system stood still and ran again, and until when the paper was entered; in milliseconds since 1970 UTC. */
  readonly began: number;
  readonly ended: number;
  readonly caughtUp: number;
  /** The note that all is entered comes some days later, when it should be there already. */
  readonly isNotedLate: boolean;
};

/** A source of dossiers, with the outages of its centre. */
export function withOutage(source: (scene: Scene) => Source): (scene: Scene) => Source {
  return (scene) => {
    const dossiers = source(scene);
    const counted = outagesOf(scene).map((outage) => ({ outage, entries: 0 }));
    return function* (day) {
      for (const life of livesIn(dossiers(day))) {
        const hit = counted.find(({ outage }) => isHitBy(life, outage));
        const facts = hit === undefined ? life : [...onPaper(life, hit.outage, scene.place.system)];
        if (hit !== undefined) hit.entries += facts.filter(({ outage }) => outage !== null).length;
        yield* hit === undefined ? undeclared(scene, facts) : facts;
      }
      for (const { outage, entries } of counted) {
        if (day === outage.day) yield* declared(scene, outage, entries);
      }
    };
  };
}

/** A third and two thirds into the demo; in one of some days they would be of one day, and there is one. */
function outagesOf({ place, options, time, centre }: Scene): readonly Outage[] {
  if (!centre.demands.some(({ rule }) => rule.key === 'outage-catch-up')) return [];
  const outages = [1, 2].map((number) => {
    const chance = chanceFrom(options.seed, 'outages', place.centre, number);
    const share = Math.floor((options.days * number) / 3);
    const day = time.nextWorkingDay(plusDays(firstDayOf(options), share));
    const ended = clock(day, 15 * 60 + 30 + chance.between(0, 25));
    return {
      name: `SC-${place.centre}-${day}`,
      day,
      began: clock(day, 13 * 60 + 40 + chance.between(0, 20)),
      ended,
      caughtUp: ended + 45 * msPerMinute,
      isNotedLate: number === 2,
    };
  });
  return outages.filter(
    ({ day }, number) => outages.findIndex((one) => one.day === day) === number,
  );
}

function* declared(scene: Scene, outage: Outage, entries: number): Iterable<Planned> {
  const { place } = scene;
  const { name, day, began, ended, caughtUp, isNotedLate } = outage;
  const stream = yearRecord(scene, day);
  const by = place.deputy;
  const [responsible] = place.clerks;
  yield told(scene, stream, { at: began + 15 * msPerMinute, by }, [
    words,
    'OutageDeclared',
    {
      outage: name,
      systems: [oneStopSystem],
      began: instantAt(began),
      responsible: responsible ?? by,
      cause: 'Đứt cáp quang',
      document: '61/TB-TTPVHCC',
    },
  ]);
  yield told(scene, stream, { at: ended + 2 * msPerMinute, by }, [
    words,
    'OutageEnded',
    { outage: name, ended: instantAt(ended) },
  ]);
  const at = isNotedLate
    ? serviceAt(scene, workingDaysFrom(scene, day, 3), 60)
    : caughtUp + 20 * msPerMinute;
  yield told(scene, stream, { at, by }, [
    words,
    'CatchUpCompleted',
    { outage: name, entries, official: responsible ?? by },
  ]);
  if (!isNotedLate) return;
  const subject = streamName('office', place.centre);
  scene.plant('outage-catch-up', subject, termFrom(scene, { days: 1 }, ended));
}

/** One entry of a dossier is said to be from an outage of which nothing is on record. */
function* undeclared(scene: Scene, life: readonly Planned[]): Iterable<Planned> {
  const step = life.find(({ type, outage }) => type === 'StepCompleted' && outage === null);
  const day = step === undefined ? null : scene.time.dateAt(step.occurredAt);
  if (step === undefined || day === null || !scene.breaks('undeclared-outage', day)) {
    yield* life;
    return;
  }
  for (const fact of life) {
    yield fact === step ? { ...fact, outage: `MD-${scene.place.centre}-${day}` } : fact;
  }
  scene.plant('undeclared-outage', step.stream, step.enteredAt);
}

/** The facts of one dossier together: they are planned together. */
function* livesIn(facts: Iterable<Planned>): Iterable<readonly Planned[]> {
  let life: Planned[] = [];
  for (const fact of facts) {
    if (life.length > 0 && life[0]?.stream !== fact.stream) {
      yield life;
      life = [];
    }
    life.push(fact);
  }
  if (life.length > 0) yield life;
}

/** A correction finds what it corrects on record, so it is entered in a later sitting. */
const sitting = 6 * msPerMinute;

/** Something was done while the system stood still, and the result was not due by then. */
function isHitBy(life: readonly Planned[], { began, ended, caughtUp }: Outage): boolean {
  const done = life.filter(({ occurredAt }) => isWithin(occurredAt, began, ended));
  return done.length > 0 && !life.some((fact) => isDue(fact, caughtUp));
}

function isWithin(instant: Instant, from: number, to: number): boolean {
  const at = millisecondsOf(instant);
  return from <= at && at < to;
}

function isDue({ type, data }: Planned, by: number): boolean {
  if (type !== 'DossierReceived') return false;
  const { appointment } = data;
  if (typeof appointment !== 'object' || appointment === null || !('at' in appointment))
    return true;
  return typeof appointment.at !== 'string' || Date.parse(appointment.at) <= by;
}

/** In the order in which they are entered: what waits for the catch-up holds up what comes after it. */
function* onPaper(life: readonly Planned[], outage: Outage, system: string): Iterable<Planned> {
  const { began, ended } = outage;
  let held = 0;
  for (const fact of life.toSorted(byEntry)) {
    const entered = millisecondsOf(fact.enteredAt);
    const isPaper = isWithin(fact.occurredAt, began, ended) && fact.actor !== system;
    const isJustBefore = entered >= began && millisecondsOf(fact.occurredAt) < began;
    const own = isPaper
      ? catchUpOf(entered, outage)
      : isJustBefore
        ? Math.min(entered, began)
        : entered;
    const least = held === 0 ? 0 : held + (fact.corrects === null ? 0 : sitting);
    const at = Math.max(own, least);
    if (isPaper || at > own) held = at;
    yield { ...fact, enteredAt: instantAt(at), outage: isPaper ? outage.name : fact.outage };
  }
}

/** In the same order, and within the time that they have for it. */
function catchUpOf(entered: number, { began, ended, caughtUp }: Outage): number {
  const share = Math.min(1, (entered - began) / (ended - began));
  const start = ended + 5 * msPerMinute;
  return Math.floor(start + share * (caughtUp - start));
}
