/** How the agency of the demo works on a dossier: step by step, and what it asks for on the way. */
import { instantAt } from '../../domain/units.ts';
import { asksApplicant, asksOthers } from './asking.ts';
import { type Course, workerFor } from './course.ts';

/** Works until the result can be signed. False: it came to an end on the way. */
export function isWorkedOn(course: Course): boolean {
  const { chance, life, procedure, office, official } = course;
  const { steps } = procedure;
  const pace = paceOf(course);
  const asksAt = chance.happens(0.08) ? Math.min(1, steps.length - 1) : -1;
  for (const [place, step] of steps.entries()) {
    const isLast = place === steps.length - 1;
    const worker = isLast ? office.head : workerFor(course, official);
    const run = { step, official: worker, unit: office.agency, instance: `buoc-${place + 1}` };
    life.happens('StepStarted', worker, { ...run, due: { at: instantAt(course.due) } });
    life.after(pace * (0.7 + 0.6 * chance.fraction()) * (isLast ? 0.4 : 1));
    if (place === asksAt && !asksApplicant(course, worker)) return false;
    asksOthers(course, step, worker);
    const finisher = isLast ? worker : workerFor(course, worker);
    life.happens('StepCompleted', finisher, {
      ...run,
      official: finisher,
      outcome: isLast ? 'Đã ký' : 'Đủ điều kiện',
    });
    life.after(chance.between(5, 60));
  }
  return true;
}

/** Working minutes for a step. Most dossiers take a part of their term; a few take more than all of it. */
function paceOf({ scene, chance, life, procedure, due }: Course): number {
  const term = Math.max(60, scene.time.minutesBetweenMs(life.now(), due));
  const share = chance.happens(0.03) ? 1.05 + chance.fraction() : 0.4 + 0.42 * chance.fraction();
  return (term * share) / procedure.steps.length;
}
