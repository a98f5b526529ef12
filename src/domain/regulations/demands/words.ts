/** What is told of a rule, and words that come again and again. */

/** Who owes it, or whose breach it is; and when it is due. */
export type Told = readonly [bearer: string, due: string];

/** A prohibition: the act is the breach, and nothing is due. */
export const act = 'none: the act is the breach';

/** What is to be covered: the hours that nothing covers. */
export const gap = 'none: each day with a gap is a breach';

/** No text gives a number. @param otherwise what holds where the centre sets none. */
export function own(otherwise: string): string {
  return `the centre’s own term; else ${otherwise}`;
}

export const atOnce = 'at once (`atOnce`)';
