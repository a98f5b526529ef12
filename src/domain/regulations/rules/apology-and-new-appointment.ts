/**
 * apology-and-new-appointment: the seconded official asks the agency that lets a dossier run late for a
 * written apology with a new date (SL Đ8.d). No text says by when: the centre sets it.
 *
 * Owed from the appointed time on, if it passes without a result and the dossier waits for nobody but
 * the agency by then; also where the result came soon after, and where it was asked for ahead. The
 * apology itself is a record here.
 */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { duty } from '../duty.ts';
import { runsOutAt, waitedForAt } from '../lateness.ts';
import { officialAtCentre } from '../reception.ts';
import { dueAfter } from '../term.ts';

const key = 'apology-and-new-appointment';

export const apologyAndNewAppointment = duty<DossierEvent>({
  key,
  version: 3,
  title: {
    vi: 'Đề nghị cơ quan xin lỗi và hẹn lại ngày trả',
    en: 'Agency asked for an apology with a new date',
  },
  subject: 'dossier',
  openedBy: ['DossierReceived'],
  opens(_, context, timeline, history) {
    const at = runsOutAt(history, context);
    if (at === null || waitedForAt(timeline, at, context) !== null) return null;
    return {
      at,
      due: dueAfter(key, { days: 1 }, at, context),
      bearer: officialAtCentre(timeline),
    };
  },
  opensOnce: true,
  movedBy: ['AppointmentMoved'],
  discharges: ['ApologyAsked'],
});
