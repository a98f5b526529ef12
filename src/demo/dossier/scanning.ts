/** How a received dossier of the demo is scanned, signed and filed (NB Đ5.2d¶2, TQ Đ6.11). */
import type { OfficialId } from '../../domain/units.ts';
import { termFrom } from '../terms.ts';
import { atCounter, type Course } from './course.ts';
import { breaks, plants } from './planting.ts';

/** What came on paper at NB and TQ always, save where it is forgotten on purpose; elsewhere most. False: it was forgotten. */
export function isDigitised(course: Course, clerk: OfficialId): boolean {
  const { scene, chance, channel } = course;
  const { centre } = scene.place;
  const isDemanded = (centre === 'NB' || centre === 'TQ') && channel !== 'online';
  if (isDemanded && breaks(course, 'digitised-on-reception')) return false;
  if (!isDemanded && !chance.happens(0.96)) return true;
  atCounter(course, chance.between(2, 9));
  const isLarge = centre !== 'TQ' && chance.happens(0.05);
  course.life.happens('DossierDigitised', clerk, {
    pages: chance.between(3, 40),
    signed: isDemanded || chance.happens(0.97),
    filed: true,
    ...(isLarge ? { leftOnPaper: chance.pick(['large-format', 'large-volume'] as const) } : {}),
    official: clerk,
  });
  return true;
}

/** By the end of the next day at TQ; at NB before it was passed on, which has been told. */
export function isUnscanned(course: Course): void {
  const { scene, life, receivedAt } = course;
  const passedOn = life.facts.findLast(({ type }) => type === 'DossierTransferred');
  const due =
    scene.place.centre === 'NB' && passedOn !== undefined
      ? Date.parse(passedOn.enteredAt)
      : termFrom(scene, { days: 1 }, receivedAt);
  course.undoneUntil = due;
  plants(course, 'digitised-on-reception', due);
}
