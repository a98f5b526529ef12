/**
 * The words of an agency (sở, ban, ngành, Ủy ban nhân dân): since when there is one, what it is
 * called, what came after it, who leads it, and whom it may send to a centre.
 *
 * Stream `agency-{code}`. An agency has a validity and successors: a dossier keeps the agency that
 * received it, and figures can be asked for under old and new units. The words stand in `vocabulary/`.
 */
import { AgencyCode } from '../../units.ts';
import { withdrawing } from '../../vocabulary/keeping.ts';
import type { EventOf } from '../../vocabulary.ts';
import { existence } from './vocabulary/existence.ts';
import { staff } from './vocabulary/staff.ts';

export type { AgencyKind, Leader } from './vocabulary/existence.ts';
export type { Listed } from './vocabulary/staff.ts';

/** A stream is named by the code of its agency. */
export const agencyKey = { code: AgencyCode };

export const agency = { ...existence, ...staff, ...withdrawing };

export type AgencyEvent = EventOf<typeof agency>;

/** The event of one type. */
export type AgencyEventOf<Type extends AgencyEvent['type']> = Extract<
  AgencyEvent,
  { readonly type: Type }
>;
