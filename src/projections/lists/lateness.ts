/** How late something is and who owes it, as every list tells it. */
import { z } from 'zod';
import type { Centres } from '../../domain/regulations/centre.ts';
import { type Instant, millisecondsOf } from '../../domain/units.ts';
import { ifMeasured } from './working-minutes.ts';

export const BearerItem = z
  .object({
    kind: z.enum(['official', 'agency', 'centre', 'post']),
    code: z.string().nullable().describe('Null: the record does not say.'),
  })
  .describe('Who owes it.');

export const Lateness = z
  .object({
    clockMinutes: z.int().describe('By the clock, rounded up.'),
    workingMinutes: z
      .int()
      .nullable()
      .describe('In the working time of the centre, rounded up; null where it cannot be measured.'),
  })
  .describe('How long past its due time it was closed, or, where it is overdue, is now.');
export type Lateness = z.output<typeof Lateness>;

export function latenessOf(
  due: Instant,
  until: Instant,
  centre: string,
  centres: Centres,
): Lateness {
  return {
    clockMinutes: Math.ceil((millisecondsOf(until) - millisecondsOf(due)) / 60_000),
    workingMinutes: workingMinutes(due, until, centre, centres),
  };
}

function workingMinutes(due: Instant, until: Instant, code: string, centres: Centres) {
  const centre = centres.get(code);
  if (centre === undefined) return null;
  return ifMeasured(() => Math.ceil(centre.workingTime.minutesBetween(due, until)));
}
