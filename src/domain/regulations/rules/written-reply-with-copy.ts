/**
 * written-reply-with-copy: to feedback about the centre itself it replies in writing (NB Đ8.1b(1)). No
 * text says by when: the centre sets it, ten working days where it does not. That the agency gets a copy
 * is `written-reply-with-copy-copied`; a reply that does not say how it was given may be in writing.
 */
import { foldComplaint } from '../../complaints/complaint/fold.ts';
import type { ComplaintEvent } from '../../complaints/complaint/vocabulary.ts';
import { centreItself, isWholeEnd } from '../complaint-course.ts';
import { duty } from '../duty.ts';
import { dueWithin } from '../term.ts';

const key = 'written-reply-with-copy';

export const writtenReply = duty<ComplaintEvent>({
  key,
  version: 2,
  title: {
    vi: 'Trả lời bằng văn bản về hoạt động của Trung tâm',
    en: 'Written reply about the centre itself',
  },
  subject: 'complaint',
  openedBy: ['ComplaintReceived'],
  opens(entry, context, timeline) {
    const { kind, matter } = foldComplaint(timeline);
    if (matter !== 'centre' || (kind !== 'feedback' && kind !== 'suggestion')) return null;
    return {
      due: dueWithin(key, { days: 10 }, entry, context),
      bearer: centreItself(context),
    };
  },
  discharges: ['ComplaintReplied'],
  answers: (entry) => entry.type === 'ComplaintReplied' && entry.data.written !== false,
  ends: ['ComplaintWithdrawn', 'ComplaintDeclined'],
  isEnd: isWholeEnd,
});
