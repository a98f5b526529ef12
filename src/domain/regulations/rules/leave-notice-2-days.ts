/**
 * leave-notice-2-days: who is to be away tells the director and the head of their own agency two
 * working days before (BL Đ4.4). Two duties of the official, one for each who is told.
 *
 * What could not be told beforehand is excepted, where the record says that it was so. Who agreed was
 * told; and a request is entered at the centre, which so knows of it. Absence that was called off
 * before it began opens nothing.
 */
import type { Entry } from '../../entry.ts';
import type { LeaveEvent } from '../../leave/vocabulary.ts';
import { absenceIn } from '../absence.ts';
import { dueDaysBefore } from '../days-before.ts';
import { duty } from '../duty.ts';

const told = [
  { part: 'centre', detail: 'the director' },
  { part: 'home-agency', detail: 'the head of the home agency' },
] as const;

export const leaveNotice2Days = duty<LeaveEvent>({
  key: 'leave-notice-2-days',
  version: 1,
  title: {
    vi: 'Báo cáo vắng mặt trước 02 ngày làm việc',
    en: 'Absence told two working days before',
  },
  subject: 'leave',
  openedBy: ['LeaveNoticeGiven', 'LeaveConfirmedByAgency', 'LeaveApproved', 'LeaveTaken'],
  opens(_, context, timeline) {
    const { leave, first, stands, official } = absenceIn(timeline);
    if (!stands || leave.emergency === true) return null;
    const due = first === null ? null : dueDaysBefore(first.from, 2, context);
    return told.map((one) => ({ due, bearer: official, ...one }));
  },
  opensOnce: true,
  movedBy: ['LeaveDaysChanged'],
  moves(_, context, timeline) {
    const { first } = absenceIn(timeline);
    return first === null ? null : dueDaysBefore(first.from, 2, context);
  },
  discharges: ['LeaveNoticeGiven', 'LeaveRequested', 'LeaveApproved', 'LeaveConfirmedByAgency'],
  dischargeMayPrecede: true,
  answers: (entry, { opening }) =>
    opening.part === 'centre' ? tellsCentre(entry) : tellsAgency(entry),
});

/** Whether by then the centre's leadership knew. */
export function tellsCentre({ type, data }: Entry<LeaveEvent>): boolean {
  if (type === 'LeaveNoticeGiven') return data.to !== 'home-agency';
  return type === 'LeaveRequested' || type === 'LeaveApproved';
}

function tellsAgency({ type, data }: Entry<LeaveEvent>): boolean {
  if (type === 'LeaveNoticeGiven') return data.to !== 'centre';
  return type === 'LeaveConfirmedByAgency';
}
