/** Officials of agencies who are called over to a centre of the demo. */
import { roster as words } from '../../domain/attendance/roster/vocabulary.ts';
import type { CalendarDate } from '../../domain/units.ts';
import { counterOf } from '../counters.ts';
import type { Planned, Source } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { chanceOf, monthRecord, serviceAt, told } from '../telling.ts';

export function callsOf(scene: Scene): Source {
  return (day) => calledOver(scene, day);
}

/** Somebody of an agency is called to the counter: at once, most come soon, and some never. */
function* calledOver(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const { place, time } = scene;
  const chance = chanceOf(scene, 'called', day);
  if (!time.isWorkingDay(day) || !chance.happens(0.1)) return;
  const office = chance.pick(place.offices);
  const official = chance.pick(office.officers);
  const reference = `MOI-${place.centre}-${day.slice(2).replaceAll('-', '')}`;
  const stream = monthRecord(scene, 'roster', day);
  const minutes = chance.between(20, 400);
  const { agency } = office;
  yield told(scene, stream, { at: serviceAt(scene, day, minutes), by: place.deputy }, [
    words,
    'OfficialSummoned',
    {
      reference,
      agency,
      official,
      about: chance.pick(['guidance', 'applicants-waiting', 'verification'] as const),
      counter: counterOf(place, office),
      by: place.deputy,
      means: 'telephone',
    },
  ]);
  if (chance.happens(0.1)) return;
  const came = minutes + (chance.happens(0.8) ? chance.between(6, 28) : chance.between(35, 70));
  yield told(scene, stream, { at: serviceAt(scene, day, came), by: place.deputy }, [
    words,
    'SummonedOfficialArrived',
    { reference, agency, official },
  ]);
}
