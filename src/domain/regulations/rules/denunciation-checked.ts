/**
 * denunciation-checked: a denunciation is entered, classified and checked within seven working days (Law
 * on Denunciations, article 24.1): by then it is taken up, declined, or handed on.
 *
 * Opened for the centre by the reception and for an agency by being handed on to it. The three more days
 * that the law gives where it must be checked in several places are not seen in the record.
 */
import { foldComplaint } from '../../complaints/complaint/fold.ts';
import type { ComplaintEvent } from '../../complaints/complaint/vocabulary.ts';
import { centreItself, isHandedOn, isWholeEnd } from '../complaint-course.ts';
import { duty } from '../duty.ts';
import { nationalTermEnd } from '../national-term.ts';

export const denunciationChecked = duty<ComplaintEvent>({
  key: 'denunciation-checked',
  version: 1,
  title: { vi: 'Xử lý ban đầu tố cáo đúng hạn', en: 'Denunciation checked in time' },
  subject: 'complaint',
  openedBy: ['ComplaintReceived', 'ComplaintForwarded'],
  opens(entry, context, timeline) {
    if (foldComplaint(timeline).kind !== 'denunciation') return null;
    const due = nationalTermEnd({ workingDays: 7 }, entry.occurredAt, context);
    if (entry.type === 'ComplaintReceived') return { due, bearer: centreItself(context) };
    return isHandedOn(entry) ? { due, bearer: { kind: 'agency', code: entry.data.to } } : null;
  },
  discharges: ['ComplaintAccepted', 'ComplaintDeclined', 'ComplaintForwarded'],
  answers: (entry) => entry.type !== 'ComplaintForwarded' || isHandedOn(entry),
  ends: ['ComplaintWithdrawn', 'ComplaintResolved'],
  isEnd: isWholeEnd,
});
