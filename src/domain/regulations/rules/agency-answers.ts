/**
 * agency-answers: an agency answers complaints about its results (SL Đ2.4). No text says by when: the
 * centre sets it, thirty working days where it does not, about what the law gives to take up a complaint
 * and to resolve it.
 *
 * A complaint is about a result if it is said to be, or names the decision. To decline it with a reason
 * is an answer, too.
 */
import { foldComplaint } from '../../complaints/complaint/fold.ts';
import type { ComplaintEvent } from '../../complaints/complaint/vocabulary.ts';
import { isWholeEnd } from '../complaint-course.ts';
import { duty } from '../duty.ts';
import { dueWithin } from '../term.ts';

const key = 'agency-answers';

export const agencyAnswers = duty<ComplaintEvent>({
  key,
  version: 2,
  title: {
    vi: 'Cơ quan trả lời khiếu nại về kết quả giải quyết',
    en: 'Agency answers complaints about its results',
  },
  subject: 'complaint',
  openedBy: ['ComplaintReceived'],
  opens(entry, context, timeline) {
    if (entry.type !== 'ComplaintReceived') return null;
    const { kind, about, agency, againstAgency } = foldComplaint(timeline);
    if (kind !== 'complaint' && kind !== 'second-complaint') return null;
    if (about !== 'result' && entry.data.decision === null) return null;
    return {
      due: dueWithin(key, { days: 30 }, entry, context),
      bearer: { kind: 'agency', code: againstAgency ?? agency },
    };
  },
  discharges: ['ComplaintReplied', 'ComplaintAnswered', 'ComplaintResolved', 'ComplaintDeclined'],
  ends: ['ComplaintWithdrawn'],
  isEnd: isWholeEnd,
});
