/** When the time of a dossier runs out before it is finished, for what is owed from then on; and for whom it waited by then. */
import type { DossierEvent } from '../dossier/vocabulary.ts';
import { ofType, type Timeline } from '../timeline.ts';
import type { Instant } from '../units.ts';
import { solvingUnitIn } from './dossier-facts.ts';
import type { History } from './history.ts';
import type { Context, Duty } from './rule.ts';
import { processingDeadline } from './rules/processing-deadline.ts';

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

/**
 * The appointed time that passes, or will pass if nothing comes of the dossier until then: as it stood
 * when it passed, whatever was explained or moved afterwards. Null: it was finished or ended in time, or
 * the applicant is waited for, or there is none.
 */
export function runsOutAt(history: History<DossierEvent>, context: Context): Instant | null {
  const duty = processingIn(history, context);
  if (duty === null) return null;
  const isRunning = duty.state === 'open' && !duty.suspended;
  return isRunning || duty.breached ? duty.due : null;
}

export type WaitedFor = 'applicant' | 'other agency' | 'post' | 'counter';

/**
 * For whom, other than the agency, the dossier waited at `instant`: what was asked of the applicant or of
 * another agency was not answered, the post had it, or the counter had not passed it on yet. Null: for
 * nobody else by the record.
 */
export function waitedForAt(timeline: Timeline<DossierEvent>, instant: Instant): WaitedFor | null {
  const waits = (asked: Type, answered: Type) => lastedAt(timeline, instant, asked, answered);
  if (waits('SupplementRequested', 'SupplementReceived')) return 'applicant';
  if (waits('FinancialDutyAsked', 'FinancialDutyMet')) return 'applicant';
  if (waits('ConsultationAsked', 'ConsultationAnswered')) return 'other agency';
  if (waits('PaperAsked', 'PaperSupplied')) return 'other agency';
  if (isVerifiedElsewhere(timeline) && waits('VerificationRequested', 'VerificationCompleted')) {
    return 'other agency';
  }
  if (waits('CourierHandedOver', 'CourierReceived')) return 'post';
  const [passedOn] = ofType(timeline, 'DossierTransferred');
  return passedOn !== undefined && passedOn.occurredAt > instant ? 'counter' : null;
}

type Type = DossierEvent['type'];

/** Whether more was asked by then than was answered. */
function lastedAt(
  timeline: Timeline<DossierEvent>,
  instant: Instant,
  asked: Type,
  answered: Type,
): boolean {
  let open = 0;
  for (const { type, occurredAt } of timeline) {
    if (occurredAt > instant) break;
    if (type === asked) open += 1;
    else if (type === answered) open -= 1;
  }
  return open > 0;
}

/** What the agency verifies itself is its own time. */
function isVerifiedElsewhere(timeline: Timeline<DossierEvent>): boolean {
  const own = solvingUnitIn(timeline);
  return ofType(timeline, 'VerificationRequested').some(
    ({ data }) => data.unit !== null && data.unit !== own,
  );
}
