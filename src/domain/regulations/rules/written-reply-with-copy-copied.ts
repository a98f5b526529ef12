/**
 * written-reply-with-copy-copied: of its written reply about itself the centre sends the agency a copy,
 * for it to know (NB Đ8.1b(1)). No text says by when: the centre sets it.
 *
 * Opened where the record names an agency that it is about. A reply that does not say who got a copy
 * opens nothing; one that says that nobody did is made good by another that was copied, or by telling the
 * agency of the complaint.
 */
import { foldComplaint } from '../../complaints/complaint/fold.ts';
import type { ComplaintEvent } from '../../complaints/complaint/vocabulary.ts';
import { centreItself, isHandedOn } from '../complaint-course.ts';
import { duty } from '../duty.ts';
import { dueWithin } from '../term.ts';

const key = 'written-reply-with-copy-copied';

export const replyCopied = duty<ComplaintEvent>({
  key,
  version: 2,
  title: {
    vi: 'Gửi sở, ngành một bản trả lời',
    en: 'Copy of the written reply sent to the agency',
  },
  subject: 'complaint',
  openedBy: ['ComplaintReplied'],
  opens(entry, context, timeline) {
    if (entry.type !== 'ComplaintReplied' || entry.data.written === false) return null;
    const { kind, matter, againstAgency } = foldComplaint(timeline);
    if (matter !== 'centre' || (kind !== 'feedback' && kind !== 'suggestion')) return null;
    if (againstAgency === null || entry.data.copyTo === null) return null;
    return {
      due: dueWithin(key, { days: 1 }, entry, context),
      bearer: centreItself(context),
    };
  },
  opensOnce: true,
  discharges: ['ComplaintReplied', 'ComplaintForwarded'],
  dischargeMayPrecede: true,
  answers: (entry) =>
    entry.type === 'ComplaintReplied'
      ? (entry.data.copyTo ?? []).length > 0
      : entry.type === 'ComplaintForwarded' && !isHandedOn(entry),
});
