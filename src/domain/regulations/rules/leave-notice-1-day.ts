/**
 * leave-notice-1-day: who is to be away has the consent of the head of their own agency, and the
 * leadership of the centre is told, one working day before (KT Đ3.6). Two duties of the official.
 *
 * What could not be told beforehand is another duty, `leave-notice-1-day-emergency`. Absence that was
 * called off before it began opens nothing.
 */
import type { LeaveEvent } from '../../leave/vocabulary.ts';
import { absenceIn } from '../absence.ts';
import { dueDaysBefore } from '../days-before.ts';
import { duty } from '../duty.ts';
import { tellsCentre } from './leave-notice-2-days.ts';

const wanted = [
  { part: 'consent', detail: 'the consent of the head of the home agency' },
  { part: 'centre', detail: 'the leadership of the centre' },
] as const;

export const leaveNotice1Day = duty<LeaveEvent>({
  key: 'leave-notice-1-day',
  version: 1,
  title: {
    vi: 'Vắng mặt được cơ quan đồng ý và báo Trung tâm trước 01 ngày làm việc',
    en: 'Absence consented to by the agency and told one working day before',
  },
  subject: 'leave',
  openedBy: ['LeaveNoticeGiven', 'LeaveConfirmedByAgency', 'LeaveApproved', 'LeaveTaken'],
  opens(_, context, timeline) {
    const { leave, first, stands, official } = absenceIn(timeline);
    if (!stands || leave.emergency === true) return null;
    const due = first === null ? null : dueDaysBefore(first.from, 1, context);
    return wanted.map((one) => ({ due, bearer: official, ...one }));
  },
  opensOnce: true,
  movedBy: ['LeaveDaysChanged'],
  moves(_, context, timeline) {
    const { first } = absenceIn(timeline);
    return first === null ? null : dueDaysBefore(first.from, 1, context);
  },
  discharges: ['LeaveNoticeGiven', 'LeaveRequested', 'LeaveApproved', 'LeaveConfirmedByAgency'],
  dischargeMayPrecede: true,
  answers(entry, { opening }) {
    if (opening.part === 'consent') return entry.type === 'LeaveConfirmedByAgency';
    return tellsCentre(entry);
  },
});
