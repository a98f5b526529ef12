/**
 * The words of a centre's month: what is owed period by period, and what was filed, held and sent for it.
 *
 * Stream `month-{centre}-{yyyy-mm}`. An act that names its period is kept with the month in which that
 * period ends, however late it came; any other with the month in which it took place.
 */
import { CentreCode, Month } from '../../units.ts';
import { withdrawing } from '../../vocabulary/keeping.ts';
import type { EventOf } from '../../vocabulary.ts';
import { meetings } from './vocabulary/meetings.ts';
import { notices } from './vocabulary/notices.ts';
import { post } from './vocabulary/post.ts';
import { reports } from './vocabulary/reports.ts';

/** A stream is named by the code of its centre and the month. */
export const monthKey = { centre: CentreCode, month: Month };

export const month = {
  ...reports,
  ...meetings,
  ...notices,
  ...post,
  ...withdrawing,
};

export type MonthEvent = EventOf<typeof month>;

/** The event of one type. */
export type MonthEventOf<Type extends MonthEvent['type']> = Extract<
  MonthEvent,
  { readonly type: Type }
>;
