/** What the parts of a dossier's life share: who and what it is about, and how far it has got. */
import type { dossier } from '../../domain/dossier/vocabulary.ts';
import type { CalendarDate, OfficialId } from '../../domain/units.ts';
import type { Chance } from '../chance.ts';
import type { Life } from '../life.ts';
import { agencyOn } from '../merger.ts';
import type { Person } from '../people.ts';
import type { Office, Procedure } from '../places.ts';
import { presentOf, type Scene } from '../scene.ts';
import type { Mishap } from './mishaps.ts';
import type { Way } from './way.ts';

export type Course = {
  readonly scene: Scene;
  readonly chance: Chance;
  readonly life: Life<typeof dossier>;
  readonly code: string;
  readonly office: Office;
  readonly procedure: Procedure;
  readonly person: Person;
  /** At the agency: accountable for it. */
  readonly official: OfficialId;
  readonly channel: Way;
  readonly resultChannel: Way;
  /** What goes wrong with it on purpose; null: nothing. */
  readonly mishap: Mishap | null;
  /** When it was received, and for when the result was promised then; in milliseconds since 1970 UTC. */
  receivedAt: number;
  promised: number;
  /** When the step that is being worked on is to be done, in milliseconds since 1970 UTC. */
  stepDue: number;
  /** When the result is promised, and measured; in milliseconds since 1970 UTC. */
  due: number;
  /** When phí and lệ phí were paid; null: nothing was. */
  paidAt: number | null;
  withdrawnAt: number | null;
  /** What was left undone on purpose is found from then on, and nobody takes it back before; in milliseconds since 1970 UTC. */
  undoneUntil: number;
};

/** Minutes of service in a day. */
export const workingDay = 480;

/** If less than so many minutes of service are left of the day, the next one begins. */
export function withTimeLeft({ scene, life }: Course, minutes: number): void {
  const end = Date.parse(scene.time.endOfDate(life.today()));
  if (end - life.now() < minutes * 60_000) life.notBefore(openingAfter(scene, life.today()));
}

/**
 * Nothing ends within an hour of `due`, a term in minutes: an hour for which a centre closes moves it by
 * as much, and the demo does not know of it beforehand.
 */
export function keepsClearOf({ scene, life }: Course, due: number): void {
  const nearest = scene.time.addMinutesMs(life.now(), 60);
  if (nearest >= due) life.notBefore(scene.time.addMinutesMs(due, 75));
}

/** Who is at the counter today. */
export function clerkOf({ scene, chance, life }: Course): OfficialId {
  return presentOf(scene, scene.place.clerks, life.today(), chance);
}

/** Some minutes pass at the counter, which for some procedures is open on Saturdays. */
export function atCounter({ scene, procedure, life }: Course, minutes: number): void {
  const time = counterTime(scene, procedure);
  life.notBefore(time.addMinutesMs(life.now(), minutes));
}

/** The hours in which dossiers of a procedure are received and returned. */
export function counterTime({ centre, time }: Scene, { field }: Procedure) {
  const { saturdayProcedures } = centre;
  const isServed = saturdayProcedures?.procedures.some(({ vi }) => vi === field) === true;
  return isServed ? (saturdayProcedures?.workingTime ?? time) : time;
}

/**
 * Who does the official's work now: nobody but the official, unless somebody was named for an absence.
 * Where nobody was, the life stands still until the official is back.
 */
export function workerFor(course: Course, official: OfficialId) {
  const { scene, office, chance, life, mishap } = course;
  const absence = scene.absences.on(official, life.today());
  if (absence === null) return official;
  if (absence.covered || mishap !== null)
    return presentOf(scene, office.officers, life.today(), chance);
  life.notBefore(openingAfter(scene, absence.to));
  return official;
}

/** When the first working day after `day` begins, in milliseconds since 1970 UTC. */
export function openingAfter({ time }: Pick<Scene, 'time'>, day: CalendarDate): number {
  const opening = time.openingOf(time.nextWorkingDay(day));
  if (opening === null) throw new RangeError(`the working day after ${day} has no hours`);
  return Date.parse(opening);
}

/** The number of a document as an agency writes it: `412/STNMT-VP`. */
export function documentOf({ scene, life, chance, office }: Course, kind: string): string {
  const { name } = agencyOn(scene, office, life.today());
  return `${chance.between(100, 1_999)}/${kind === '' ? '' : `${kind}-`}${initials(name)}`;
}

/** `STNMT` of Sở Tài nguyên và Môi trường. */
export function initials(name: string): string {
  const words = name.split(' ').filter((word) => word !== 'và' && word !== '-');
  return words.map((word) => word.slice(0, 1).toUpperCase()).join('');
}
