/** When what a demo leaves undone is due, as its centre counts: from then on it is found. */

import type { Term } from '../domain/regulations/term-length.ts';
import { instantAt, millisecondsOf } from '../domain/units.ts';
import type { Scene } from './scene.ts';

type Counted = Pick<Scene, 'time' | 'centre'>;

/** When a term ends that begins at `from`, days counted from the next one on; both in milliseconds since 1970 UTC. */
export function termFrom({ time, centre }: Counted, term: Term, from: number): number {
  if ('minutes' in term) return time.addMinutesMs(from, term.minutes);
  const { dayDeadlineEnds } = centre.parameters;
  const end = instantAt(time.addWorkingDaysMs(from, term.days, 'next-day'));
  return millisecondsOf(
    dayDeadlineEnds === 'service-hours' ? end : time.midnightAfter(time.dateAt(end)),
  );
}

/** The end of the next working day, in milliseconds since 1970 UTC. */
export function dayAfter(scene: Counted, from: number): number {
  return termFrom(scene, { days: 1 }, from);
}

/**
 * When what the centre's own term for `rule` gives time for is due; in milliseconds since 1970 UTC.
 *
 * @param days working days, where the centre has set no term.
 */
export function dueAfter(scene: Counted, rule: string, days: number, from: number): number {
  return termFrom(scene, scene.centre.parameters.terms[rule] ?? { days }, from);
}
