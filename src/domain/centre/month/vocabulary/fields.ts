/** What the periodic acts of a centre have in common. */
import { z } from 'zod';
import { CalendarDate, Instant } from '../../../units.ts';
import { daysInOrder, ifKnown, reversedDays } from '../../../vocabulary/fields.ts';

/** Kỳ: the days that an act is for, both ends included. Its last day says to which month it belongs. */
export const Period = ifKnown(
  z
    .strictObject({ from: CalendarDate, to: CalendarDate })
    .refine(daysInOrder, reversedDays)
    .describe('The days that it is for; null: those in which it took place.'),
);
export type Period = z.output<typeof Period>;

/** Hạn: to the instant, or only to the day, as it was stated. */
export const Due = z.union([z.strictObject({ at: Instant }), z.strictObject({ on: CalendarDate })]);
export type Due = z.output<typeof Due>;
