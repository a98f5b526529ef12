/** How the agency of the demo works on a dossier: step by step, and what it asks for on the way. */
import { instantAt } from '../../domain/units.ts';
import { stepsOf } from '../offices/procedures.ts';
import { asksOthers } from './asking.ts';
import { type Course, keepsClearOf, workerFor, workingDay } from './course.ts';
import { liesAbout } from './mishaps.ts';
import { plants } from './planting.ts';
import { asksApplicant } from './supplements.ts';
import { staysUnfinished } from './unfinished.ts';

/** Works until the result can be signed. False: it came to an end on the way. */
export function isWorkedOn(course: Course): boolean {
  const { chance, life, procedure, office, official, mishap } = course;
  const { steps } = procedure;
  const asksAt = needsSupplement(course) ? Math.min(1, steps.length - 1) : -1;
  const liesAt = liesAbout(mishap) ? Math.floor((steps.length - 1) / 2) : -1;
  for (const [place, step] of steps.entries()) {
    const isLast = place === steps.length - 1;
    const worker = isLast ? office.head : workerFor(course, official);
    const run = { step, official: worker, unit: office.agency, instance: `buoc-${place + 1}` };
    const pace = begins(course, step, steps.length - place);
    life.happens('StepStarted', worker, { ...run, due: { at: instantAt(course.due) } });
    life.after(pace * (0.3 + 0.2 * chance.fraction()) * (isLast ? 0.4 : 1));
    if (place === liesAt) isLeft(course);
    const isGoingOn = place !== asksAt || asksApplicant(course, worker);
    if (isGoingOn) asksOthers(course, step, worker, pace);
    const finisher = isLast || !isGoingOn ? worker : workerFor(course, worker);
    isDueBy(course);
    if (!isGoingOn) return false;
    life.happens('StepCompleted', finisher, {
      ...run,
      official: finisher,
      outcome: isLast ? 'Đã ký' : 'Đủ điều kiện',
    });
    life.after(chance.between(5, 20));
  }
  return true;
}

function needsSupplement({ chance, mishap }: Course): boolean {
  const is = mishap === 'asked-twice' || mishap === 'asked-in-part' || mishap === 'asked-for-more';
  return is || mishap === 'request-not-explained' || (mishap === null && chance.happens(0.08));
}

/**
 * Sets when the step is to be done, by the approved process, and says how many working minutes it may
 * take, so that it and those after it (`left`, itself included) are in time; less where they no longer can be.
 */
function begins(course: Course, step: string, left: number): number {
  const { scene, life, procedure, office } = course;
  const own = stepsOf(procedure, office).find((planned) => planned.step === step);
  const minutes = own?.duration.minutes ?? workingDay;
  course.stepDue = scene.time.addMinutesMs(life.now(), minutes);
  if (life.now() >= course.due) return minutes / 4;
  const rest = scene.time.minutesBetweenMs(life.now(), course.due) - 60;
  return Math.min(minutes, Math.max(minutes / 4, rest / left));
}

/** A step that took longer than it may, which also makes the next ones begin late. */
function isDueBy(course: Course): void {
  const { life, stepDue } = course;
  if (life.now() > stepDue) {
    keepsClearOf(course, stepDue);
    plants(course, 'step-deadline', stepDue);
  }
}

/** Under a pile, until some days after its time, or after the last day. */
function isLeft(course: Course): void {
  const { scene, chance, life, due, mishap } = course;
  if (mishap === 'unfinished-at-agency') return staysUnfinished(course);
  life.notBefore(scene.time.addMinutesMs(due, chance.between(4 * workingDay, 6 * workingDay)));
}
