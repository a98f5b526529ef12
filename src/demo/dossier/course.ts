/** What the parts of a dossier's life share: who and what it is about, and how far it has got. */
import type { dossier } from '../../domain/dossier/vocabulary.ts';
import type { CalendarDate, OfficialId } from '../../domain/units.ts';
import type { Chance } from '../chance.ts';
import type { Life } from '../life.ts';
import type { Person } from '../people.ts';
import type { Office, Procedure } from '../places.ts';
import { presentOf, type Scene } from '../scene.ts';

/** How a dossier comes, or its result goes. */
export type Way = 'direct' | 'online' | 'post' | 'by-proxy' | 'hired-service';

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
  /** When the result is promised, and measured; in milliseconds since 1970 UTC. */
  due: number;
  /** When phí and lệ phí were paid; null: nothing was. */
  paidAt: number | null;
  withdrawnAt: number | null;
};

/** Minutes of service in a day. */
export const workingDay = 480;

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
export function workerFor({ scene, office, chance, life }: Course, official: OfficialId) {
  const absence = scene.absences.on(official, life.today());
  if (absence === null) return official;
  if (absence.covered) return presentOf(scene, office.officers, life.today(), chance);
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
export function documentOf({ chance, office }: Course, kind: string): string {
  return `${chance.between(100, 1_999)}/${kind === '' ? '' : `${kind}-`}${initials(office.name)}`;
}

/** `STNMT` of Sở Tài nguyên và Môi trường. */
export function initials(name: string): string {
  const words = name.split(' ').filter((word) => word !== 'và' && word !== '-');
  return words.map((word) => word.slice(0, 1).toUpperCase()).join('');
}
