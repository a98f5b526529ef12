/**
 * progress-kept-current: the progress of each dossier in process is kept up to date (thường xuyên cập
 * nhật tiến độ; KT Đ13.4, NB Đ5.2d¶2: the agency; SL Đ2.7, BL Đ3.3: the official, all that is to be entered).
 *
 * A dossier of which nothing new was entered for long is stale; how long that is, the centre sets. Each
 * entry about the work asks for the next one; as most are followed in time, a duty is shown only
 * of the last one so far, and of those that were followed too late. What the centre asks and urges is not
 * progress, and nothing is owed while the applicant is waited for. It ends when the dossier is
 * decided, or ends without.
 */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { ofType, type Timeline } from '../../timeline.ts';
import { solvingUnitIn } from '../dossier-facts.ts';
import { ends } from '../dossier-work.ts';
import { duty } from '../duty.ts';
import type { Bearer } from '../rule.ts';
import { dueWithin } from '../term.ts';

const key = 'progress-kept-current';

type Record = Timeline<DossierEvent>;
type Type = DossierEvent['type'];

const over: readonly Type[] = ['DossierDecided', 'ResultHandedOver', ...ends];

/** After these the applicant has to act. */
export const waits: readonly Type[] = ['SupplementRequested', 'FinancialDutyAsked'];

/** What says how far it is. */
export const progress: readonly Type[] = [
  'DossierReceived',
  'DossierDigitised',
  'SupplementReceived',
  'PaperAsked',
  'PaperSupplied',
  'DossierTransferred',
  'TransferAcknowledged',
  'CourierHandedOver',
  'CourierReceived',
  'StepStarted',
  'StepCompleted',
  'VerificationRequested',
  'VerificationCompleted',
  'ConsultationAsked',
  'ConsultationAnswered',
  'FinancialDutyMet',
  'ExtensionProposed',
  'AppointmentMoved',
  'ReasonGiven',
  'ProgressNoted',
  'ProgressAnswered',
];

/** What ends the silence: progress, waiting for somebody, and the end. */
export const news: readonly Type[] = [...progress, ...waits, ...over];

/** KT Đ13.4, NB Đ5.2d¶2. */
export const progressKeptByAgency = kept((timeline) => ({
  kind: 'agency',
  code: solvingUnitIn(timeline),
}));

/** SL Đ2.7, BL Đ3.3. */
export const progressKeptByOfficial = kept((timeline) => ({
  kind: 'official',
  code: ofType(timeline, 'DossierReceived')[0]?.data.official ?? null,
}));

function kept(bearerIn: (timeline: Record) => Bearer) {
  return duty<DossierEvent>({
    key,
    version: 2,
    title: { vi: 'Cập nhật tiến độ xử lý hồ sơ', en: 'Progress of the dossier kept current' },
    subject: 'dossier',
    openedBy: progress,
    opens(entry, context, timeline) {
      if (!isInProcess(entry, timeline)) return null;
      const due = dueWithin(key, { days: 10 }, entry, context);
      const next = timeline.find((one) => news.includes(one.type) && isAfter(one, entry));
      if (next !== undefined && next.occurredAt <= due) return null;
      return { due, bearer: bearerIn(timeline), detail: entry.type };
    },
    discharges: news,
    answers: (entry, opened) => isAfter(entry, opened.entry),
  });
}

/** Received, not over, and nobody waits for the applicant. */
function isInProcess(entry: Entry<DossierEvent>, timeline: Record): boolean {
  let [isReceived, isWaiting] = [false, false];
  for (const one of timeline) {
    if (over.includes(one.type)) return false;
    if (one.type === 'DossierReceived') isReceived = true;
    if (waits.includes(one.type)) isWaiting = true;
    if (one.type === 'SupplementReceived' || one.type === 'FinancialDutyMet') isWaiting = false;
    if (one === entry) return isReceived && !isWaiting;
  }
  return false;
}

/** In the order of the timeline. */
function isAfter(one: Entry<DossierEvent>, other: Entry<DossierEvent>): boolean {
  if (one.occurredAt !== other.occurredAt) return one.occurredAt > other.occurredAt;
  return one.index > other.index;
}
