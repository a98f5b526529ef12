/** The values that the rules on attendance, rosters and conduct compute with. */
import type { ConductAct } from '../attendance/attendance/vocabulary/conduct.ts';

/** Whose branch has a dress of its own. */
export type OwnDress = 'armed-forces' | 'branch';

export type StaffParameters = {
  /** What excuses an absence: the leave was approved by the centre, confirmed by the home agency, or told to the centre. */
  readonly absenceExcusedBy: 'approval' | 'confirmation' | 'notice';
  /** Whose own dress is worn in place of the centre's. */
  readonly ownDressServes: readonly OwnDress[];
  /** Whose own badge is worn in place of the centre's. */
  readonly ownBadgeServes: readonly OwnDress[];
  /** What an official may not do, of what a conduct note can say. */
  readonly conductForbidden: readonly ConductAct[];
  /** Why an agency has to replace an official on request; null: whatever the reason. */
  readonly replacementReasons: readonly string[] | null;
  /** Full-time deputy directors in office at one time; null: no number is given. */
  readonly fullTimeDeputiesMax: number | null;
  /** How long a posting lasts, in months; null: as its decision says. */
  readonly postingMonthsMin: number | null;
  readonly postingMonthsMax: number | null;
  /** The agencies that take turns, in their order, by the names the regulation gives them; empty: none do. */
  readonly rotationOrder: readonly string[];
  /** The first day of the first turn; null: none is named. */
  readonly rotationBegins: string | null;
  /** How long a turn lasts, in months. */
  readonly rotationMonths: number;
  /**
   * More visitors than this at one counter on an average weekday, or a longer average wait in minutes at
   * any, is a load that calls for more officials: it is then listed where none were asked for.
   */
  readonly loadVisitors: number;
  readonly loadWaitingMinutes: number;
  /** Working days before its turn by which an agency is told. */
  readonly rotationNoticeDays: number;
};
