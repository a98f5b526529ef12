/** What every source of a demo has to go by: a place, its regulation, its time, and who is away. */
import type { Centre } from '../domain/regulations/centre.ts';
import type { WorkingTime } from '../domain/time/working-time.ts';
import type { CalendarDate, Instant, OfficialId } from '../domain/units.ts';
import type { Absences } from './absences.ts';
import type { Chance } from './chance.ts';
import type { Desk } from './desk.ts';
import type { Office, Place } from './places.ts';

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

/** One agency of a demo goes into another: see `merger.ts`. */
export type Merger = {
  /** As it was: the agency that goes. */
  readonly office: Office;
  readonly into: Pick<Office, 'agency' | 'name' | 'head' | 'headTitle'>;
  /** When the People's Council decided it, a working day; and the first day of the successor, another. */
  readonly decided: CalendarDate;
  readonly from: CalendarDate;
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
  /** The merger of two of its agencies; null: there is none. */
  readonly merger: Merger | null;
  /** Writes down a breach that is made on purpose. */
  readonly plant: (rule: string, subject: string, from: Instant | number) => void;
  /**
   * Whether `rule` is to be broken on `day`: two times in three months, true once for each. Never where the
   * centre does not demand it, nor after the last day. Asked only when there is something that can be made
   * wrong. @param way of several in which it is broken, each by itself; two that share one take turns.
   */
  readonly breaks: (rule: string, day: CalendarDate, way?: string) => boolean;
};

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
