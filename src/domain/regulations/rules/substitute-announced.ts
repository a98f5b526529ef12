/**
 * substitute-announced: who comes instead of somebody on leave is known beforehand.
 *
 * In Ninh Bình the agency writes to the centre before the reserve comes (NB Đ6.2b): opened by the
 * arrival, and due then; where only the day of it is known, by the end of that day. A business trip is
 * not among the absences that the article names. That the reserve is on the approved list is
 * `substitute-announced-on-list`.
 *
 * In Sơn La the agency names them in its confirmation (SL Đ8.đ): opened by the confirmation, due when
 * the leave begins. A confirmation that names nobody is made good by any later word of the agency that
 * does. Where nobody confirmed there is nothing to name them in: that is `leave-needs-consent`.
 */
import type { Entry } from '../../entry.ts';
import type { LeaveEvent } from '../../leave/vocabulary.ts';
import { absenceIn, startOf } from '../absence.ts';
import { duty } from '../duty.ts';
import { lastMomentOf } from '../order.ts';
import { needsConsent } from './leave-needs-consent.ts';

const said = {
  key: 'substitute-announced',
  version: 2,
  title: { vi: 'Báo trước người làm thay', en: 'Substitute announced beforehand' },
  subject: 'leave',
} as const;

/** Ninh Bình. */
export const substituteAnnounced = duty<LeaveEvent>({
  ...said,
  openedBy: ['SubstituteArrived'],
  opens(entry, context, timeline) {
    if (entry.type !== 'SubstituteArrived') return null;
    const { data } = entry;
    const { leave, agency } = absenceIn(timeline);
    if (leave.kind === 'business-trip' || leave.kind === 'agency-work') return null;
    return {
      due: lastMomentOf(entry, context),
      bearer: data.agency === null ? agency : { kind: 'agency', code: data.agency },
      detail: data.substitute,
    };
  },
  discharges: ['SubstituteAnnounced'],
  dischargeMayPrecede: true,
  answers: (entry, { entry: arrival }) =>
    entry.type === 'SubstituteAnnounced' &&
    arrival.type === 'SubstituteArrived' &&
    entry.data.substitute === arrival.data.substitute &&
    isWritten(entry),
});

/** What has a number was written. */
function isWritten({ data }: Entry<Extract<LeaveEvent, { type: 'SubstituteAnnounced' }>>): boolean {
  if (data.document !== null || data.means === null) return true;
  return !['in-person', 'telephone', 'sms'].includes(data.means);
}

/** Sơn La. */
export const substituteNamed = duty<LeaveEvent>({
  ...said,
  openedBy: ['LeaveConfirmedByAgency'],
  opens(_, context, timeline) {
    const { leave, first, stands, agency } = absenceIn(timeline);
    if (!stands || !needsConsent(leave)) return null;
    return { due: first === null ? leave.takenAt : startOf(first, context), bearer: agency };
  },
  opensOnce: true,
  movedBy: ['LeaveDaysChanged'],
  moves(_, context, timeline) {
    const { first } = absenceIn(timeline);
    return first === null ? null : startOf(first, context);
  },
  discharges: ['LeaveConfirmedByAgency', 'SubstituteAnnounced'],
  dischargeMayPrecede: true,
  answers: (entry) => 'substitute' in entry.data && entry.data.substitute !== null,
});
