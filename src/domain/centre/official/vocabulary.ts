/**
 * The words of an official (cán bộ, công chức, viên chức) who works at a centre: who they are,
 * which accounts they hold, where they are posted, for whom they may sign, and how they are judged.
 *
 * Stream `official-{id}`. Attendance, leave and violations have records of their own. The words stand
 * in `vocabulary/`.
 */
import { OfficialId } from '../../units.ts';
import { withdrawing } from '../../vocabulary/keeping.ts';
import type { EventOf } from '../../vocabulary.ts';
import { authority } from './vocabulary/authority.ts';
import { performance } from './vocabulary/performance.ts';
import { posting } from './vocabulary/posting.ts';
import { register } from './vocabulary/register.ts';

export type { Capacity, Grade, Standards } from './vocabulary/fields.ts';

/** A stream is named by the number or account of its official. */
export const officialKey = { id: OfficialId };

export const official = {
  ...register,
  ...posting,
  ...authority,
  ...performance,
  ...withdrawing,
};

export type OfficialEvent = EventOf<typeof official>;

/** The event of one type. */
export type OfficialEventOf<Type extends OfficialEvent['type']> = Extract<
  OfficialEvent,
  { readonly type: Type }
>;
