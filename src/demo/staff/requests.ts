/** What a centre of the demo asks of the agencies in vain: another official, or one more (KT Đ13.8, NB Đ6.2c). */
import { roster as words } from '../../domain/attendance/roster/vocabulary.ts';
import type { CalendarDate } from '../../domain/units.ts';
import { atCounterOn, counterOf } from '../counters.ts';
import type { Office } from '../places.ts';
import type { Planned, Source } from '../planned.ts';
import { isDemanded, often, plantedOn } from '../planting.ts';
import type { Scene } from '../scene.ts';
import {
  chanceOf,
  monthRecord,
  serviceAt,
  told,
  toldOfOfficial,
  workingDaysFrom,
} from '../telling.ts';
import { dueAfter } from '../terms.ts';

export function requestsOf(scene: Scene): Source {
  return function* (day) {
    const office = chanceOf(scene, 'request', day).pick(scene.place.offices);
    for (const [rule, asks] of [
      ['replace-on-failure', asksForAnother],
      ['staffing-follows-demand', asksForMore],
    ] as const) {
      const stretch = isDemanded(scene, rule) ? plantedOn(scene, rule, often, day) : null;
      if (stretch !== null) yield* asks(scene, office, day, stretch);
    }
  };
}

/** The agency has nobody else. */
function* asksForAnother(scene: Scene, office: Office, day: CalendarDate): Iterable<Planned> {
  const { place } = scene;
  const { agency, head } = office;
  const official = atCounterOn(office, day);
  const reference = `TTH-${place.centre}-${day.slice(2)}`;
  const stream = monthRecord(scene, 'roster', day);
  const at = serviceAt(scene, day, 130);
  plantLeftUndone(scene, 'replace-on-failure', at);
  yield told(scene, stream, { at, by: place.director }, [
    words,
    'ReplacementAsked',
    {
      reference,
      official,
      agency,
      because: 'tasks-not-done',
      by: place.director,
      means: 'official-letter',
      document: '83/TTPVHCC',
      account: toldOfOfficial(scene, official, 'Nhiều lần để hồ sơ tồn tại quầy, đã nhắc nhở'),
    },
  ]);
  const answered = { at: serviceAt(scene, workingDaysFrom(scene, day, 3), 200), by: head };
  const data = { reference, agency, outcome: 'declined' as const, document: `434/${agency}` };
  const reason = toldOfOfficial(scene, official, 'Sở chưa bố trí được người khác');
  yield told(scene, stream, answered, [words, 'ReplacementAnswered', { ...data, reason }]);
}

/** The agency agrees, and sends nobody; every second time somebody comes after two weeks. */
function* asksForMore(
  scene: Scene,
  office: Office,
  day: CalendarDate,
  stretch: number,
): Iterable<Planned> {
  const { place } = scene;
  const { agency, head } = office;
  const reference = `TNG-${place.centre}-${day.slice(2)}`;
  const stream = monthRecord(scene, 'roster', day);
  const one = { reference, agency, officials: 1 };
  const on = (after: number, by: string) => {
    return { at: serviceAt(scene, workingDaysFrom(scene, day, after), 60), by };
  };
  const counter = counterOf(place, office);
  const asked = on(0, place.director);
  plantLeftUndone(scene, 'staffing-follows-demand', asked.at);
  yield told(scene, stream, asked, [
    words,
    'StaffingChangeAsked',
    {
      ...one,
      change: 'more',
      because: 'many-visitors',
      counter,
      by: place.director,
      means: 'official-letter',
      document: '84/TTPVHCC',
    },
  ]);
  const agreed = { ...one, outcome: 'agreed' as const, document: `435/${agency}` };
  yield told(scene, stream, on(2, head), [words, 'StaffingChangeAnswered', agreed]);
  if (stretch % 2 === 0) return;
  const sent = { ...one, change: 'more' as const, counter, document: `436/QĐ-${agency}` };
  yield told(scene, stream, on(10, head), [words, 'StaffingChanged', sent]);
}

/** Five working days, where the centre has set no term. */
function plantLeftUndone(scene: Scene, rule: string, asked: number): void {
  scene.plant(rule, `staffing-${scene.place.centre}`, dueAfter(scene, rule, 5, asked));
}
