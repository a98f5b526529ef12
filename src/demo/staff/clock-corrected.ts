/** One evening a clerk of a demo's centre corrects all of the day's passings: many corrections in a short time. */

import { streamName } from '../../domain/stream.ts';
import {
  ActorId,
  type CalendarDate,
  instantAt,
  millisecondsOf,
  type OfficialId,
} from '../../domain/units.ts';
import type { Planned, Source } from '../planned.ts';
import { once, plantedOn } from '../planting.ts';
import type { Scene } from '../scene.ts';
import { clock } from '../telling.ts';
import { type Passing, passingOf, serviceHoursOn } from './hours.ts';
import { passes } from './passings.ts';
import { presentOn } from './present.ts';

/** Minutes by which the device is said to have been slow, or fast: to the good of everybody. */
const shift = 2 * 60_000;

const evening = 20 * 60 + 31;

export function clockCorrectedOf(scene: Scene): Source {
  return function* (day) {
    const hours = serviceHoursOn(scene, day);
    if (hours === null || plantedOn(scene, 'clock', once, day) === null) return;
    const passings = presentOn(scene, day).flatMap((official) => {
      const passing = passingOf(scene, official, day, hours);
      return correctionsOf(day, passing).map((one) => [official, passing, one] as const);
    });
    const { parameters } = scene.centre;
    if (passings.length < parameters.bulkCorrections) return;
    const subject = streamName('corrections', scene.place.centre, day, clerkOf(scene));
    scene.plant('bulk-corrections', subject, clock(day, evening));
    for (const [number, [official, passing, [type, at]]] of passings.entries()) {
      const stated = passes(scene, official, day, passing, [type, at]);
      yield corrected(scene, stated, clock(day, evening) + number * 30_000);
    }
  };
}

/** Whoever looks after the device. */
function clerkOf({ place }: Scene): OfficialId {
  return place.clerks[0] ?? place.deputy;
}

/** Of passings that the device told before the evening. */
function correctionsOf(
  day: CalendarDate,
  { came, went, enteredAt }: Passing,
): readonly (readonly ['CheckedIn' | 'CheckedOut', number])[] {
  if (enteredAt !== null) return [];
  const isOut = went !== null && went < clock(day, evening - 30);
  return [
    ...(isOut ? [['CheckedOut', went + shift] as const] : []),
    ...(came === null ? [] : [['CheckedIn', came - shift] as const]),
  ];
}

function corrected(scene: Scene, fact: Planned, at: number): Planned {
  const enteredAt = instantAt(Math.max(at, millisecondsOf(fact.occurredAt)));
  return { ...fact, actor: ActorId.parse(clerkOf(scene)), enteredAt, corrects: fact.type };
}
