/**
 * feedback-forwarded: feedback and suggestions that somebody else has to deal with are classified by the
 * receiver and forwarded within five working days (decree 20/2008/NĐ-CP).
 *
 * Opened by the reception of what turned out to be about processing or about the rules, or was handed on.
 * What was answered, resolved, or for which an official was called, need not be forwarded any more.
 */
import { foldComplaint } from '../../complaints/complaint/fold.ts';
import type { ComplaintEvent } from '../../complaints/complaint/vocabulary.ts';
import { centreItself, isHandedOn, isWholeEnd } from '../complaint-course.ts';
import { duty } from '../duty.ts';
import { nationalTermEnd } from '../national-term.ts';

export const feedbackForwarded = duty<ComplaintEvent>({
  key: 'feedback-forwarded',
  version: 1,
  title: { vi: 'Chuyển phản ánh, kiến nghị đúng hạn', en: 'Feedback forwarded in time' },
  subject: 'complaint',
  openedBy: ['ComplaintReceived'],
  opens(entry, context, timeline) {
    const { kind, matter } = foldComplaint(timeline);
    if (kind !== 'feedback' && kind !== 'suggestion') return null;
    const isAnothers = matter === 'processing' || matter === 'rules' || timeline.some(isHandedOn);
    if (!isAnothers) return null;
    return {
      due: nationalTermEnd({ workingDays: 5 }, entry.occurredAt, context),
      bearer: centreItself(context),
    };
  },
  discharges: [
    'ComplaintForwarded',
    'ComplaintReportedUpward',
    'ComplaintOfficialCalled',
    'ComplaintResolved',
    'ComplaintAnswered',
    'ComplaintReplied',
  ],
  answers: (entry) => entry.type !== 'ComplaintForwarded' || isHandedOn(entry),
  ends: ['ComplaintWithdrawn', 'ComplaintDeclined'],
  isEnd: isWholeEnd,
});
