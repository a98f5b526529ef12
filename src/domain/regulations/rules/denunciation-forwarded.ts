/**
 * denunciation-forwarded: a denunciation that is not the receiver's to resolve goes to whose it is within
 * five working days (Law on Denunciations, article 24.2).
 *
 * Opened by the reception of one that turned out not to be: it was handed on, or declined, as another's
 * competence.
 */
import { foldComplaint } from '../../complaints/complaint/fold.ts';
import type { ComplaintEvent } from '../../complaints/complaint/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { centreItself, isHandedOn, isWholeEnd } from '../complaint-course.ts';
import { duty } from '../duty.ts';
import { nationalTermEnd } from '../national-term.ts';

export const denunciationForwarded = duty<ComplaintEvent>({
  key: 'denunciation-forwarded',
  version: 1,
  title: {
    vi: 'Chuyển tố cáo không thuộc thẩm quyền đúng hạn',
    en: 'Denunciation forwarded to whose it is in time',
  },
  subject: 'complaint',
  openedBy: ['ComplaintReceived'],
  opens(entry, context, timeline) {
    if (foldComplaint(timeline).kind !== 'denunciation') return null;
    if (!timeline.some(saysIsAnothers)) return null;
    return {
      due: nationalTermEnd({ workingDays: 5 }, entry.occurredAt, context),
      bearer: centreItself(context),
    };
  },
  discharges: ['ComplaintForwarded'],
  answers: isHandedOn,
  ends: ['ComplaintWithdrawn'],
  isEnd: isWholeEnd,
});

function saysIsAnothers({ type, data }: Entry<ComplaintEvent>): boolean {
  if (type === 'ComplaintForwarded') return data.why === 'not-competent';
  return type === 'ComplaintDeclined' && data.because === 'not-competent';
}
