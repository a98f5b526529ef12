/**
 * The extra official of one agency: asked for as many people come, replaced after a while by another,
 * and sent home when it is quiet again.
 */
import { plusDays } from '../../domain/time/date.ts';
import { type CalendarDate, OfficialId } from '../../domain/units.ts';
import type { Office } from '../places.ts';
import type { Scene } from '../scene.ts';
import { chanceOf, firstDayOf, workingDaysFrom } from '../telling.ts';

export type Extras = {
  readonly office: Office;
  readonly first: OfficialId;
  readonly second: OfficialId;
  /** When more officials were asked for, when the first came, the second instead, and the last left. */
  readonly asked: CalendarDate;
  readonly from: CalendarDate;
  readonly replacementAsked: CalendarDate;
  readonly replaced: CalendarDate;
  readonly to: CalendarDate;
};

/** Null: the demo is too short for it, or it is a centre where nobody was asked for. */
export function extrasOf(scene: Scene): Extras | null {
  const { options, place } = scene;
  if (options.days < 60 || place.centre === 'SL') return null;
  const chance = chanceOf(scene, 'extras');
  const office = chance.pick(place.offices);
  const part = (share: number) => {
    const day = plusDays(firstDayOf(options), Math.floor(Math.min(options.days, 180) * share));
    return scene.time.nextWorkingDay(day);
  };
  const number = office.agency.slice(-2);
  const own = place.centre.toLowerCase();
  const asked = part(0.15 + 0.1 * chance.fraction());
  const replacementAsked = part(0.5);
  return {
    office,
    first: OfficialId.parse(`cv.${own}.${number}08`),
    second: OfficialId.parse(`cv.${own}.${number}09`),
    asked,
    from: workingDaysFrom(scene, asked, 4),
    replacementAsked,
    replaced: workingDaysFrom(scene, replacementAsked, 4),
    to: part(0.85),
  };
}

/** The extra official at the centre on a day, if any. */
export function extrasOn(scene: Scene, day: CalendarDate): readonly OfficialId[] {
  const extras = extrasOf(scene);
  if (extras === null || day < extras.from || day > extras.to) return [];
  return [day < extras.replaced ? extras.first : extras.second];
}
