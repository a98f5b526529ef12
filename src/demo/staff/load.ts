/** How many came to the counters of a demo's centre in a week. */
import { roster } from '../../domain/attendance/roster/vocabulary.ts';
import { dayOf, plusDays, weekdayOf } from '../../domain/time/date.ts';
import type { CalendarDate } from '../../domain/units.ts';
import { counterOf } from '../counters.ts';
import type { Planned, Source } from '../planned.ts';
import { once, plantedOn } from '../planting.ts';
import type { Scene } from '../scene.ts';
import { chanceOf, monthRecord, serviceAt, told, workingDaysFrom } from '../telling.ts';

export function loadOf(scene: Scene): Source {
  return function* (day) {
    if (scene.time.isWorkingDay(day) && weekdayOf(dayOf(day)) === 'fri') yield* load(scene, day);
  };
}

/** On Fridays; once in three months what was left out of it is entered a week later, as if it had been then. */
function* load(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const { place, options } = scene;
  const from = plusDays(day, -4);
  const stream = monthRecord(scene, 'roster', from);
  const week = [0, 1, 2, 3, 4].map((number) => plusDays(from, number));
  const isForgotten = week.some((one) => plantedOn(scene, 'load', once, one) !== null);
  const at = serviceAt(scene, day, 470);
  const late = serviceAt(scene, workingDaysFrom(scene, day, 5), 40);
  if (isForgotten) scene.plant('backdated-entry', stream, late);
  for (const [number, office] of place.offices.entries()) {
    const chance = chanceOf(scene, 'load', office.agency, day);
    const dossiers = Math.round((options.perDay * 5 * (0.8 + 0.4 * chance.fraction())) / 6);
    const enteredAt = isForgotten && number === 0 ? late : null;
    yield told(scene, stream, { at, enteredAt, by: place.deputy }, [
      roster,
      'LoadNoted',
      {
        from,
        to: day,
        counter: counterOf(place, office),
        agency: office.agency,
        visitors: dossiers + chance.between(3, 25),
        dossiers,
        waitingMinutes: chance.between(4, 38),
      },
    ]);
  }
}
