/** What is done about the money of a month, on the records of the year's months (NB Đ9.1d, Đ9.2b, Đ9.2d). */
import type { Entry } from '../entry.ts';
import type { FeesEvent, FeesEventOf } from '../fees/month/vocabulary.ts';
import { streamName } from '../stream.ts';
import type { Timeline } from '../timeline.ts';
import { CalendarDate } from '../units.ts';
import { dayOfMonth, endOfPeriod, type Period } from './period.ts';
import type { Context } from './rule.ts';

/** The record of the month in which the money was taken. */
export function recordOf(
  { name }: Pick<Period, 'name'>,
  { centre }: Pick<Context, 'centre'>,
): string {
  return streamName('fees', centre, name);
}

/** `2026-03` of `fees-NB-2026-03`. */
export function monthOf({ stream }: Entry<FeesEvent>): string {
  return stream.slice(-7);
}

/** When what is done each month about the month before is due: by the end of the month after `period`. */
export function endOfNextMonth({ to }: Pick<Period, 'to'>, context: Context) {
  const [year, month] = [Number(to.slice(0, 4)), Number(to.slice(5, 7))];
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  const from = CalendarDate.parse(`${next}-01`);
  return endOfPeriod({ from, to: dayOfMonth({ to: from }, 31) }, context);
}

/** The summaries that were sent to an agency of the money of a month, first to last. */
export function summariesOf(
  period: Pick<Period, 'name'>,
  agency: string | null,
  timeline: Timeline<FeesEvent>,
  context: Pick<Context, 'centre'>,
): readonly Entry<FeesEventOf<'FeeSummarySent'>>[] {
  const record = recordOf(period, context);
  return timeline.flatMap((entry) => {
    if (entry.type !== 'FeeSummarySent' || entry.stream !== record) return [];
    return agency === null || entry.data.agency === agency ? [entry] : [];
  });
}
