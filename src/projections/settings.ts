/** What an installation gives to the rules, in a form that can be sent to another thread. */
import type { Centres } from '../domain/regulations/centre.ts';
import { centresOf } from '../domain/regulations/centres.ts';
import { referenceWorkingTime } from '../domain/regulations/reference-time.ts';

export type RegulationSettings = {
  /** IANA zone in which the centre `reference` keeps its days. */
  readonly referenceZone: string;
  /** Its hours: round the clock, or those of Vietnamese offices with the public holidays. */
  readonly referenceCalendar: 'always' | 'vietnam';
};

/** @throws RangeError for a zone that does not exist. */
export function centresFor({ referenceZone, referenceCalendar }: RegulationSettings): Centres {
  return centresOf(referenceWorkingTime(referenceZone, referenceCalendar));
}

/** Names the settings in the marks of a read model: with others, its rows would differ. */
export function nameOf({ referenceZone, referenceCalendar }: RegulationSettings): string {
  return `${referenceZone} ${referenceCalendar}`;
}
