/**
 * The words of a dossier (hồ sơ): what can happen to it, from its submission to its result.
 *
 * Stream `dossier-{code}`. Everything outside the domain that speaks of dossiers imports only this
 * file and `dossier.ts`. The words stand in `vocabulary/`, in the order of the work.
 */
import { DossierCode } from '../units.ts';
import type { EventOf } from '../vocabulary.ts';
import { handling } from './vocabulary/handling.ts';
import { intake } from './vocabulary/intake.ts';
import { keeping } from './vocabulary/keeping.ts';
import { lateness } from './vocabulary/lateness.ts';
import { rating } from './vocabulary/rating.ts';
import { result } from './vocabulary/result.ts';
import { supplement } from './vocabulary/supplement.ts';

export type { Appointment, Channel, Place } from './vocabulary/fields.ts';

/** A stream is named by the code of its dossier. */
export const dossierKey = { code: DossierCode };

export const dossier = {
  ...intake,
  ...supplement,
  ...handling,
  ...lateness,
  ...result,
  ...rating,
  ...keeping,
};

export type DossierEvent = EventOf<typeof dossier>;

/** The event of one type. */
export type DossierEventOf<Type extends DossierEvent['type']> = Extract<
  DossierEvent,
  { readonly type: Type }
>;
