/**
 * deputy-answers: the deputy director receives and answers suggestions and questions of citizens and of
 * the centre's officials (SL Đ6.d). No text says by when: the centre sets it. Whoever answers, it is
 * answered; the record does not say which deputy owes it.
 */
import { foldComplaint } from '../../complaints/complaint/fold.ts';
import type { ComplaintEvent } from '../../complaints/complaint/vocabulary.ts';
import { isWholeEnd } from '../complaint-course.ts';
import { duty } from '../duty.ts';
import { dueWithin } from '../term.ts';

const key = 'deputy-answers';

export const deputyAnswers = duty<ComplaintEvent>({
  key,
  version: 2,
  title: {
    vi: 'Phó Giám đốc giải đáp kiến nghị, thắc mắc',
    en: 'Deputy director answers suggestions and questions',
  },
  subject: 'complaint',
  openedBy: ['ComplaintReceived'],
  opens(entry, context, timeline) {
    const { kind } = foldComplaint(timeline);
    if (kind !== 'suggestion' && kind !== 'question') return null;
    return {
      due: dueWithin(key, { days: 10 }, entry, context),
      bearer: { kind: 'official', code: null },
    };
  },
  discharges: ['ComplaintAnswered', 'ComplaintReplied', 'ComplaintResolved'],
  ends: ['ComplaintWithdrawn', 'ComplaintDeclined'],
  isEnd: isWholeEnd,
});
