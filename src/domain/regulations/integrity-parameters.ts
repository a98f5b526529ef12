/** What the findings on the integrity of the record are measured by. No article gives them: each centre sets its own. */
import type { Given } from './given.ts';

export type IntegrityParameters = {
  /**
   * Working days, after the day on which a thing is said to have happened, by the end of which it is
   * ordinarily entered: what is entered live after the last of them is entered into the past.
   */
  readonly backdatedAfter: number;
  /** So many corrections by one actor at one centre within `bulkCorrectionsWithin` are many. */
  readonly bulkCorrections: number;
  /** Minutes by the clock. */
  readonly bulkCorrectionsWithin: number;
};

/** Two days: what happens while somebody is off, or comes from the bank over a holiday, is entered by then. */
export const integrityDefaults: {
  readonly [Name in keyof IntegrityParameters]: Given<IntegrityParameters[Name]>;
} = {
  backdatedAfter: { value: 2, article: null },
  bulkCorrections: { value: 20, article: null },
  bulkCorrectionsWithin: { value: 60, article: null },
};

/** By these it is seen that the record was tampered with, or not in time. */
const guards = ['entryLag', ...Object.keys(integrityDefaults)];

/**
 * Whether a value guards the record itself. Such a one holds from the day after it was recorded at the
 * earliest: whoever wants to hide something could else set it aside for the time that has passed.
 */
export function guardsTheRecord(parameter: string): boolean {
  return guards.includes(parameter);
}
