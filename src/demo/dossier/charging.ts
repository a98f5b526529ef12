/** When phí and lệ phí of a dossier of the demo are paid: what becomes of the money is for `fees.ts`. */
import type { Course } from './course.ts';

/** Paid now, unless it is free, was paid before, or is paid at the other end. */
export function isCharged(course: Course, when: 'reception' | 'return'): void {
  const { chance, life, procedure, channel } = course;
  if (course.paidAt !== null || procedure.fee + procedure.charge === 0) return;
  if (when === 'reception' && channel !== 'online' && chance.happens(0.3)) return;
  life.after(chance.between(4, 12));
  course.paidAt = life.now();
}
