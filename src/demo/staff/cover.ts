/** Who comes to a counter of the demo where those whose place it is are all away (KT Đ13.8, NB Đ6.2b). */
import { roster as words } from '../../domain/attendance/roster/vocabulary.ts';
import type { CalendarDate, OfficialId } from '../../domain/units.ts';
import { atCounterOn, counterOf, reservesOf, sharedCounter } from '../counters.ts';
import { monthWith } from '../months.ts';
import type { Office } from '../places.ts';
import type { Planned, Source } from '../planned.ts';
import { isDemanded } from '../planting.ts';
import type { Scene } from '../scene.ts';
import { clock, firstDayOf, monthRecord, serviceAt, told } from '../telling.ts';
import { leavePlanOf } from './leave-plan.ts';
import { rosterKnownAt } from './rosters.ts';
import { officeInTurn } from './turns.ts';

type Vacancy = {
  readonly office: Office;
  readonly counter: string;
  /** Null: the reserves are away, too, and the counter is closed for the day. */
  readonly standIn: OfficialId | null;
};

/** Where the agency owes a counter that is never empty. */
function isOwed(scene: Scene): boolean {
  return isDemanded(scene, 'counter-never-unstaffed');
}

export function coverOf(scene: Scene): Source {
  const first = firstDayOf(scene.options);
  const { time } = scene;
  if (!isOwed(scene)) return () => [];
  return function* (day) {
    if (day === first && time.isWorkingDay(day)) yield* arranged(scene, day);
    if (day === first || time.isWorkingDay(day)) yield* arranged(scene, time.nextWorkingDay(day));
  };
}

/** Who stands in on a working day at counters that would be empty. */
export function standInsOn(scene: Scene, day: CalendarDate): readonly OfficialId[] {
  return vacanciesOn(scene, day).flatMap(({ standIn }) => standIn ?? []);
}

function vacanciesOn(scene: Scene, day: CalendarDate): readonly Vacancy[] {
  if (!isOwed(scene)) return [];
  return scene.place.offices.flatMap((office) => {
    const { posted } = office;
    if (posted.some((official) => isHere(scene, official, day))) return [];
    const standIn = reservesOf(office).find((official) => isHere(scene, official, day)) ?? null;
    const isShared = office.rotating && officeInTurn(scene, day) === office;
    const own = substituteAt(scene, office, day) ? [] : [counterOf(scene.place, office)];
    return [...own, ...(isShared ? [sharedCounter] : [])].map((counter) => {
      return { office, counter, standIn };
    });
  });
}

function isHere({ absences }: Scene, official: OfficialId, day: CalendarDate): boolean {
  return !absences.isAway(official, day);
}

/** Whether the roster names a substitute who is there. */
function substituteAt(scene: Scene, office: Office, day: CalendarDate): boolean {
  const absence = scene.absences.on(atCounterOn(office, day), day);
  if (absence === null) return false;
  const { substitute } = leavePlanOf(scene, absence);
  return substitute !== null && isHere(scene, substitute, day);
}

/** Before the day begins; where somebody fell ill, as it does. */
function* arranged(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const { place, absences, time } = scene;
  for (const { office, counter, standIn } of vacanciesOn(scene, day)) {
    const isSudden = office.posted.some((official) => {
      const absence = absences.on(official, day);
      return absence !== null && absence.emergency && time.previousWorkingDay(day) < absence.from;
    });
    const known = rosterKnownAt(scene, monthWith(day)) + 120_000;
    const eve = clock(time.previousWorkingDay(day), 16 * 60 + 20);
    const at = Math.max(isSudden ? serviceAt(scene, day, 5) : eve, known);
    const { agency } = office;
    const line = {
      day,
      counter,
      official: standIn ?? office.head,
      capacity: 'reserve',
      agency,
    } as const;
    yield told(scene, monthRecord(scene, 'roster', day), { at, by: place.deputy }, [
      words,
      'RosterChanged',
      {
        lines: standIn === null ? [] : [line],
        cleared: standIn === null ? [{ day, counter }] : [],
        because: standIn === null ? 'other' : 'absence',
        by: place.deputy,
        document: `72/TB-${day.slice(0, 7)}`,
      },
    ]);
  }
}
