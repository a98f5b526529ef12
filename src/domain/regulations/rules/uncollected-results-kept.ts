/**
 * uncollected-results-kept: a result that nobody fetched on the appointed day is kept at the centre and
 * accounted for until somebody does (NB Đ5.1d).
 *
 * Owed from the end of the appointed day, as the appointment last stood, or of the day on which the
 * result came to the centre, if that is later. Discharged by the note of where it is kept; a result
 * that was fetched before the note was due needs none. What is sent online or by post is not fetched.
 */
import type { Appointment, DossierEvent } from '../../dossier/vocabulary.ts';
import { ofType, type Timeline } from '../../timeline.ts';
import type { CalendarDate } from '../../units.ts';
import { chosenChannelIn, isSent } from '../dossier-facts.ts';
import { duty } from '../duty.ts';
import type { Context } from '../rule.ts';
import { dueWithin } from '../term.ts';

const key = 'uncollected-results-kept';

export const uncollectedResultsKept = duty<DossierEvent>({
  key,
  version: 1,
  title: {
    vi: 'Quản lý, lưu giữ kết quả chưa nhận',
    en: 'Result that was not fetched kept and accounted for',
  },
  subject: 'dossier',
  openedBy: ['ResultHandedOver'],
  opens(entry, context, timeline) {
    if (entry.type !== 'ResultHandedOver' || isSent(chosenChannelIn(timeline))) return null;
    const appointed = appointedDayIn(timeline, context);
    if (appointed === null) return null;
    const arrived = context.workingTime.dateAt(entry.occurredAt);
    const at = context.workingTime.endOfDate(arrived > appointed ? arrived : appointed);
    return {
      due: dueWithin(key, { days: 1 }, at, context),
      bearer: { kind: 'centre', code: context.centre },
      at,
    };
  },
  opensOnce: true,
  discharges: ['ResultKept'],
  ends: ['ResultReturned', 'DossierReturned', 'DossierStopped', 'DossierWithdrawn'],
});

function appointedDayIn(timeline: Timeline<DossierEvent>, context: Context): CalendarDate | null {
  const moved = ofType(timeline, 'AppointmentMoved').findLast(({ data }) => data.after !== null);
  const [received] = ofType(timeline, 'DossierReceived');
  const appointment = moved?.data.after ?? received?.data.appointment ?? null;
  return appointment === null ? null : dayOf(appointment, context);
}

function dayOf(appointment: Appointment, { workingTime }: Context): CalendarDate {
  return 'on' in appointment ? appointment.on : workingTime.dateAt(appointment.at);
}
