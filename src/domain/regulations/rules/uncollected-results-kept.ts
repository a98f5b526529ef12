/**
 * uncollected-results-kept: a result that nobody fetched on the appointed day is kept at the centre and
 * accounted for until somebody does (NB Đ5.1d).
 *
 * Owed from the end of the appointed day or of the day on which the result came to the centre, if that is
 * later. An appointment that is moved by then is another day; one that is moved afterwards hides
 * nothing. Discharged by the note of where it is kept; a result that was fetched before the note was due
 * needs none. What is sent online or by post is not fetched.
 */
import type { Appointment, DossierEvent } from '../../dossier/vocabulary.ts';
import { ofType } from '../../timeline.ts';
import type { CalendarDate } from '../../units.ts';
import { chosenChannelIn, isSent } from '../dossier-facts.ts';
import { duty } from '../duty.ts';
import type { History } from '../history.ts';
import type { Context } from '../rule.ts';
import { dueAfter } from '../term.ts';

const key = 'uncollected-results-kept';

export const uncollectedResultsKept = duty<DossierEvent>({
  key,
  version: 2,
  title: {
    vi: 'Quản lý, lưu giữ kết quả chưa nhận',
    en: 'Result that was not fetched kept and accounted for',
  },
  subject: 'dossier',
  openedBy: ['ResultHandedOver'],
  opens(entry, context, timeline, history) {
    if (entry.type !== 'ResultHandedOver' || isSent(chosenChannelIn(timeline))) return null;
    const arrived = context.workingTime.dateAt(entry.occurredAt);
    const day = lastDayToFetch(arrived, history, context);
    if (day === null) return null;
    const at = context.workingTime.endOfDate(day);
    return {
      due: dueAfter(key, { days: 1 }, at, context),
      bearer: { kind: 'centre', code: context.centre },
      at,
    };
  },
  opensOnce: true,
  discharges: ['ResultKept'],
  ends: ['ResultReturned', 'DossierReturned', 'DossierStopped', 'DossierWithdrawn'],
});

/** The day on which the result is fetched or else uncollected; an appointment moved when that was over moves nothing. Null: there is none. */
function lastDayToFetch(
  arrived: CalendarDate,
  history: History<DossierEvent>,
  context: Context,
): CalendarDate | null {
  const { timeline } = history;
  const [received] = ofType(timeline, 'DossierReceived');
  const fromArrival = (appointment: Appointment) => {
    const appointed = dayOf(appointment, context);
    return arrived > appointed ? arrived : appointed;
  };
  const first = received?.data.appointment ?? null;
  let day = first === null ? null : fromArrival(first);
  for (const moved of ofType(timeline, 'AppointmentMoved')) {
    if (moved.data.after === null) continue;
    if (day !== null && history.knownAt(moved) > context.workingTime.endOfDate(day)) break;
    day = fromArrival(moved.data.after);
  }
  return day;
}

function dayOf(appointment: Appointment, { workingTime }: Context): CalendarDate {
  return 'on' in appointment ? appointment.on : workingTime.dateAt(appointment.at);
}
