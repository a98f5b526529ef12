/**
 * Dossiers of the demo that are overdue on its last day and on every day after it, one with each party that
 * can keep one: so that what is late now has an answer whenever a demo ends, however small it is. And where
 * agencies are merged, one that was overdue before.
 *
 * They are planted by counting back from the last day, and come beside the others: a small demo may have
 * none that would do. What follows after the last day is planned and never entered.
 */
import { plusDays } from '../../domain/time/date.ts';
import type { CalendarDate } from '../../domain/units.ts';
import type { Chance } from '../chance.ts';
import type { Office, Procedure } from '../places.ts';
import type { Scene } from '../scene.ts';
import { chanceOf, firstDayOf, workingDaysFrom, workingDaysIn } from '../telling.ts';
import { type Course, openingAfter } from './course.ts';
import { type Unfinished, unfinished } from './mishaps.ts';

/** What comes on a day to be unfinished on the last one. */
export type Unfinishable = {
  readonly kind: Unfinished;
  readonly office: Office;
  readonly procedure: Procedure;
  /** Of this dossier alone. */
  readonly chance: Chance;
};

/** Working days from reception to the last day, at most: after ten without an entry it is stale (`progress-kept-current`). */
const longest = 7;

/** Working days over which it is overdue on the last day, at least, where the demo has as many: at the agency something has been done of it by then. */
const overdue: Readonly<Record<Unfinished, number>> = {
  'unfinished-at-counter': 1,
  'unfinished-at-agency': 2,
  'unfinished-elsewhere': 1,
};

/** Asked for any day. None comes in a demo of so few days that none could be overdue by its end. */
export function unfinishedOf(scene: Scene): (day: CalendarDate) => readonly Unfinishable[] {
  const coming = [...unfinished.map((kind) => plannedFor(scene, kind)), inheritedIn(scene)].filter(
    (one) => one !== null,
  );
  return (day) => coming.filter((one) => one.day === day).map(({ what }) => what);
}

type Coming = { readonly day: CalendarDate; readonly what: Unfinishable };

function plannedFor(scene: Scene, kind: Unfinished): Coming | null {
  const { options } = scene;
  const days = workingDaysIn(scene, firstDayOf(options), options.until);
  const last = days.at(-1);
  const most = Math.min(longest, days.length - 1);
  const least = [overdue[kind], 1].find((late) => suitedFor(scene, most - late).length > 0);
  if (last === undefined || least === undefined) return null;
  const chance = chanceOf(scene, kind);
  const { office, procedure } = chance.pick(suitedFor(scene, most - least));
  const late = chance.between(least, most - procedure.days);
  const day = workingDaysFrom(scene, last, -procedure.days - late);
  return { day, what: { kind, office, procedure, chance } };
}

/** Where agencies are merged: due with the one that goes, and with the other one ever since. Null: there are none, or too few days. */
function inheritedIn(scene: Scene): Coming | null {
  const { merger } = scene;
  const procedure = merger?.office.procedures.find(
    ({ days }) => days >= shortest && days <= longest,
  );
  if (merger === null || procedure === undefined) return null;
  const day = workingDaysFrom(scene, merger.from, -procedure.days - overdueWhenMerged);
  if (day < firstDayOf(scene.options)) return null;
  const [kind, chance] = [
    'unfinished-at-agency' as const,
    chanceOf(scene, 'unfinished, inherited'),
  ];
  return { day, what: { kind, office: merger.office, procedure, chance } };
}

/** Working days from its due time to the merger. */
const overdueWhenMerged = 2;

/** What is promised for the `most`th working day at the latest. */
function suitedFor({ place }: Scene, most: number) {
  return place.offices.flatMap((office) =>
    office.procedures
      .filter(({ days }) => days >= shortest && days <= most)
      .map((procedure) => ({ office, procedure })),
  );
}

/** Of what is due the same day or the next, lateness cannot be announced the day before (`lateness-announced`). */
const shortest = 2;

/** Nothing more happens with it up to the last day, and for some days after it. */
export function staysUnfinished({ scene, chance, life }: Course): void {
  const last = plusDays(scene.options.until, chance.between(2, 9));
  life.notBefore(openingAfter(scene, last));
}
