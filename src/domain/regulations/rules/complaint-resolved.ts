/**
 * complaint-resolved, second-complaint-resolved: a complaint in the sense of the law is resolved in time,
 * in calendar days from being taken up (Law on Complaints, articles 28 and 37).
 *
 * | | first | second |
 * |---|---|---|
 * | ordinary | 30 | 45 |
 * | complex | 45 | 60 |
 * | remote | 45 | 60 |
 * | remote and complex | 60 | 70 |
 *
 * Complex is what a written decision says is so: one without a number makes no term longer, and one
 * that comes when the term is over makes none longer either. While a decision suspends it the time stands
 * still: it is prolonged by the calendar days that the wait lasted.
 */
import { foldComplaint } from '../../complaints/complaint/fold.ts';
import type { ComplaintEvent, Kind } from '../../complaints/complaint/vocabulary.ts';
import { ofType, type Timeline } from '../../timeline.ts';
import { isWholeEnd } from '../complaint-course.ts';
import { duty } from '../duty.ts';
import type { DayTerm } from '../duty-spec.ts';
import { calendarTerm } from '../national-term.ts';
import type { Context } from '../rule.ts';

type Days = { readonly ordinary: number; readonly complex: number };

type Resolving = {
  readonly key: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly kind: Kind;
  readonly near: Days;
  readonly remote: Days;
};

function resolvedWithin({ key, title, kind, near, remote }: Resolving) {
  return duty<ComplaintEvent>({
    key,
    version: 2,
    title,
    subject: 'complaint',
    openedBy: ['ComplaintAccepted'],
    opens({ type, data, occurredAt }, context, timeline) {
      const complaint = foldComplaint(timeline);
      if (type !== 'ComplaintAccepted' || complaint.kind !== kind) return null;
      const { ordinary } = complaint.remote === true ? remote : near;
      return {
        ...calendarTerm(ordinary, occurredAt, context),
        bearer: { kind: 'agency', code: data.unit ?? complaint.agency },
      };
    },
    opensOnce: true,
    movedBy: ['ComplaintDeclaredComplex'],
    moves({ type, data }, context, timeline) {
      if (type !== 'ComplaintDeclaredComplex' || data.document === null) return null;
      const { complex } = foldComplaint(timeline).remote === true ? remote : near;
      return endFromAcceptance(complex, timeline, context);
    },
    suspends: ['ComplaintSuspended'],
    resumes: ['ComplaintResumed'],
    pause: () => 'extend',
    discharges: ['ComplaintResolved'],
    ends: ['ComplaintWithdrawn', 'ComplaintDeclined'],
    isEnd: isWholeEnd,
  });
}

/** When `calendarDays` from being taken up end; null: that is not on record. */
export function endFromAcceptance(
  calendarDays: number,
  timeline: Timeline<ComplaintEvent>,
  context: Context,
): DayTerm | null {
  const [accepted] = ofType(timeline, 'ComplaintAccepted');
  if (accepted === undefined) return null;
  return calendarTerm(calendarDays, accepted.occurredAt, context);
}

export const complaintResolved = resolvedWithin({
  key: 'complaint-resolved',
  title: { vi: 'Giải quyết khiếu nại lần đầu đúng hạn', en: 'First complaint resolved in time' },
  kind: 'complaint',
  near: { ordinary: 30, complex: 45 },
  remote: { ordinary: 45, complex: 60 },
});

export const secondComplaintResolved = resolvedWithin({
  key: 'second-complaint-resolved',
  title: { vi: 'Giải quyết khiếu nại lần hai đúng hạn', en: 'Second complaint resolved in time' },
  kind: 'second-complaint',
  near: { ordinary: 45, complex: 60 },
  remote: { ordinary: 60, complex: 70 },
});
