/**
 * The words of an official's month at a centre (chấm công): when they came and went, what was noted of
 * them, and what they did beyond their hours.
 *
 * Stream `attendance-{official}-{yyyy-mm}`: whoever an entry is about is named by the record itself. The
 * words stand in `vocabulary/`.
 */
import { Month, OfficialId } from '../../units.ts';
import { withdrawing } from '../../vocabulary/keeping.ts';
import type { EventOf } from '../../vocabulary.ts';
import { conduct } from './vocabulary/conduct.ts';
import { presence } from './vocabulary/presence.ts';
import { work } from './vocabulary/work.ts';

/** A stream is named by the official and the month. */
export const attendanceKey = { official: OfficialId, month: Month };

export const attendance = {
  ...presence,
  ...conduct,
  ...work,
  ...withdrawing,
};

export type AttendanceEvent = EventOf<typeof attendance>;

/** The event of one type. */
export type AttendanceEventOf<Type extends AttendanceEvent['type']> = Extract<
  AttendanceEvent,
  { readonly type: Type }
>;
