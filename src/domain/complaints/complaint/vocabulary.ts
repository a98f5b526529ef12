/**
 * The words of a complaint (phản ánh, kiến nghị, khiếu nại, tố cáo): what somebody says of the centre,
 * of an official, an agency or a rule, and what becomes of it.
 *
 * Stream `complaint-{id}`. A question on the portal and a complaint about the post are kept so too. The
 * words stand in `vocabulary/`, in the order of the work.
 */
import { RecordId } from '../../units.ts';
import { withdrawing } from '../../vocabulary/keeping.ts';
import type { EventOf } from '../../vocabulary.ts';
import { explaining } from './vocabulary/explaining.ts';
import { outcome } from './vocabulary/outcome.ts';
import { reception } from './vocabulary/reception.ts';
import { routing } from './vocabulary/routing.ts';

export type { Kind, Matter, ReceivedBy, Remedy, Subject, Verdict } from './vocabulary/fields.ts';

/** A stream is named by the number under which it was received; a foreign one carries its source: `hotline:1022-000417`. */
export const complaintKey = { id: RecordId };

export const complaint = {
  ...reception,
  ...routing,
  ...explaining,
  ...outcome,
  ...withdrawing,
};

export type ComplaintEvent = EventOf<typeof complaint>;

/** The event of one type. */
export type ComplaintEventOf<Type extends ComplaintEvent['type']> = Extract<
  ComplaintEvent,
  { readonly type: Type }
>;
