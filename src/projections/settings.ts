/** What an installation gives to the rules, in a form that can be sent to another thread. */
import { hash } from 'node:crypto';
import type { Centres } from '../domain/regulations/centre.ts';
import { centresOf } from '../domain/regulations/centres.ts';
import { referenceWorkingTime } from '../domain/regulations/reference-time.ts';
import type { WorkingTime } from '../domain/time/working-time.ts';
import type { CalendarDate } from '../domain/units.ts';

export type RegulationSettings = {
  /** IANA zone in which the centre `reference` keeps its days. */
  readonly referenceZone: string;
  /** Its hours: round the clock, or those of Vietnamese offices with the public holidays. */
  readonly referenceCalendar: 'always' | 'vietnam';
  /** The first day of Kon Tum's regulation, which its text leaves open. Left out or null: it is assumed. */
  readonly konTumFrom?: CalendarDate | null;
};

/** @throws RangeError for a zone that does not exist. */
export function centresFor(settings: RegulationSettings): Centres {
  const { referenceZone, referenceCalendar, konTumFrom = null } = settings;
  return centresOf(referenceWorkingTime(referenceZone, referenceCalendar), konTumFrom);
}

/**
 * Names, in the marks of a read model, what an installation and this program give to the rules: with
 * others, its rows would differ. @throws RangeError for a zone that does not exist.
 */
export function nameOf(settings: RegulationSettings): string {
  const { referenceZone, referenceCalendar } = settings;
  return `${referenceZone} ${referenceCalendar} ${regulationsIn(centresFor(settings))}`;
}

/** What each centre demands, by which version of which rule, with which values and working time. */
export function regulationsIn(centres: Centres): string {
  const all = [...centres.values()].map((centre) => ({
    code: centre.code,
    ...hoursIn(centre.workingTime),
    hoursArticle: centre.hoursArticle,
    saturdays: centre.saturdayProcedures && {
      ...centre.saturdayProcedures,
      workingTime: hoursIn(centre.saturdayProcedures.workingTime),
    },
    regulations: centre.regulations,
    profile: centre.profile,
    parameters: centre.parameters,
    demands: centre.demands.map(({ rule, citation, from, to }) => [
      `${rule.key}@${rule.version}`,
      citation,
      from,
      to,
    ]),
  }));
  return hash('sha256', JSON.stringify(all));
}

function hoursIn({ calendar: { periods, notices } }: WorkingTime) {
  return { periods, notices };
}
