/**
 * written-reply-with-copy-outcome: the agency that feedback was forwarded to sends the centre a copy of
 * the outcome (NB Đ8.2a). Due on the day that the centre asked for; where it named none, the centre sets
 * the time, ten working days where it does not.
 *
 * What is passed on again as not the agency's business is no longer owed by it.
 */
import { foldComplaint } from '../../complaints/complaint/fold.ts';
import type { ComplaintEvent } from '../../complaints/complaint/vocabulary.ts';
import type { Timeline } from '../../timeline.ts';
import type { Instant } from '../../units.ts';
import { type Forwarded, isHandedOn, isWholeEnd } from '../complaint-course.ts';
import { duty } from '../duty.ts';
import { endOfDay } from '../period.ts';
import type { Context } from '../rule.ts';
import { dueWithin } from '../term.ts';

const key = 'written-reply-with-copy-outcome';

export const outcomeCopied = duty<ComplaintEvent>({
  key,
  version: 2,
  title: {
    vi: 'Cơ quan gửi kết quả xử lý cho Trung tâm',
    en: 'Copy of the outcome sent to the centre',
  },
  subject: 'complaint',
  openedBy: ['ComplaintForwarded'],
  opens(entry, context, timeline) {
    if (!isHandedOn(entry) || !isToBeAnswered(entry, timeline)) return null;
    return { due: outcomeDue(entry, context), bearer: { kind: 'agency', code: entry.data.to } };
  },
  discharges: ['ComplaintOutcomeCopied'],
  answers: (entry, { opening }) =>
    entry.type === 'ComplaintOutcomeCopied' &&
    (entry.data.from === null ||
      opening.bearer.code === null ||
      entry.data.from === opening.bearer.code),
  ends: ['ComplaintWithdrawn'],
  isEnd: isWholeEnd,
});

/** Feedback or a suggestion that was not passed on again. */
export function isToBeAnswered(forwarded: Forwarded, timeline: Timeline<ComplaintEvent>): boolean {
  const { kind } = foldComplaint(timeline);
  if (kind !== 'feedback' && kind !== 'suggestion') return false;
  const later = timeline.slice(timeline.indexOf(forwarded) + 1);
  return !later.some((entry) => isHandedOn(entry) && entry.data.why === 'not-competent');
}

/** When the agency's outcome is to be there. */
export function outcomeDue(forwarded: Forwarded, context: Context): Instant {
  const { due } = forwarded.data;
  if (due !== null) return endOfDay(due, context);
  return dueWithin(key, { days: 10 }, forwarded, context);
}
