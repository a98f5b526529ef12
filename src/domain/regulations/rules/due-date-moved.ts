/**
 * due-date-moved: the appointed time of a dossier was changed (an integrity finding; no article).
 *
 * By an entry that says so, or by correcting the one that stated it; what is corrected within the time
 * in which an act is ordinarily entered (`entryLag`) was a slip of the pen. It shows who moved it, and from
 * what to what. What had passed by then stands (`processing-deadline`); what was moved before it passed is
 * measured anew, and the first due time stays on the duty (`firstDue`), so that the original lateness can be
 * computed. To give a time where there was none moves nothing (`no-appointment`).
 */
import type { DossierEvent, DossierEventOf } from '../../dossier/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import type { Timeline } from '../../timeline.ts';
import { millisecondsOf } from '../../units.ts';
import type { History } from '../history.ts';
import { prohibition } from '../prohibition.ts';
import type { Context } from '../rule.ts';

export const dueDateMoved = prohibition<DossierEvent>({
  key: 'due-date-moved',
  version: 1,
  title: { vi: 'Ngày hẹn trả bị thay đổi', en: 'Due date moved' },
  subject: 'dossier',
  watches: ['AppointmentMoved', 'DossierReceived'],
  gathered: false,
  offends(entry, timeline, context, history) {
    if (entry.type === 'DossierReceived') return correctedFrom(entry, context, history);
    if (entry.type !== 'AppointmentMoved') return null;
    const before = statedBefore(entry, timeline);
    const was = before === null ? entry.data.before : appointmentIn(before);
    if (was === null || isSame(was, entry.data.after)) return null;
    return before === null ? [] : [before];
  },
  blames: (entry) =>
    entry.type === 'AppointmentMoved' ? { kind: 'official', code: entry.data.by } : null,
  tells(entry) {
    if (entry.type !== 'AppointmentMoved') return `corrected by ${entry.actor}`;
    const { before, after, by, reason } = entry.data;
    const why = reason === undefined ? ', no reason given' : '';
    return `from ${inText(before)} to ${inText(after)}, by ${by}${why}`;
  },
});

type Appointment = DossierEventOf<'AppointmentMoved'>['data']['after'];

/** The last entry before `entry` that stated an appointment, or that there is none any more. */
function statedBefore(
  entry: Entry<DossierEvent>,
  timeline: Timeline<DossierEvent>,
): Entry<DossierEvent> | null {
  const before = timeline.slice(0, timeline.indexOf(entry));
  return (
    before.findLast(
      ({ type, data }) =>
        type === 'AppointmentMoved' || (type === 'DossierReceived' && data.appointment !== null),
    ) ?? null
  );
}

function appointmentIn({ type, data }: DossierEvent): Appointment {
  if (type === 'DossierReceived') return data.appointment;
  return type === 'AppointmentMoved' ? data.after : null;
}

/** The reception as it was first entered, where it gave another appointment than the correction that stands. */
function correctedFrom(
  entry: Entry<DossierEvent>,
  { parameters }: Context,
  history: History<DossierEvent>,
): readonly Entry<DossierEvent>[] | null {
  if (entry.corrects === null) return null;
  const first = history.firstStatementOf(entry);
  const was = appointmentIn(first);
  if (was === null || isSame(was, appointmentIn(entry))) return null;
  const after = millisecondsOf(entry.recordedAt) - millisecondsOf(first.recordedAt);
  return after <= parameters.entryLag * 60_000 ? null : [first];
}

function isSame(one: Appointment, other: Appointment): boolean {
  return inText(one) === inText(other);
}

function inText(appointment: Appointment): string {
  if (appointment === null) return 'none';
  return 'at' in appointment ? appointment.at : appointment.on;
}
