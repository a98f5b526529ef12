/**
 * The words of an administrative procedure (thủ tục hành chính): what is published of it and from when,
 * the process behind it, and what it costs.
 *
 * Stream `procedure-{code}`. A code may be national, and several centres may deal with it: what an
 * entry says holds at the centre that it names.
 */
import { ProcedureCode } from '../../units.ts';
import { withdrawing } from '../../vocabulary/keeping.ts';
import type { EventOf } from '../../vocabulary.ts';
import { process } from './vocabulary/process.ts';
import { publication } from './vocabulary/publication.ts';
import { rates } from './vocabulary/rates.ts';

export type { Contents, Term } from './vocabulary/fields.ts';

/** A stream is named by the code of its procedure. */
export const procedureKey = { code: ProcedureCode };

export const procedure = {
  ...publication,
  ...process,
  ...rates,
  ...withdrawing,
};

export type ProcedureEvent = EventOf<typeof procedure>;

/** The event of one type. */
export type ProcedureEventOf<Type extends ProcedureEvent['type']> = Extract<
  ProcedureEvent,
  { readonly type: Type }
>;
