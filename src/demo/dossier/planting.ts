/** Breaches that a dossier of the demo commits on purpose, written down as they are found. */
import { streamName } from '../../domain/stream.ts';
import type { Scene } from '../scene.ts';
import type { Course } from './course.ts';

/** Whether this dossier is the one that breaks `rule` now. Where something else goes wrong with it, it is not. */
export function breaks({ scene, life, mishap }: Course, rule: string): boolean {
  return mishap === null && scene.breaks(rule, life.today());
}

/** An act is found as soon as it is entered: it was told last. */
export function plantEntered(course: Course, rule: string): void {
  const entered = course.life.facts.at(-1)?.enteredAt;
  if (entered !== undefined) course.scene.plant(rule, subjectOf(course), entered);
}

/** What is not done by `due`, in milliseconds since 1970 UTC, is found from then on. */
export function plantDue(course: Course, rule: string, due: number): void {
  course.scene.plant(rule, subjectOf(course), due);
}

function subjectOf({ code }: Course): string {
  return streamName('dossier', code);
}

/** When a term ends that begins at `from`, by the centre's own counting; both in milliseconds since 1970 UTC. */
export function termFrom(
  { time, centre }: Pick<Scene, 'time' | 'centre'>,
  term: { readonly days: number } | { readonly minutes: number },
  from: number,
): number {
  if ('minutes' in term) return time.addMinutesMs(from, term.minutes);
  const counting = centre.parameters.firstDay === 'same' ? 'same-day' : 'next-day';
  return time.addWorkingDaysMs(from, term.days, counting);
}
