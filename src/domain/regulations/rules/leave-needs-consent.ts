/**
 * leave-needs-consent: who is away for private reasons for half a day or more, or for reasons of their
 * agency, has asked in writing, is confirmed by the home agency and let go by the centre's leadership
 * before they are gone (SL Đ8.đ). Three duties of the official for one leave, all due when it begins.
 *
 * They are opened when the leave is consented to or taken: what was asked for and came to nothing needs
 * nothing. Leave is private (nghỉ việc riêng), or of the agency, as the record says; where it does not, by
 * its kind: annual and sick leave, study and training are another matter (SL Đ11.2), and so is leave in
 * place of overtime, which KT Đ13.8 and NB Đ6.2b tell apart from private leave. A record of leave has no less than half a day;
 * for what is shorter see `leave-needs-consent-short`. That the confirmation names who comes instead is
 * `substitute-announced`.
 *
 * `consentFromHalfDay` null: the centre asks for no such consent.
 */
import type { Entry } from '../../entry.ts';
import type { LeaveState } from '../../leave/state.ts';
import type { LeaveEvent, LeaveKind } from '../../leave/vocabulary.ts';
import { absenceIn, startOf } from '../absence.ts';
import { duty } from '../duty.ts';

const wanted = [
  { part: 'request', detail: 'the written request' },
  { part: 'confirmation', detail: 'the confirmation of the home agency' },
  { part: 'consent', detail: 'the consent of the centre' },
] as const;

export const leaveNeedsConsent = duty<LeaveEvent>({
  key: 'leave-needs-consent',
  version: 2,
  title: {
    vi: 'Nghỉ phải có giấy đề xuất, xác nhận và được đồng ý',
    en: 'Leave asked for, confirmed and consented to before it begins',
  },
  subject: 'leave',
  openedBy: ['LeaveApproved', 'LeaveTaken'],
  opens(_, context, timeline) {
    const { leave, first, stands, official } = absenceIn(timeline);
    if (context.parameters.consentFromHalfDay === null) return null;
    if (!stands || !needsConsent(leave)) return null;
    const due = first === null ? leave.takenAt : startOf(first, context);
    return wanted.map((one) => ({ due, bearer: official, ...one }));
  },
  opensOnce: true,
  movedBy: ['LeaveDaysChanged'],
  moves(_, context, timeline) {
    const { first } = absenceIn(timeline);
    return first === null ? null : startOf(first, context);
  },
  discharges: ['LeaveRequested', 'LeaveConfirmedByAgency', 'LeaveApproved'],
  dischargeMayPrecede: true,
  answers: (entry, { opening }) => opening.part === partOf(entry),
});

/** Of a request that was spoken, none. */
function partOf({ type, data }: Entry<LeaveEvent>): string | null {
  if (type === 'LeaveRequested') return data.written === false ? null : 'request';
  return type === 'LeaveConfirmedByAgency' ? 'confirmation' : 'consent';
}

const kinds: ReadonlySet<LeaveKind | null> = new Set<LeaveKind>([
  'personal',
  'business-trip',
  'agency-work',
]);

/** Whether the article is about such leave. */
export function needsConsent({ purpose, kind }: Pick<LeaveState, 'purpose' | 'kind'>): boolean {
  return purpose !== null || kinds.has(kind);
}
