/**
 * What the ledger exists to show, in the ways that the old systems allowed: a finish set back to the
 * promised time, an appointment moved when it had passed, an entry made long after and dated before.
 */
import { dayOf } from '../../domain/time/date.ts';
import { instantAt } from '../../domain/units.ts';
import type { Entering } from '../life.ts';
import type { Course } from './course.ts';

const finishes = ['DossierDecided', 'ResultHandedOver', 'ResultReturned'] as const;

/** By the deputy's account, when the week's report is made: the finish is put on the promised time. */
export function setsBack({ scene, chance, life, due }: Course): void {
  const last = Math.max(...life.facts.map(({ enteredAt }) => Date.parse(enteredAt)));
  const enteredAt = reportingAfter(scene, last) + chance.between(0, 15) * 60_000;
  for (const type of finishes) {
    const finish = life.facts.findLast((fact) => fact.type === type);
    if (finish === undefined || Date.parse(finish.occurredAt) <= due) continue;
    life.redates(type, scene.place.deputy, { at: due, enteredAt });
  }
}

/** The last half hour of the first Friday of work, or of the day after it, that begins after `ms`. */
function reportingAfter({ time }: Course['scene'], ms: number): number {
  let day = time.nextWorkingDay(time.dateAt(instantAt(ms)));
  for (let left = 5; left > 0 && !isFriday(day); left -= 1) day = time.nextWorkingDay(day);
  return Date.parse(time.endOfDate(day)) - 25 * 60_000;
}

function isFriday(day: Parameters<typeof dayOf>[0]): boolean {
  return (dayOf(day) + 3) % 7 === 4;
}

/** Nobody says why, and it had passed: so that nothing looks late. */
export function movesPastAppointment({ scene, chance, life, due }: Course, finish: number): void {
  const { time, place } = scene;
  const after = { at: instantAt(time.addMinutesMs(finish, 120)) };
  const moved = { by: place.deputy, before: { at: instantAt(due) }, after };
  const at = Math.min(time.addMinutesMs(due, chance.between(60, 600)), finish - 60_000);
  life.happens('AppointmentMoved', place.deputy, moved, { at });
}

/** Decided now, and entered as if it had been just in time. */
export function backdated({ life, due }: Course): Entering {
  return { at: due - 20 * 60_000, enteredAt: life.now() };
}
