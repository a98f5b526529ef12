/**
 * What must have happened for something else to be possible: an answer has a question, what arrives
 * was sent, what is annotated was said, and what is done to a dossier is done to one that is there.
 */
import type { DossierEvent } from './vocabulary.ts';

type Type = DossierEvent['type'];

/** The event that each of these answers. Both carry a `reference`, which may be null: then any will do. */
export const questionOf = {
  AgencyOfficialArrived: 'AgencyOfficialCalled',
  ConsultationAnswered: 'ConsultationAsked',
  CourierReceived: 'CourierHandedOver',
  FinancialDutyMet: 'FinancialDutyAsked',
  PaperSupplied: 'PaperAsked',
  ProgressAnswered: 'ProgressQueried',
  RatingAnnotated: 'SatisfactionRated',
  SupplementReceived: 'SupplementRequested',
  TransferAcknowledged: 'DossierTransferred',
  VerificationCompleted: 'VerificationRequested',
} as const satisfies Partial<Record<Type, Type>>;

export type Answer = keyof typeof questionOf;
export type Question = (typeof questionOf)[Answer];

export function isAnswer(event: DossierEvent): event is Extract<DossierEvent, { type: Answer }> {
  return Object.hasOwn(questionOf, event.type);
}

const questions: ReadonlySet<Type> = new Set(Object.values(questionOf));

export function isQuestion(
  event: DossierEvent,
): event is Extract<DossierEvent, { type: Question }> {
  return questions.has(event.type);
}

/**
 * What may be done with a dossier that is not received, or never will be. What is not listed here or
 * in `submissionIsEnough` is about a dossier that was received.
 */
export const mayComeFirst: ReadonlySet<Type> = new Set([
  'DossierSubmitted',
  'OnlineDossierChecked',
  'NoticeSent',
  'DossierRedirected',
  'AgencyOfficialCalled',
  'AgencyOfficialArrived',
  'DossierReceived',
  'DossierRefused',
  'SupplementRequested',
  'SupplementReceived',
  'ExplanationAsked',
  'ExplanationGiven',
  'ApplicantTold',
  'ProgressQueried',
  'ProgressAnswered',
  'CourierHandedOver',
  'CourierReceived',
  'CourierIncident',
  'DisclosureReported',
  'SatisfactionRated',
  'RatingAnnotated',
  'EntryWithdrawn',
]);

/** What shows that a dossier came to the counter, though it was neither submitted there online nor received. */
export const showsItCame: ReadonlySet<Type> = new Set([
  'DossierRedirected',
  'AgencyOfficialCalled',
  'AgencyOfficialArrived',
  'DossierRefused',
  'SupplementRequested',
  'SupplementReceived',
  'ExplanationAsked',
  'ExplanationGiven',
  'CourierHandedOver',
  'CourierReceived',
  'CourierIncident',
]);

/** What the submission alone is enough for: the applicant, or the State, lets go of it before its reception. */
export const submissionIsEnough: ReadonlySet<Type> = new Set([
  'DossierWithdrawn',
  'DossierStopped',
  'FinancialDutyAsked',
  'FinancialDutyMet',
]);

/** What answers a submission, where there was one. */
export const followsSubmission: ReadonlySet<Type> = new Set([
  'OnlineDossierChecked',
  'DossierReceived',
  'DossierRefused',
  'DossierRedirected',
]);
