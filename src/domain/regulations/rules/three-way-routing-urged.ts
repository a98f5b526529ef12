/**
 * three-way-routing-urged: the centre follows what it forwarded to an agency, and urges it (NB Đ8.1b(2)).
 * Opened when the outcome is due and not there (`written-reply-with-copy-outcome`); no text says by
 * when: the centre sets it.
 */
import type { ComplaintEvent } from '../../complaints/complaint/vocabulary.ts';
import { centreItself, isHandedOn, isWholeEnd } from '../complaint-course.ts';
import { duty } from '../duty.ts';
import { dueAfter } from '../term.ts';
import { isToBeAnswered, outcomeDue } from './written-reply-with-copy-outcome.ts';

const key = 'three-way-routing-urged';

export const forwardedUrged = duty<ComplaintEvent>({
  key,
  version: 2,
  title: {
    vi: 'Đôn đốc cơ quan xử lý phản ánh, kiến nghị',
    en: 'Agency urged about forwarded feedback',
  },
  subject: 'complaint',
  openedBy: ['ComplaintForwarded'],
  opens(entry, context, timeline) {
    if (!isHandedOn(entry) || !isToBeAnswered(entry, timeline)) return null;
    const at = outcomeDue(entry, context);
    return { at, due: dueAfter(key, { days: 1 }, at, context), bearer: centreItself(context) };
  },
  discharges: ['ComplaintAgencyUrged'],
  answers: ({ type, data }, { entry: forwarded }) =>
    type === 'ComplaintAgencyUrged' &&
    isHandedOn(forwarded) &&
    (data.agency === null || forwarded.data.to === null || data.agency === forwarded.data.to),
  ends: [
    'ComplaintOutcomeCopied',
    'ComplaintResolved',
    'ComplaintAnswered',
    'ComplaintReplied',
    'ComplaintDeclined',
    'ComplaintWithdrawn',
  ],
  isEnd: (entry) => entry.type !== 'ComplaintWithdrawn' || isWholeEnd(entry),
});
