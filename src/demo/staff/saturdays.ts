/** Saturday mornings, on which some procedures are served at Bạc Liêu (BL Đ5.1). */
import { dayOf, weekdayOf } from '../../domain/time/date.ts';
import type { CalendarDate } from '../../domain/units.ts';
import { clockText } from '../clock.ts';
import type { Days } from '../months.ts';
import type { Office } from '../places.ts';
import type { Scene } from '../scene.ts';
import { daysIn } from '../telling.ts';

export function isServedOnSaturdays({ centre }: Scene, { procedures }: Office): boolean {
  const fields = centre.saturdayProcedures?.procedures.map(({ vi }) => vi) ?? [];
  return procedures.some(({ field }) => fields.includes(field));
}

/** The Saturdays of a month that are worked, with their hours. */
export function saturdaysIn(scene: Scene, { from, to }: Days) {
  return daysIn(from, to).flatMap((day) => {
    const hours = saturdayHours(scene, day);
    return hours === null ? [] : [{ day, hours }];
  });
}

/** By the clock on the wall; null: the day is no Saturday that is worked so, or one in a Friday's stead. */
export function saturdayHours({ centre, time }: Pick<Scene, 'centre' | 'time'>, day: CalendarDate) {
  const number = dayOf(day);
  if (weekdayOf(number) !== 'sat' || time.isWorkingDay(day)) return null;
  const [hours] = centre.saturdayProcedures?.workingTime.planOf(number).hours ?? [];
  return hours === undefined ? null : { from: clockText(hours.from), to: clockText(hours.to) };
}
