/** A centre: its hours, its values, and which rules hold there under which article, from when to when. */
import type { WorkingTime } from '../time/working-time.ts';
import type { CalendarDate, CentreCode, Instant } from '../units.ts';
import type { Parameters, Rule } from './rule.ts';

export type Centre = {
  readonly code: CentreCode;
  readonly name: { readonly vi: string; readonly en: string };
  readonly workingTime: WorkingTime;
  readonly parameters: Parameters;
  readonly demands: readonly Demand[];
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
