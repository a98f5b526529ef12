/**
 * Plants: the breaches that a demo makes on purpose, written down as they are made. Everything else in
 * it keeps the regulations, so that what the rules find can be held against this list.
 */
import type { CentreCode, Instant } from '../domain/units.ts';

/** One breach, as the list of findings will have it. */
export type Plant = {
  /** Key of the rule. */
  readonly rule: string;
  readonly centre: CentreCode;
  /** The name of what is judged: `dossier-H42.17-260302-0001`, `calendar-SL-2026`. */
  readonly subject: string;
  /**
   * From when it can be found: when it has been entered, and, where something was left undone, not
   * before its due time has passed. A demo that ends before then does not show it.
   */
  readonly from: Instant;
};

/** Told of each plant as it is made. */
export type Planting = (plant: Plant) => void;
