/**
 * complaint-accepted: a complaint in the sense of the law, first or second, is taken up, or declined with
 * the reason, within ten days (Law on Complaints, articles 27 and 36.1); from 1 July 2026 within seven
 * working days. The seven days are from a poor source, so a centre can set the term.
 *
 * Opened for the centre by the reception and for an agency by being handed on to it; the centre has done
 * its part when it hands it on. What was resolved without having been taken up owes this no longer.
 */
import { foldComplaint } from '../../complaints/complaint/fold.ts';
import type { ComplaintEvent } from '../../complaints/complaint/vocabulary.ts';
import { centreItself, isHandedOn, isWholeEnd } from '../complaint-course.ts';
import { duty } from '../duty.ts';
import { type NationalTerm, nationalTermEnd } from '../national-term.ts';
import { lastMomentOf } from '../order.ts';
import { termEnd } from '../term.ts';

const key = 'complaint-accepted';

function acceptedWithin(term: NationalTerm) {
  return duty<ComplaintEvent>({
    key,
    version: 2,
    title: { vi: 'Thụ lý khiếu nại đúng hạn', en: 'Complaint taken up in time' },
    subject: 'complaint',
    openedBy: ['ComplaintReceived', 'ComplaintForwarded'],
    opens(entry, context, timeline) {
      const { kind } = foldComplaint(timeline);
      if (kind !== 'complaint' && kind !== 'second-complaint') return null;
      const own = context.parameters.terms[key];
      const due =
        own === undefined
          ? nationalTermEnd(term, entry.occurredAt, context)
          : termEnd(own, lastMomentOf(entry, context), context);
      if (entry.type === 'ComplaintReceived') return { due, bearer: centreItself(context) };
      return isHandedOn(entry) ? { due, bearer: { kind: 'agency', code: entry.data.to } } : null;
    },
    discharges: ['ComplaintAccepted', 'ComplaintDeclined', 'ComplaintForwarded'],
    answers: (entry) => entry.type !== 'ComplaintForwarded' || isHandedOn(entry),
    ends: ['ComplaintWithdrawn', 'ComplaintResolved'],
    isEnd: isWholeEnd,
  });
}

/** Until 30 June 2026. */
export const complaintAcceptedIn10Days = acceptedWithin({ calendarDays: 10 });

/** From 1 July 2026. */
export const complaintAcceptedIn7WorkingDays = acceptedWithin({ workingDays: 7 });
