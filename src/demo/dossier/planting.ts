/** Breaches that a dossier of the demo commits on purpose, written down as they are made. See `../planting.ts`. */
import { streamName } from '../../domain/stream.ts';
import { millisecondsOf } from '../../domain/units.ts';
import { isDemanded } from '../planting.ts';
import type { Course } from './course.ts';

/** Whether this dossier is the one that breaks `rule` now. Where something else goes wrong with it, it is not. */
export function breaks({ scene, life, mishap }: Course, rule: string): boolean {
  return mishap === null && scene.breaks(rule, life.today());
}

/**
 * Writes down that the dossier breaks `rule`, where the centre demands it.
 *
 * @param from when it can be found, in milliseconds since 1970 UTC: of what is left undone, when it was
 *   due; of an act that was told last, which may be left out, when it was entered.
 */
export function plants(course: Course, rule: string, from = lastEntered(course)): void {
  const { scene, code } = course;
  if (isDemanded(scene, rule)) scene.plant(rule, streamName('dossier', code), from);
}

function lastEntered({ life }: Course): number {
  const last = life.facts.at(-1);
  return last === undefined ? life.now() : millisecondsOf(last.enteredAt);
}
