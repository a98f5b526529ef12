/** A centre: its hours, its values, and which rules hold there under which article, from when to when. */
import type { WorkingTime } from '../time/working-time.ts';
import type { CalendarDate, CentreCode, Instant } from '../units.ts';
import type { InstrumentKey } from './citation.ts';
import type { Profile } from './parameters.ts';
import type { Parameters, Rule } from './rule.ts';

type Name = { readonly vi: string; readonly en: string };

export type Centre = {
  readonly code: CentreCode;
  readonly name: Name;
  /** The service hours, in which terms are counted. */
  readonly workingTime: WorkingTime;
  /** The article that gives them; null: a default. */
  readonly hoursArticle: string | null;
  /** Null: every procedure is served in the service hours. */
  readonly saturdayProcedures: SaturdayProcedures | null;
  /** In order, without a gap; none at a centre that has no articles. */
  readonly regulations: readonly Regulation[];
  /** The values of the centre, and where each is from. */
  readonly profile: Profile;
  /** The values alone. */
  readonly parameters: Parameters;
  /** What its own record says of them later, in order: each holds until the next. */
  readonly laterParameters: readonly LaterParameters[];
  readonly demands: readonly Demand[];
};

/** Values from a day on. */
export type LaterParameters = {
  readonly from: CalendarDate;
  /** The first instant of that day at the centre. */
  readonly start: Instant;
  readonly parameters: Parameters;
};

/** When a regulation is in force. */
export type Regulation = {
  readonly key: InstrumentKey;
  /** As records name it, to repeal it; null: it has none. */
  readonly number: string | null;
  /** The name of its file, as records name it. */
  readonly ruleSetName: string;
  readonly from: CalendarDate;
  /** Last day; null: no end of it is known. */
  readonly to: CalendarDate | null;
  /** The text leaves the first day open, and the installation does not say it. */
  readonly fromIsAssumed: boolean;
};

/**
 * Procedures that are served on Saturday mornings, too. Saturdays are no part of processing time: a
 * term is counted in the centre's `workingTime`, and this is when such a dossier is received or returned.
 */
export type SaturdayProcedures = {
  readonly procedures: readonly Name[];
  /** All their hours, those of the week included. */
  readonly workingTime: WorkingTime;
  readonly article: string | null;
};

/** A rule in force at a centre. */
export type Demand = {
  readonly rule: Rule;
  /** The article that demands it, as a reader would look it up; what binds by no article says so. */
  readonly citation: string;
  /** First and last day on which it holds; null: always. */
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
};

export type Centres = ReadonlyMap<string, Centre>;

/** Whether an act at `instant` is judged by `demand`. */
export function isInForce(
  { from, to }: Demand,
  instant: Instant,
  { workingTime }: Centre,
): boolean {
  if (from === null && to === null) return true;
  const day = workingTime.dateAt(instant);
  return (from === null || from <= day) && (to === null || day <= to);
}
