/**
 * leave-notice-1-day-emergency: of an absence that could not be told beforehand the head of the home
 * agency tells the leadership of the centre (KT Đ3.6). No text says by when: the centre sets it,
 * counted from when the absence begins.
 *
 * A notice that does not say who gave it may be the head's; the official's own is not.
 */
import type { LeaveEvent } from '../../leave/vocabulary.ts';
import { absenceIn, startOf } from '../absence.ts';
import { duty } from '../duty.ts';
import { dueAfter } from '../term.ts';

const key = 'leave-notice-1-day-emergency';

export const leaveNotice1DayEmergency = duty<LeaveEvent>({
  key,
  version: 2,
  title: {
    vi: 'Thủ trưởng cơ quan báo Trung tâm khi vắng đột xuất',
    en: 'Sudden absence told by the head of the agency',
  },
  subject: 'leave',
  openedBy: ['LeaveNoticeGiven', 'LeaveConfirmedByAgency', 'LeaveApproved', 'LeaveTaken'],
  opens(_, context, timeline) {
    const { leave, first, stands, agency } = absenceIn(timeline);
    if (!stands || leave.emergency !== true) return null;
    const start = first === null ? leave.takenAt : startOf(first, context);
    const due = start === null ? null : dueAfter(key, { days: 1 }, start, context);
    return { due, bearer: agency };
  },
  opensOnce: true,
  movedBy: ['LeaveDaysChanged'],
  discharges: ['LeaveNoticeGiven'],
  dischargeMayPrecede: true,
  answers({ type, data }) {
    if (type !== 'LeaveNoticeGiven' || data.to === 'home-agency') return false;
    return data.by === null || data.by === 'agency-head';
  },
});
