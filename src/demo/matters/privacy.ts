/** What people ask at a centre of the demo about data of their own, and the data that is lost there: both rare. */
import { personalDataLaw } from '../../domain/regulations/national-law.ts';
import type { CalendarDate } from '../../domain/units.ts';
import { chanceFrom } from '../chance.ts';
import type { Planned, Source } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { serviceAt } from '../telling.ts';
import { breachLife } from './privacy/breaches.ts';
import { type RequestFault, requestFaults, requestLife } from './privacy/requests.ts';

/** How many there are on a working day, of themselves. */
const [requestShare, breachShare] = [0.06, 0.01];

/** From the first day of the law; before that nobody is asked. */
export function privacyOf(scene: Scene): Source {
  const { place, options, time } = scene;
  const counts = new Map<string, number>();

  /** `YC-NB-2026-0007`. */
  function numberOf(kind: 'YC' | 'SC', day: CalendarDate): string {
    const series = `${kind}-${place.centre}-${day.slice(0, 4)}`;
    const count = (counts.get(series) ?? 0) + 1;
    counts.set(series, count);
    return `${series}-${String(count).padStart(4, '0')}`;
  }

  function request(day: CalendarDate, minutes: number, fault: RequestFault | null) {
    const at = serviceAt(scene, day, minutes);
    return requestLife(scene, numberOf('YC', day), { at, fault });
  }

  function breach(day: CalendarDate, minutes: number, isPlanted: boolean) {
    const at = serviceAt(scene, day, minutes);
    return breachLife(scene, numberOf('SC', day), { at, isPlanted });
  }

  return function* (day): Iterable<Planned> {
    if (day < personalDataLaw.from || !time.isWorkingDay(day)) return;
    const chance = chanceFrom(options.seed, 'privacy', place.centre, day);
    if (chance.happens(requestShare)) yield* request(day, chance.between(10, 400), null);
    for (const fault of requestFaults) {
      if (scene.breaks(fault, day)) yield* request(day, chance.between(10, 400), fault);
    }
    if (chance.happens(breachShare)) yield* breach(day, chance.between(10, 150), false);
    if (scene.breaks('data-breach-notified', day)) {
      yield* breach(day, chance.between(10, 150), true);
    }
  };
}
