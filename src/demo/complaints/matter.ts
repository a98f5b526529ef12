/** What the parts of a complaint's life share: what it is about, and who deals with it. */
import type { complaint } from '../../domain/complaints/complaint/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import { plusDays } from '../../domain/time/date.ts';
import {
  type AgencyCode,
  type CalendarDate,
  instantAt,
  type OfficialId,
} from '../../domain/units.ts';
import type { Chance } from '../chance.ts';
import type { Life } from '../life.ts';
import type { Person } from '../people.ts';
import type { Scene } from '../scene.ts';

type Words = typeof complaint;
type Received = Words['ComplaintReceived']['example'];

/** What can go wrong with it on purpose, by the rule that finds it. */
export const faults = [
  'complaint-accepted',
  'complaint-resolved',
  'second-complaint-resolved',
  'denunciation-checked',
  'denunciation-forwarded',
  'denunciation-resolved',
  'feedback-forwarded',
  'three-way-routing',
  'three-way-routing-urged',
  'written-reply-with-copy',
  'written-reply-with-copy-copied',
  'written-reply-with-copy-outcome',
  'portal-feedback-answered',
  'official-comes-at-once',
  'outcome-published',
  'postal-complaints-report-settled',
  'explanation-forwarded',
  'agency-answers',
  'deputy-answers',
  'violation-handled',
  'violation-handled-by-agency',
  'backdated-entry',
] as const;
export type Fault = (typeof faults)[number];

/** What somebody says, however they came to. */
export type Matter = {
  readonly kind: Received['kind'];
  readonly about: NonNullable<Received['about']>;
  /** In milliseconds since 1970 UTC. */
  readonly at: number;
  readonly person: Person;
  readonly text: string;
  readonly dossier: string | null;
  readonly agency: AgencyCode | null;
  readonly official: OfficialId | null;
  /** Null: it is dealt with as it should be. */
  readonly fault: Fault | null;
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

/** Writes down that a rule is broken, to be found from `from` on. */
export function breaks(
  { scene, id }: Pick<Course, 'scene' | 'id'>,
  rule: Fault,
  from: number,
): void {
  scene.plant(rule, streamName('complaint', id), from);
}

/** Nothing happens until the time for it is over; some of the next working day passes, too. */
export function waitsPast(
  {
    chance,
    life,
  }: { readonly chance: Chance; readonly life: Pick<Life<Words>, 'after' | 'notBefore'> },
  due: number,
): void {
  life.notBefore(due);
  life.after(chance.between(30, 200));
}

/** The end of a term in working days, which begins with the day after. */
export function dueAfter({ time }: Scene, from: number, days: number): number {
  return Date.parse(
    time.endOfDate(time.dateAt(time.addWorkingDays(instantAt(from), days, 'next-day'))),
  );
}

/** The end of a term in calendar days, as national law counts them. */
export function lawfulDay({ time }: Scene, from: number, days: number): number {
  const last = plusDays(time.dateAt(instantAt(from)), days);
  return Date.parse(time.endOfDate(time.isWorkingDay(last) ? last : time.nextWorkingDay(last)));
}

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
