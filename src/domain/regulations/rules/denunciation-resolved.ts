/**
 * denunciation-resolved: a denunciation is resolved within thirty calendar days from being taken up (Law
 * on Denunciations, article 30). A complex one can be given thirty more once, a very complex one twice.
 *
 * Each time by a written decision: one without a number gives no more time, and one that comes when the
 * time is over gives none either. While a decision suspends it the time stands still: it is prolonged by
 * the calendar days that the wait lasted.
 */
import { foldComplaint } from '../../complaints/complaint/fold.ts';
import type { ComplaintEvent } from '../../complaints/complaint/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { ofType, type Timeline } from '../../timeline.ts';
import { isWholeEnd } from '../complaint-course.ts';
import { duty } from '../duty.ts';
import { calendarTerm } from '../national-term.ts';
import { endFromAcceptance } from './complaint-resolved.ts';

/** Calendar days, of the term and of each extension. */
const term = 30;

export const denunciationResolved = duty<ComplaintEvent>({
  key: 'denunciation-resolved',
  version: 2,
  title: { vi: 'Giải quyết tố cáo đúng hạn', en: 'Denunciation resolved in time' },
  subject: 'complaint',
  openedBy: ['ComplaintAccepted'],
  opens({ type, data, occurredAt }, context, timeline) {
    const { kind, agency } = foldComplaint(timeline);
    if (type !== 'ComplaintAccepted' || kind !== 'denunciation') return null;
    return {
      ...calendarTerm(term, occurredAt, context),
      bearer: { kind: 'agency', code: data.unit ?? agency },
    };
  },
  opensOnce: true,
  movedBy: ['ComplaintDeclaredComplex'],
  moves(entry, context, timeline) {
    const extensions = extensionsUpTo(entry, timeline);
    return extensions === 0 ? null : endFromAcceptance(term * (1 + extensions), timeline, context);
  },
  suspends: ['ComplaintSuspended'],
  resumes: ['ComplaintResumed'],
  pause: () => 'extend',
  discharges: ['ComplaintResolved'],
  ends: ['ComplaintWithdrawn', 'ComplaintDeclined'],
  isEnd: isWholeEnd,
});

function extensionsUpTo(last: Entry<ComplaintEvent>, timeline: Timeline<ComplaintEvent>): number {
  const sofar = timeline.slice(0, timeline.indexOf(last) + 1);
  const decided = ofType(sofar, 'ComplaintDeclaredComplex').filter(
    ({ data }) => data.document !== null,
  );
  const isVeryComplex = decided.some(({ data }) => data.degree === 'very-complex');
  return Math.min(decided.length, isVeryComplex ? 2 : 1);
}
