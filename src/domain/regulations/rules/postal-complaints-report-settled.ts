/**
 * postal-complaints-report-settled: the post settles complaints and questions about the delivery of
 * dossiers (NB Đ5.3d). No text says by when: the centre sets it, ten working days where it does not.
 */
import { foldComplaint } from '../../complaints/complaint/fold.ts';
import type { ComplaintState } from '../../complaints/complaint/state.ts';
import type { ComplaintEvent } from '../../complaints/complaint/vocabulary.ts';
import { isWholeEnd } from '../complaint-course.ts';
import { duty } from '../duty.ts';
import { dueWithin } from '../term.ts';

const key = 'postal-complaints-report-settled';

export const postalComplaintSettled = duty<ComplaintEvent>({
  key,
  version: 2,
  title: {
    vi: 'Bưu chính giải quyết khiếu nại, thắc mắc về chuyển phát',
    en: 'Complaint about delivery settled by the post',
  },
  subject: 'complaint',
  openedBy: ['ComplaintReceived'],
  opens(entry, context, timeline) {
    const complaint = foldComplaint(timeline);
    if (!isAboutDelivery(complaint)) return null;
    return {
      due: dueWithin(key, { days: 10 }, entry, context),
      bearer: { kind: 'post', code: complaint.againstAgency },
    };
  },
  discharges: ['PostalComplaintSettled'],
  ends: ['ComplaintWithdrawn', 'ComplaintDeclined'],
  isEnd: isWholeEnd,
});

function isAboutDelivery({ kind, about }: ComplaintState): boolean {
  if (kind === 'postal-complaint') return true;
  return about === 'delivery' && (kind === 'complaint' || kind === 'question');
}
