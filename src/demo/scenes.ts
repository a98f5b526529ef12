/** The five centres of a demo, as their sources find them when it begins. */
import { instantAt } from '../domain/units.ts';
import { centresFor } from '../projections/settings.ts';
import { absencesFrom } from './absences.ts';
import { emptyDesk } from './desk.ts';
import { mergerAt } from './merger.ts';
import { places } from './places.ts';
import { turnsFrom } from './planting.ts';
import type { Planting } from './plants.ts';
import type { DemoOptions, Scene } from './scene.ts';

/** As the installation's settings do not change them. */
export function scenesFor(options: DemoOptions, planting: Planting = () => {}): readonly Scene[] {
  const centres = centresFor({
    referenceZone: 'Asia/Ho_Chi_Minh',
    referenceCalendar: 'vietnam',
  });
  const absences = absencesFrom(options.seed);
  return places.map((place) => {
    const centre = centres.get(place.centre);
    if (centre === undefined) throw new RangeError(`there is no centre ${place.centre}`);
    const demanded = new Set(centre.demands.map(({ rule }) => rule.key));
    const isTime = turnsFrom({ options, place });
    return {
      place,
      centre,
      time: centre.workingTime,
      absences,
      options,
      desk: emptyDesk(),
      merger: mergerAt({ place, options, time: centre.workingTime }),
      plant(rule, subject, from) {
        const seen = typeof from === 'number' ? instantAt(from) : from;
        planting({ rule, centre: centre.code, subject, from: seen });
      },
      breaks: (rule, day, way = '') =>
        demanded.has(rule) && day <= options.until && isTime(`${rule} ${way}`, day),
    };
  });
}
