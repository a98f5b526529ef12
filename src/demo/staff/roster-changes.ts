/** What an absence changes of a roster of the demo: who is named to sit there instead. */
import { roster as words } from '../../domain/attendance/roster/vocabulary.ts';
import type { CalendarDate } from '../../domain/units.ts';
import { atCounterOn, counterOf } from '../counters.ts';
import { monthWith } from '../months.ts';
import type { Office } from '../places.ts';
import type { Planned } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { clock, firstDayOf, monthRecord, serviceAt, told, workingDaysIn } from '../telling.ts';
import type { LeavePlan } from './leave-plan.ts';
import { rosterKnownAt } from './rosters.ts';

/** Changes the roster of each month in which the official was to sit at the counter. Without a substitute it stays. */
export function* changesRoster(scene: Scene, plan: LeavePlan): Iterable<Planned> {
  const { place, options } = scene;
  const { office, substitute } = plan;
  if (office === null || substitute === null) return;
  const days = daysMissed(scene, plan, office);
  const months = Map.groupBy(days, (day) => day.slice(0, 7));
  for (const [name, ofMonth] of months) {
    const [day] = ofMonth;
    if (day === undefined || day < firstDayOf(options)) continue;
    const { agency } = office;
    const reserve = office.posted.find((one) => one !== plan.absence.official) ?? null;
    const line = { counter: counterOf(place, office), official: substitute, reserve, agency };
    const at = Math.max(changedAt(scene, plan), rosterKnownAt(scene, monthWith(day)) + 60_000);
    yield told(scene, monthRecord(scene, 'roster', day), { at, by: place.deputy }, [
      words,
      'RosterChanged',
      {
        lines: ofMonth.map((one) => ({ ...line, day: one, capacity: 'reserve' as const })),
        because: plan.kind === 'sick' ? 'sickness' : 'leave',
        by: place.deputy,
        document: `72/TB-${name}`,
      },
    ]);
  }
}

/** The days of the demo's rosters on which the official was to sit there. */
function daysMissed(scene: Scene, { absence }: LeavePlan, office: Office): readonly CalendarDate[] {
  const first = firstDayOf(scene.options);
  const from = absence.from < first ? first : absence.from;
  return workingDaysIn(scene, from, absence.to).filter(
    (day) => atCounterOn(office, day) === absence.official,
  );
}

/** In the afternoon before, or at once where it could not be told. */
function changedAt(scene: Scene, { absence }: LeavePlan): number {
  const { from, emergency } = absence;
  if (emergency) return serviceAt(scene, from, 100);
  return clock(scene.time.previousWorkingDay(from), 15 * 60);
}
