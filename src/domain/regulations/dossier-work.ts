/** The events that are work on a dossier: what cannot rightly lie outside reception and result. */
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
