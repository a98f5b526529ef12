/**
 * portal-feedback-answered: agencies answer what is said and asked on the province's portal and on the
 * centre's website (NB Đ8.2b). No text says by when: the centre sets it, ten working days where it does
 * not. What is about the centre itself or about the rules is not for an agency (NB Đ8.1b).
 */
import { foldComplaint } from '../../complaints/complaint/fold.ts';
import type { ComplaintState } from '../../complaints/complaint/state.ts';
import type { ComplaintEvent } from '../../complaints/complaint/vocabulary.ts';
import { isWholeEnd } from '../complaint-course.ts';
import { duty } from '../duty.ts';
import { dueWithin } from '../term.ts';

const key = 'portal-feedback-answered';

export const portalFeedbackAnswered = duty<ComplaintEvent>({
  key,
  version: 2,
  title: {
    vi: 'Trả lời phản ánh, hỏi đáp trên Cổng dịch vụ công, website',
    en: 'Feedback and questions on the portal answered',
  },
  subject: 'complaint',
  openedBy: ['ComplaintReceived'],
  opens(entry, context, timeline) {
    const complaint = foldComplaint(timeline);
    if (!isForAgency(complaint)) return null;
    return {
      due: dueWithin(key, { days: 10 }, entry, context),
      bearer: { kind: 'agency', code: complaint.agency ?? complaint.againstAgency },
    };
  },
  discharges: ['ComplaintAnswered', 'ComplaintReplied'],
  ends: ['ComplaintWithdrawn', 'ComplaintDeclined'],
  isEnd: isWholeEnd,
});

function isForAgency({ kind, channel, matter }: ComplaintState): boolean {
  const isPublic = channel === 'provincial-portal' || channel === 'website';
  const isSaidOrAsked = kind === 'feedback' || kind === 'suggestion' || kind === 'question';
  return isPublic && isSaidOrAsked && matter !== 'centre' && matter !== 'rules';
}
