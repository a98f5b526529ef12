/** Who is posted at a centre of the demo in a period, and who for all of it. */
import type { OfficialId } from '../../domain/units.ts';
import { staffOf } from '../counters.ts';
import type { Days } from '../months.ts';
import { postedDays } from '../offices/officials.ts';
import type { Office } from '../places.ts';
import type { Scene } from '../scene.ts';
import { extrasOf } from '../staff/extras.ts';

/** Of all agencies, or of one: those of the whole time, and the extra ones of some days of the period. */
export function postedIn(scene: Scene, days: Days, office?: Office): readonly OfficialId[] {
  const own = office === undefined ? staffOf(scene.place).posted : office.posted;
  const extras = extrasOf(scene);
  if (extras === null || (office !== undefined && office !== extras.office)) return own;
  const { first, second, from, replaced, to } = extras;
  const isThere = (start: string, end: string) => start <= days.to && days.from <= end;
  return [
    ...own,
    ...(isThere(from, replaced) ? [first] : []),
    ...(isThere(replaced, to) ? [second] : []),
  ];
}

/** Whether one of those who are there all the time is posted on every day of the period, by one agency. */
export function isPostedThrough(scene: Scene, official: OfficialId, days: Days): boolean {
  const { from, to } = postedDays(scene, official);
  const { merger } = scene;
  const isMoved = merger?.office.posted.includes(official) === true;
  if (isMoved && days.from < merger.from && merger.from <= days.to) return false;
  return from <= days.from && days.to <= to;
}
