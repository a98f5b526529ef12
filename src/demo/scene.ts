/** What every source of a demo has to go by: a place, its regulation, its time, and who is away. */
import type { Centre } from '../domain/regulations/centre.ts';
import { plusDays } from '../domain/time/date.ts';
import type { WorkingTime } from '../domain/time/working-time.ts';
import { type CalendarDate, type Instant, instantAt, type OfficialId } from '../domain/units.ts';
import { centresFor } from '../projections/settings.ts';
import { type Absences, absencesFrom } from './absences.ts';
import type { Chance } from './chance.ts';
import { type Desk, emptyDesk } from './desk.ts';
import { occasionsFrom } from './occasions.ts';
import { type Place, places } from './places.ts';
import type { Planting } from './plants.ts';

export type DemoOptions = {
  /** The same seed, size and last day make the same ledger. */
  readonly seed: string;
  /** The last day on which anything is recorded. */
  readonly until: CalendarDate;
  /** Days before it on which the first dossier comes. */
  readonly days: number;
  /** Dossiers of a centre on an ordinary day, more than 0; Mondays are busier and Fridays quieter. */
  readonly perDay: number;
};

/** One centre of a demo. */
export type Scene = {
  readonly place: Place;
  readonly centre: Centre;
  readonly time: WorkingTime;
  readonly absences: Absences;
  readonly options: DemoOptions;
  /** What one source leaves for another. */
  readonly desk: Desk;
  /** Writes down a breach that is made on purpose. */
  readonly plant: (rule: string, subject: string, from: Instant | number) => void;
  /**
   * Whether `rule` is to be broken on `day`, once or twice in three months; never where the centre does not
   * demand it, nor after the last day. @param way of several in which it is broken, each by itself.
   */
  readonly breaks: (rule: string, day: CalendarDate, way?: string) => boolean;
};

/** The five centres, as the installation's settings do not change them. */
export function scenesFor(options: DemoOptions, planting: Planting = () => {}): readonly Scene[] {
  const centres = centresFor({
    referenceZone: 'Asia/Ho_Chi_Minh',
    referenceCalendar: 'vietnam',
  });
  const absences = absencesFrom(options.seed);
  return places.map((place) => {
    const centre = centres.get(place.centre);
    if (centre === undefined) throw new RangeError(`there is no centre ${place.centre}`);
    const demanded = new Set(centre.demands.map(({ rule }) => rule.key));
    const isTime = occasionsFrom(
      options.seed,
      place.centre,
      plusDays(options.until, -options.days),
    );
    return {
      place,
      centre,
      time: centre.workingTime,
      absences,
      options,
      desk: emptyDesk(),
      plant(rule, subject, from) {
        const seen = typeof from === 'number' ? instantAt(from) : from;
        planting({ rule, centre: centre.code, subject, from: seen });
      },
      breaks: (rule, day, way = '') =>
        demanded.has(rule) && day <= options.until && isTime(`${rule} ${way}`, day),
    };
  });
}

/** One of `officials` who is there on `day`; whoever it falls to, where all are away. */
export function presentOf(
  { absences }: Pick<Scene, 'absences'>,
  officials: readonly OfficialId[],
  day: CalendarDate,
  chance: Chance,
): OfficialId {
  const present = officials.filter((official) => !absences.isAway(official, day));
  return chance.pick(present.length > 0 ? present : officials);
}
