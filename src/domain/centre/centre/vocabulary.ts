/**
 * The words of a centre's year (Trung tâm): what it is, when it serves, what it decides, and what is
 * said of its findings.
 *
 * Stream `centre-{code}-{yyyy}`. What begins in a year (an outage, a matter, a measure) keeps its whole
 * story in the record of that year, though it ends in a later one.
 */
import { CentreCode, Year } from '../../units.ts';
import { withdrawing } from '../../vocabulary/keeping.ts';
import type { EventOf } from '../../vocabulary.ts';
import { compliance } from './vocabulary/compliance.ts';
import { hours } from './vocabulary/hours.ts';
import { matters } from './vocabulary/matters.ts';
import { openness } from './vocabulary/openness.ts';
import { outages } from './vocabulary/outages.ts';
import { premises } from './vocabulary/premises.ts';
import { rules } from './vocabulary/rules.ts';

/** A stream is named by the code of its centre and the year. */
export const centreKey = { centre: CentreCode, year: Year };

export const centre = {
  ...premises,
  ...hours,
  ...rules,
  ...outages,
  ...openness,
  ...matters,
  ...compliance,
  ...withdrawing,
};

export type CentreEvent = EventOf<typeof centre>;

/** The event of one type. */
export type CentreEventOf<Type extends CentreEvent['type']> = Extract<
  CentreEvent,
  { readonly type: Type }
>;
