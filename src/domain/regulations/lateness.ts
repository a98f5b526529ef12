/** When the time of a dossier runs out before it is finished, for what is owed from then on; and for whom it waited by then. */
import { holderAt, hopsIn, type Party } from '../dossier/holding.ts';
import type { DossierEvent } from '../dossier/vocabulary.ts';
import { ofType, type Timeline } from '../timeline.ts';
import type { Instant } from '../units.ts';
import type { History } from './history.ts';
import type { Context, Duty } from './rule.ts';
import { processingDeadline } from './rules/processing-deadline.ts';
import { heirsOf } from './succession.ts';

/** Several rules ask the same of one history, and one rule more than once. */
const judged = new WeakMap<History<DossierEvent>, { context: Context; duty: Duty | null }>();

/** The duty to process the dossier; null: nobody said by when. */
function processingIn(history: History<DossierEvent>, context: Context): Duty | null {
  const known = judged.get(history);
  if (known?.context === context) return known.duty;
  const [duty = null] = processingDeadline.judge(history, context).duties;
  judged.set(history, { context, duty });
  return duty;
}

/** When the time runs out; see `runsOutAt`. */
export type RunningOut = {
  readonly at: Instant;
  /** It was finished or has ended, too late. Else it is only being worked on, and may still be in time. */
  readonly isOver: boolean;
};

/**
 * The appointed time that passes, or will pass if nothing comes of the dossier until then: as it stood
 * when it passed, whatever was explained or moved afterwards. Null: it was finished or ended in time, or
 * the applicant is waited for, or there is none.
 */
export function runsOutAt(history: History<DossierEvent>, context: Context): Instant | null {
  return runningOut(history, context)?.at ?? null;
}

/** The same, and whether it is known by now that it did. */
export function runningOut(history: History<DossierEvent>, context: Context): RunningOut | null {
  const duty = processingIn(history, context);
  if (duty === null) return null;
  const isRunning = duty.state === 'open' && !duty.suspended;
  return isRunning || duty.breached ? { at: duty.due, isOver: duty.breached } : null;
}

/**
 * For whom, other than the agency, the dossier waited at `instant`: whoever had it then (`holding.ts`).
 * Null: for nobody else by the record. Where it was never passed on by the record, nobody notes that
 * there, and the counter is not said to have kept it.
 */
export function waitedForAt(
  timeline: Timeline<DossierEvent>,
  instant: Instant,
  { successions, workingTime }: Pick<Context, 'successions' | 'workingTime'>,
): Party | null {
  const { zone } = workingTime.calendar;
  const hops = hopsIn(timeline, (code, at) => heirsOf(code, at, { successions, zone }));
  const party = holderAt(hops, instant)?.party ?? 'agency';
  const isUnnoted = party === 'counter' && ofType(timeline, 'DossierTransferred').length === 0;
  return party === 'agency' || isUnnoted ? null : party;
}
