/** The complaints at a centre of the demo: of people whose dossiers went wrong, of others, and one denunciation. */
import { plusDays } from '../domain/time/date.ts';
import { type CalendarDate, instantAt } from '../domain/units.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { plantingOf } from './complaints/breaches.ts';
import { complaintLife } from './complaints/life.ts';
import type { Matter } from './complaints/matter.ts';
import { grieved, unprompted } from './complaints/texts.ts';
import { violationLife } from './complaints/violations.ts';
import type { Grievance } from './desk.ts';
import { personFrom } from './people.ts';
import { places } from './places.ts';
import type { Planned, Source } from './planned.ts';
import type { Scene } from './scene.ts';
import { firstDayOf, serviceAt } from './telling.ts';

/** How many come of themselves for each dossier. */
const unpromptedShare = 0.05;

/** The source of one centre's complaints. It takes up what the dossiers of the same day, or of a day before, gave rise to. */
export function complaintsOf(scene: Scene): Source {
  const { place, desk } = scene;
  const counts = new Map<string, number>();
  const planting = plantingOf(scene);

  /** `PA-NB-2026-0007`. */
  function numberOf(kind: 'PA' | 'VP', day: CalendarDate): string {
    const series = `${kind}-${place.centre}-${day.slice(0, 4)}`;
    const count = (counts.get(series) ?? 0) + 1;
    counts.set(series, count);
    return `${series}-${String(count).padStart(4, '0')}`;
  }

  function* lives(matter: Matter): Iterable<Planned> {
    const day = scene.time.dateAt(instantAt(matter.at));
    const id = numberOf('PA', day);
    const { facts, isViolation, end } = complaintLife(scene, id, matter);
    yield* facts;
    if (!isViolation) return;
    yield* violationLife(scene, numberOf('VP', day), matter, { complaint: id, from: end });
  }

  return function* (day) {
    for (const grievance of desk.grievances.take(day)) yield* lives(matterOf(scene, grievance));
    if (!scene.time.isWorkingDay(day)) return;
    const chance = chanceFrom(scene.options.seed, 'complaints', place.centre, day);
    for (let left = scene.options.perDay * unpromptedShare; left > 0; left -= 1) {
      if (chance.happens(Math.min(left, 1))) yield* lives(unpromptedOn(scene, day, chance));
    }
    for (const matter of planting(day, chance)) yield* lives(matter);
    if (isDenounced(scene, day)) yield* lives(denunciation(scene, day, chance));
  };
}

/** Most leave it at feedback; some go by the law. */
function matterOf(scene: Scene, { about, at, person, ...said }: Grievance): Matter {
  const { dossier, agency, official } = said;
  const chance = chanceFrom(scene.options.seed, 'grievance', dossier, about);
  const isFormal = about === 'result' || chance.happens(0.15);
  const kind = about === 'delivery' ? 'postal-complaint' : isFormal ? 'complaint' : 'feedback';
  const text = chance.pick(grieved[about]);
  return { kind, about, at, person, text, dossier, agency, official, fault: null };
}

function unpromptedOn(scene: Scene, day: CalendarDate, chance: Chance): Matter {
  const [kind, about, text] = chance.pick(unprompted);
  const isOfAgency = about === 'processing' || about === 'guidance' || about === 'conduct';
  const office = isOfAgency ? chance.pick(scene.place.offices) : null;
  return {
    kind,
    about,
    at: serviceAt(scene, day, chance.between(5, 450)),
    person: personFrom(chance, scene.place),
    text,
    dossier: null,
    agency: office?.agency ?? null,
    official: office !== null && about === 'conduct' ? chance.pick(office.posted) : null,
    fault: null,
  };
}

/** One in the whole demo: at one of the centres, in the middle of its time. */
function isDenounced({ place, time, options }: Scene, day: CalendarDate): boolean {
  const { centre } = chanceFrom(options.seed, 'denunciation').pick(places);
  const middle = plusDays(firstDayOf(options), Math.floor(options.days / 2));
  const on = time.isWorkingDay(middle) ? middle : time.nextWorkingDay(middle);
  return centre === place.centre && day === on;
}

function denunciation(scene: Scene, day: CalendarDate, chance: Chance): Matter {
  const office = chance.pick(scene.place.offices);
  return {
    kind: 'denunciation',
    about: 'conduct',
    at: serviceAt(scene, day, chance.between(60, 400)),
    person: personFrom(chance, scene.place),
    text: '',
    dossier: null,
    agency: office.agency,
    official: chance.pick(office.officers),
    fault: null,
  };
}
