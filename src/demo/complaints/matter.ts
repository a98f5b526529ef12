/** What the parts of a complaint's life share: what it is about, and who deals with it. */
import type { complaint } from '../../domain/complaints/complaint/vocabulary.ts';
import type { AgencyCode, CalendarDate, OfficialId } from '../../domain/units.ts';
import type { Chance } from '../chance.ts';
import type { Life } from '../life.ts';
import type { Person } from '../people.ts';
import type { Scene } from '../scene.ts';

type Words = typeof complaint;
type Received = Words['ComplaintReceived']['example'];

/** What somebody says, however they came to. */
export type Matter = {
  readonly kind: Exclude<Received['kind'], 'second-complaint'>;
  readonly about: NonNullable<Received['about']>;
  /** In milliseconds since 1970 UTC. */
  readonly at: number;
  readonly person: Person;
  readonly text: string;
  readonly dossier: string | null;
  readonly agency: AgencyCode | null;
  readonly official: OfficialId | null;
};

export type Course = {
  readonly scene: Scene;
  readonly chance: Chance;
  readonly life: Life<Words>;
  readonly id: string;
  readonly matter: Matter;
};

/** Minutes of service in a day. */
export const workingDay = 480;

type Handled = { readonly scene: Scene; readonly life: { readonly today: () => CalendarDate } };

/** The complaint officer; while away, the deputy director. */
export function handlerOf({ scene, life }: Handled): OfficialId {
  const { complaintOfficer, deputy } = scene.place;
  return scene.absences.isAway(complaintOfficer, life.today()) ? deputy : complaintOfficer;
}

/** The head of the agency that a complaint is about; of the centre's own matters, its director. */
export function signerOf({ scene, matter }: Pick<Course, 'scene' | 'matter'>): OfficialId {
  const office = scene.place.offices.find(({ agency }) => agency === matter.agency);
  return office?.head ?? scene.place.director;
}

/** The number of a letter: `131/TTPVHCC-CNTTGS`. */
export function letterOf({ chance }: Pick<Course, 'chance'>): string {
  return `${chance.between(100, 999)}/TTPVHCC-CNTTGS`;
}

/** The number of a document of the agency: `62/QĐ`. */
export function paperOf({ chance }: Pick<Course, 'chance'>, kind: string): string {
  return `${chance.between(10, 400)}/${kind}`;
}
