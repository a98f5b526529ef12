/** A time as a list is asked by it. */
import { z } from 'zod';
import { plusDays } from '../../domain/time/date.ts';
import { hoChiMinh, startOfDay } from '../../domain/time/zone.ts';
import { CalendarDate, Instant, instantAt, millisecondsOf } from '../../domain/units.ts';

/** An instant, or a date alone: the instant at which that day begins in Vietnam. */
export const Moment = z
  .string()
  .transform((text) => {
    const day = CalendarDate.safeParse(text);
    return day.success ? startOfDay(day.data, hoChiMinh) : text;
  })
  .pipe(Instant);

/**
 * The time as of which is asked: an instant, or the end of a day in Vietnam; of a day that is not over, `present`.
 *
 * @returns null for a text that is neither an instant nor a date.
 */
export function timeAsOf(text: string, present: Instant): Instant | null {
  const day = CalendarDate.safeParse(text);
  if (!day.success) return Instant.safeParse(text).data ?? null;
  const next = startOfDay(plusDays(day.data, 1), hoChiMinh);
  const isGoingOn = startOfDay(day.data, hoChiMinh) <= present && present < next;
  return isGoingOn ? present : instantAt(millisecondsOf(next) - 1);
}
