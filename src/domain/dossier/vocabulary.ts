/**
 * The words of a dossier (hồ sơ): what can happen to it, from its submission to its result.
 *
 * Stream `dossier-{code}`. Everything outside the domain that speaks of dossiers imports only this
 * file and `dossier.ts`. The words stand in `vocabulary/`, in the order of the work.
 */
import type { EventOf } from '../vocabulary.ts';
import { handling } from './vocabulary/handling.ts';
import { intake } from './vocabulary/intake.ts';
import { keeping } from './vocabulary/keeping.ts';
import { lateness } from './vocabulary/lateness.ts';
import { result } from './vocabulary/result.ts';
import { supplement } from './vocabulary/supplement.ts';

export type { Appointment, Channel, Place } from './vocabulary/fields.ts';

export const dossier = {
  ...intake,
  ...supplement,
  ...handling,
  ...lateness,
  ...result,
  ...keeping,
};

export type DossierEvent = EventOf<typeof dossier>;

/** The event of one type. */
export type DossierEventOf<Type extends DossierEvent['type']> = Extract<
  DossierEvent,
  { readonly type: Type }
>;
