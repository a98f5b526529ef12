/**
 * The outages of a demo: two, at different centres. What is done of dossiers meanwhile is noted on
 * paper, and entered in the evening (SL Đ2.7, BL Đ3.3).
 */
import { centre as words } from '../domain/centre/centre/vocabulary.ts';
import { msPerMinute, plusDays } from '../domain/time/date.ts';
import { type CalendarDate, type Instant, instantAt, millisecondsOf } from '../domain/units.ts';
import { chanceFrom } from './chance.ts';
import { oneStopSystem } from './offices/officials.ts';
import { places } from './places.ts';
import type { Planned, Source } from './planned.ts';
import type { Scene } from './scene.ts';
import { clock, firstDayOf, told, yearRecord } from './telling.ts';

type Outage = {
  readonly name: string;
  readonly day: CalendarDate;
  /** When the system stood still and ran again, and when the paper was entered; in milliseconds since 1970 UTC. */
  readonly began: number;
  readonly ended: number;
  readonly catchUp: number;
  readonly caughtUp: number;
};

/** A source of dossiers, and the outage of its centre, where it has one. */
export function withOutage(source: (scene: Scene) => Source): (scene: Scene) => Source {
  return (scene) => {
    const dossiers = source(scene);
    const outage = outageOf(scene);
    if (outage === null) return dossiers;
    let entries = 0;
    return function* (day) {
      for (const life of livesIn(dossiers(day))) {
        for (const fact of onPaper(life, outage, scene.place.system)) {
          if (fact.outage !== null) entries += 1;
          yield fact;
        }
      }
      if (day === outage.day) yield* declared(scene, outage, entries);
    };
  };
}

/** At two of the five, a third and two thirds into the demo; null: this centre has none. */
function outageOf({ place, options, time }: Scene): Outage | null {
  const chance = chanceFrom(options.seed, 'outages');
  const start = chance.between(0, places.length - 1);
  const hit = [start, (start + chance.between(1, places.length - 1)) % places.length];
  const number = hit.findIndex((one) => places[one]?.centre === place.centre);
  if (number < 0) return null;
  const share = Math.floor((options.days * (number + 1)) / 3);
  const day = time.nextWorkingDay(plusDays(firstDayOf(options), share));
  return {
    name: `SC-${place.centre}-${day}`,
    day,
    began: clock(day, 13 * 60 + 40 + chance.between(0, 20)),
    ended: clock(day, 16 * 60 + chance.between(0, 30)),
    catchUp: clock(day, 17 * 60 + 40),
    caughtUp: clock(day, 19 * 60),
  };
}

function* declared(scene: Scene, outage: Outage, entries: number): Iterable<Planned> {
  const { place } = scene;
  const { name, day, began, ended, caughtUp } = outage;
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
  yield told(scene, stream, { at: ended + 5 * msPerMinute, by }, [
    words,
    'OutageEnded',
    { outage: name, ended: instantAt(ended) },
  ]);
  yield told(scene, stream, { at: caughtUp + 30 * msPerMinute, by }, [
    words,
    'CatchUpCompleted',
    { outage: name, entries, official: responsible ?? by },
  ]);
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

/** In the order in which they are entered: what waits for the evening holds up what comes after it. */
function* onPaper(life: readonly Planned[], outage: Outage, system: string): Iterable<Planned> {
  if (!life.some((fact) => isNoted(fact, outage))) {
    yield* life;
    return;
  }
  let held = 0;
  for (const fact of life.toSorted(byEntry)) {
    const entered = millisecondsOf(fact.enteredAt);
    const isPaper = isNoted(fact, outage) && fact.actor !== system;
    const least = held === 0 ? 0 : held + (fact.corrects === null ? 0 : sitting);
    const at = Math.max(isPaper ? eveningOf(entered, outage) : entered, least);
    if (isPaper || at > entered) held = at;
    yield { ...fact, enteredAt: instantAt(at), outage: isPaper ? outage.name : fact.outage };
  }
}

/** Nothing is entered from when the system stood still until the evening. */
function isNoted({ enteredAt }: Planned, { began, catchUp }: Outage): boolean {
  const entered = millisecondsOf(enteredAt);
  return began <= entered && entered < catchUp;
}

/** In the same order, and within the time that they have for it. */
function eveningOf(entered: number, { began, catchUp, caughtUp }: Outage): number {
  const share = (entered - began) / (catchUp - began);
  return Math.floor(catchUp + share * (caughtUp - catchUp));
}

function byEntry(a: Planned, b: Planned): number {
  return order(a.enteredAt, b.enteredAt) || order(a.occurredAt, b.occurredAt);
}

function order(one: Instant, other: Instant): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
