/** Hours of one day, as a roster or a note of overtime states them. */
import { z } from 'zod';

/** A stretch of one day by the clock on the wall; the end is not included, and may be 24:00. */
export const Hours = z
  .strictObject({
    from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a clock time is written like 07:30'),
    to: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a clock time is written like 11:30'),
  })
  .refine(({ from, to }) => from < to, { error: 'the end is not after the start', path: ['to'] });
export type Hours = z.output<typeof Hours>;
