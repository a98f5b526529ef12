/** The events that are work on a dossier: what cannot rightly come after the end, and most of it not before the reception. */
import { mayComeFirst } from '../dossier/causes.ts';
import type { DossierEvent } from '../dossier/vocabulary.ts';

export const work = [
  'StepStarted',
  'StepCompleted',
  'SupplementRequested',
  'SupplementReceived',
  'DossierTransferred',
  'TransferAcknowledged',
  'VerificationRequested',
  'VerificationCompleted',
  'ConsultationAsked',
  'ConsultationAnswered',
  'DossierDecided',
  'ResultHandedOver',
] as const satisfies readonly DossierEvent['type'][];

/** What a dossier ends with: a result, or without one. */
export const ends = [
  'ResultReturned',
  'DossierReturned',
  'DossierStopped',
  'DossierWithdrawn',
] as const satisfies readonly DossierEvent['type'][];

/** What is done to a dossier that was received: supplements can be asked for, and come, at the counter before that. */
export const workOnReceived: readonly DossierEvent['type'][] = work.filter(
  (type) => !mayComeFirst.has(type),
);
