/**
 * What was done about a dossier that runs late, and what is to be done next.
 *
 * Who has it, why it is late by the agency's word, whether anybody apologised or was urged: the facts of
 * its record, without a clock. `nextFor` reads them at an instant.
 */
import type { Entry } from '../entry.ts';
import { ofType, type Timeline } from '../timeline.ts';
import type { EventId, Instant } from '../units.ts';
import { type HeirsAt, type Holder, type Hop, hopsIn } from './holding.ts';
import type { DossierEvent } from './vocabulary.ts';

/** An event by its id, with what a list shows of it. No words of anybody. */
export type Told = { readonly event: EventId; readonly at: Instant };

export type LateHandling = {
  readonly hops: readonly Hop[];
  /** The last reason for lateness that the agency gave. */
  readonly reason: (Told & { readonly about: string | null; readonly unit: string | null }) | null;
  /** The last question about lateness that nobody answered. */
  readonly questioned: Told | null;
  readonly apologyAsked: Told | null;
  readonly apologyIssued: Told | null;
  /** Who was urged last, and why. */
  readonly urged: (Told & { readonly unit: string | null; readonly because: string | null }) | null;
  /** When the applicant was last told of the lateness, and of the result. */
  readonly toldOfLateness: Told | null;
  readonly toldOfResult: Told | null;
  readonly isDecided: boolean;
  readonly isHandedOver: boolean;
};

/** A reason that does not say what it is about may be one for the lateness. @param heirsAt as of `hopsIn`. */
export function lateHandlingOf(timeline: Timeline<DossierEvent>, heirsAt?: HeirsAt): LateHandling {
  const reason = ofType(timeline, 'ReasonGiven').findLast(
    ({ data }) => data.about === null || data.about === 'lateness',
  );
  const urged = ofType(timeline, 'AgencyUrged').at(-1);
  const told = ofType(timeline, 'ApplicantTold');
  return {
    hops: hopsIn(timeline, heirsAt),
    reason:
      reason === undefined
        ? null
        : { ...toldIn(reason), about: reason.data.about, unit: reason.data.unit },
    questioned: openQuestionIn(timeline),
    apologyAsked: lastOf(timeline, 'ApologyAsked'),
    apologyIssued: lastOf(timeline, 'ApologyIssued'),
    urged:
      urged === undefined
        ? null
        : { ...toldIn(urged), unit: urged.data.unit, because: urged.data.because },
    toldOfLateness: toldOrNull(told.findLast(({ data }) => data.about === 'lateness')),
    toldOfResult: toldOrNull(told.findLast(({ data }) => data.about === 'result')),
    isDecided: lastOf(timeline, 'DossierDecided') !== null,
    isHandedOver: lastOf(timeline, 'ResultHandedOver') !== null,
  };
}

function openQuestionIn(timeline: Timeline<DossierEvent>): Told | null {
  const asked = ofType(timeline, 'ProgressQueried').findLast(
    ({ data }) => data.about === 'lateness',
  );
  if (asked === undefined) return null;
  const answers = ofType(timeline, 'ProgressAnswered', 'ReasonGiven');
  const isAnswered = answers.some(
    (answer) =>
      answer.occurredAt >= asked.occurredAt || timeline.indexOf(answer) > timeline.indexOf(asked),
  );
  return isAnswered ? null : toldIn(asked);
}

function lastOf(timeline: Timeline<DossierEvent>, type: DossierEvent['type']): Told | null {
  return toldOrNull(ofType(timeline, type).at(-1));
}

function toldOrNull(entry: Entry<DossierEvent> | undefined): Told | null {
  return entry === undefined ? null : toldIn(entry);
}

function toldIn({ id, occurredAt }: Entry<DossierEvent>): Told {
  return { event: id, at: occurredAt };
}

/** What can be next, as people read it. */
export const nextSteps = {
  'pass-on': { vi: 'Chuyển hồ sơ cho cơ quan giải quyết', en: 'Pass the dossier on to the agency' },
  'trace-post': { vi: 'Tra cứu bưu gửi', en: 'Trace it with the post' },
  'call-applicant': {
    vi: 'Liên hệ người nộp để bổ sung hoặc thực hiện nghĩa vụ tài chính',
    en: 'Call the applicant, who is waited for',
  },
  'urge-other-agency': {
    vi: 'Đôn đốc cơ quan phối hợp trả lời',
    en: 'Urge the other agency to answer',
  },
  'urge-agency': { vi: 'Đôn đốc cơ quan giải quyết', en: 'Urge the agency' },
  'ask-reasons': {
    vi: 'Đề nghị cơ quan giải quyết nêu lý do chậm',
    en: 'Ask the agency for its reasons',
  },
  'ask-apology': {
    vi: 'Đề nghị cơ quan xin lỗi và hẹn lại ngày trả',
    en: 'Ask the agency for an apology and a new appointment',
  },
  'await-apology': {
    vi: 'Nhắc cơ quan gửi văn bản xin lỗi đã đề nghị',
    en: 'Remind the agency of the apology that was asked for',
  },
  'tell-applicant': {
    vi: 'Báo cho người nộp biết hồ sơ chậm và ngày hẹn mới',
    en: 'Tell the applicant that it is late, and the new appointment',
  },
  'hand-over-result': {
    vi: 'Đề nghị cơ quan chuyển kết quả về Trung tâm',
    en: 'Have the agency hand the result over to the centre',
  },
  'call-for-result': {
    vi: 'Mời người nộp đến nhận kết quả',
    en: 'Call the applicant for the result',
  },
  'return-result': { vi: 'Trả kết quả cho người nộp', en: 'Return the result to the applicant' },
  finish: { vi: 'Giải quyết xong trước hạn', en: 'Finish it before it is due' },
  nothing: { vi: 'Không còn việc phải làm', en: 'Nothing is left to do' },
} as const;
export type NextStep = keyof typeof nextSteps;

export type Moment = {
  readonly due: Instant;
  /** Strictly late, or not yet. */
  readonly isLate: boolean;
  /** Finished or ended. */
  readonly isClosed: boolean;
  /** Who has it now; null: it has ended. */
  readonly heldBy: Holder | null;
};

/** What to do next, from what is missing. Of what can be done at once the first is said. */
export function nextFor(handling: LateHandling, moment: Moment): NextStep {
  if (handling.isHandedOver && moment.heldBy !== null) return nextWithResult(handling);
  if (handling.isDecided && moment.heldBy !== null) return 'hand-over-result';
  if (moment.isClosed) return moment.isLate ? (apologyStep(handling) ?? 'nothing') : 'nothing';
  const waitedFor = otherStep(moment.heldBy);
  if (waitedFor !== null) return waitedFor;
  return moment.isLate ? nextOfLate(handling, moment) : nextOfDue(handling);
}

function nextWithResult({ toldOfResult }: LateHandling): NextStep {
  return toldOfResult === null ? 'call-for-result' : 'return-result';
}

/** Where it lies with anybody but the agency, that is what keeps it. */
function otherStep(heldBy: Holder | null): NextStep | null {
  if (heldBy === null || heldBy.party === 'agency') return null;
  return (
    {
      counter: 'pass-on',
      'other-agency': 'urge-other-agency',
      applicant: 'call-applicant',
      post: 'trace-post',
    } as const
  )[heldBy.party];
}

function nextOfDue({ urged }: LateHandling): NextStep {
  return urged === null ? 'urge-agency' : 'finish';
}

function nextOfLate(handling: LateHandling, { due }: Moment): NextStep {
  const { reason, questioned, urged } = handling;
  if (urged === null || (urged.at < due && urged.because !== 'due')) return 'urge-agency';
  if (reason === null && questioned === null) return 'ask-reasons';
  return apologyStep(handling) ?? 'urge-agency';
}

/** Null: the apology was issued, and the applicant knows. */
function apologyStep({ apologyAsked, apologyIssued, toldOfLateness }: LateHandling) {
  if (apologyIssued === null) return apologyAsked === null ? 'ask-apology' : 'await-apology';
  return toldOfLateness === null ? 'tell-applicant' : null;
}
