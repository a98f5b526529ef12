/**
 * What the regulations have listed of a dossier and call no breach: what is missing from its record, or
 * came otherwise than it was chosen; and, as merit, what was done before its time.
 *
 * Of the record alone, without a clock and whatever the centre: which article has it listed is said beside
 * each. A mark stays until the record says what was missing.
 */
import { hoChiMinh, localDateOf } from '../time/zone.ts';
import { ofType, type Timeline } from '../timeline.ts';
import type { CalendarDate } from '../units.ts';
import type { DossierState } from './state.ts';
import type { DossierEvent, DossierEventOf } from './vocabulary.ts';

export const dossierMarks = [
  'without-slip', // BL Đ10.4, KT Đ6.2b
  'without-authorisation', // the same
  'other-channel', // KT Đ5.1b, TQ Đ8.1, Đ8.2
  'reason-kept-back', // KT Đ8.5
  'written-answer-missing', // SL Đ8.d
  'courier-unconfirmed', // NB Đ5.3a, Đ5.3b
  'early', // SL Đ8.b
] as const;
export type DossierMark = (typeof dossierMarks)[number];

/** In the order of `dossierMarks`, each once. @param state what the timeline comes to. */
export function marksOf(
  timeline: Timeline<DossierEvent>,
  state: DossierState,
): readonly DossierMark[] {
  const returned = ofType(timeline, 'ResultReturned').map(({ data }) => data);
  const found: Readonly<Record<DossierMark, boolean>> = {
    'without-slip': returned.some(isWithoutSlip),
    'without-authorisation': returned.some(isWithoutAuthorisation),
    'other-channel': returned.some((one) => isOtherThanChosen(one, state)),
    'reason-kept-back': isKeptBack(timeline),
    'written-answer-missing': isAwaited(timeline, 'WrittenAnswerAsked', ['WrittenAnswerIssued']),
    'courier-unconfirmed': isUnconfirmed(timeline),
    early: isEarly(state),
  };
  return dossierMarks.filter((mark) => found[mark]);
}

type Returned = DossierEventOf<'ResultReturned'>['data'];

/** What goes by post or online is shown no paper. */
const fromAfar: ReadonlySet<Returned['usedChannel']> = new Set<Returned['usedChannel']>([
  'online',
  'post',
  'e-mail',
  'internal',
]);

/** Handed over, and that the slip was shown is not on record: of a proxy, the principal's. */
function isWithoutSlip({ usedChannel, proof }: Returned): boolean {
  return !fromAfar.has(usedChannel) && proof?.slip !== true;
}

/** Handed to another than the applicant, and that an authorisation was shown is not on record. */
function isWithoutAuthorisation({ to, usedChannel, proof }: Returned): boolean {
  const isProxy = (to !== null && to !== 'applicant') || usedChannel === 'by-proxy';
  return isProxy && !fromAfar.has(usedChannel) && proof?.authorisation !== true;
}

/** Where the return does not say what was chosen, the submission or the reception did. */
function isOtherThanChosen({ chosenChannel, usedChannel }: Returned, state: DossierState): boolean {
  const chosen = chosenChannel ?? state.chosenChannel;
  return chosen !== null && usedChannel !== null && chosen !== usedChannel;
}

/** What tells the applicant why, each in its way. Being told that the result is there does not. */
const passingOn: readonly DossierEvent['type'][] = [
  'ApplicantTold',
  'NoticeSent',
  'ExplanationGiven',
  'WrittenAnswerIssued',
  'ApologyIssued',
  'DossierReturned',
];

/** The agency gave the centre a reason, and nothing since then told the applicant of one. */
function isKeptBack(timeline: Timeline<DossierEvent>): boolean {
  return isAwaited(
    timeline.filter((one) => one.type !== 'ApplicantTold' || one.data.about !== 'result'),
    'ReasonGiven',
    passingOn,
  );
}

/** Whether the last entry of `type` was followed by none of `answers`. */
function isAwaited(
  timeline: Timeline<DossierEvent>,
  type: DossierEvent['type'],
  answers: readonly DossierEvent['type'][],
): boolean {
  const last = timeline.findLastIndex((one) => one.type === type);
  return last >= 0 && !timeline.slice(last).some((one) => answers.includes(one.type));
}

type HandedOver = DossierEventOf<'CourierHandedOver'>['data'];

/**
 * Given to the post, and that anybody got it from there is not on record. Each receipt confirms one
 * hand-over; that a result was returned confirms those of results.
 */
function isUnconfirmed(timeline: Timeline<DossierEvent>): boolean {
  let waiting: readonly HandedOver[] = [];
  for (const { type, data } of timeline) {
    if (type === 'CourierHandedOver') waiting = [...waiting, data];
    else if (type === 'ResultReturned') waiting = waiting.filter(({ what }) => what === 'dossier');
    else if (type === 'CourierReceived') {
      const taken = waiting.find(
        (one) => isSame(one.reference, data.reference) && isSame(one.what, data.what),
      );
      waiting = waiting.filter((one) => one !== taken);
    }
  }
  return waiting.length > 0;
}

/** What is not stated fits everything. */
function isSame(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}

/** There was a result on a day before the one that was appointed first, in Vietnam. */
function isEarly(state: DossierState): boolean {
  const { decidedAt, handedOverAt, returnedAt } = state;
  const [first] = [decidedAt, handedOverAt, returnedAt].filter((at) => at !== null).toSorted();
  const appointed = dayOf(state);
  return first !== undefined && appointed !== null && localDateOf(first, hoChiMinh) < appointed;
}

function dayOf({ firstAppointment: first }: DossierState): CalendarDate | null {
  if (first === null) return null;
  return 'at' in first ? localDateOf(first.at, hoChiMinh) : first.on;
}
