/**
 * explanation-forwarded: what an agency explains, the centre passes on to who complained (BL Đ6.5). No
 * text says by when: the centre sets it.
 */
import type { ComplaintEvent } from '../../complaints/complaint/vocabulary.ts';
import { centreItself, isWholeEnd } from '../complaint-course.ts';
import { duty } from '../duty.ts';
import { isSameReference } from '../reference.ts';
import { dueWithin } from '../term.ts';

const key = 'explanation-forwarded';

export const explanationForwarded = duty<ComplaintEvent>({
  key,
  version: 2,
  title: {
    vi: 'Chuyển ý kiến giải trình đến người phản ánh',
    en: 'Explanation passed on to who complained',
  },
  subject: 'complaint',
  openedBy: ['ComplaintExplanationReceived'],
  opens: (entry, context) => ({
    due: dueWithin(key, { days: 2 }, entry, context),
    bearer: centreItself(context),
  }),
  discharges: ['ComplaintExplanationForwarded'],
  answers: isSameReference,
  oneForOne: true,
  ends: ['ComplaintWithdrawn'],
  isEnd: isWholeEnd,
});
