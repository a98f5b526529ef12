/**
 * The words of a centre's roster of a month (lịch trực): who is at which counter, whose turn it is, and
 * what the centre asks of the agencies that send officials.
 *
 * Stream `roster-{centre}-{yyyy-mm}`. What names days is on the record of their month, though it is said
 * in the month before; an answer is on the record of what it answers. The words stand in `vocabulary/`.
 */
import { CentreCode, Month } from '../../units.ts';
import { withdrawing } from '../../vocabulary/keeping.ts';
import type { EventOf } from '../../vocabulary.ts';
import { lists } from './vocabulary/roster.ts';
import { rotation } from './vocabulary/rotation.ts';
import { staffing } from './vocabulary/staffing.ts';

/** A stream is named by the code of its centre and the month. */
export const rosterKey = { centre: CentreCode, month: Month };

export const roster = {
  ...lists,
  ...rotation,
  ...staffing,
  ...withdrawing,
};

export type RosterEvent = EventOf<typeof roster>;

/** The event of one type. */
export type RosterEventOf<Type extends RosterEvent['type']> = Extract<
  RosterEvent,
  { readonly type: Type }
>;
