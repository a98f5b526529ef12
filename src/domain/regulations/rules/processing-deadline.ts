/**
 * processing-deadline: the result is there by the appointed time (đúng hẹn).
 *
 * Opened by the reception with its appointment, or with the first that was given later but before the
 * end; by the first reception on record, where there are two (`received-twice`). Discharged by the first
 * of decided, handed over and returned. A written reply, a stop or a withdrawal ends it, unless a result
 * followed all the same. A result dated before its reception discharges it: that it is odd is another
 * finding (`end-before-start`).
 */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import type { Instant } from '../../units.ts';
import { duty } from '../duty.ts';
import type { Bearer, Context } from '../rule.ts';

export const processingDeadline = duty<DossierEvent>({
  key: 'processing-deadline',
  version: 2,
  title: { vi: 'Giải quyết hồ sơ đúng hạn', en: 'Dossier processed by its appointed time' },
  subject: 'dossier',
  opens(entry, context) {
    if (entry.type !== 'DossierReceived') return null;
    return { due: dueOf(entry.data.appointment, context), bearer: bearerOf(entry.data, context) };
  },
  opensOnce: true,
  movedBy: ['AppointmentMoved'],
  moves: (entry, context) =>
    entry.type === 'AppointmentMoved' ? dueOf(entry.data.after, context) : null,
  suspends: ['SupplementRequested'],
  resumes: ['SupplementReceived'],
  pause: ({ parameters }) => parameters.supplementPause,
  discharges: ['DossierDecided', 'ResultHandedOver', 'ResultReturned'],
  dischargeMayPrecede: true,
  ends: ['DossierReturned', 'DossierStopped', 'DossierWithdrawn'],
});

type Received = Extract<DossierEvent, { type: 'DossierReceived' }>['data'];

/** An appointment for a day ends with that day's service hours. */
function dueOf(appointment: Received['appointment'], { workingTime }: Context): Instant | null {
  if (appointment === null) return null;
  return 'at' in appointment ? appointment.at : workingTime.endOfDate(appointment.on);
}

function bearerOf({ official, solvingUnit }: Received, { parameters }: Context): Bearer {
  if (parameters.processingBearer === 'official' && official !== null) {
    return { kind: 'official', code: official };
  }
  return { kind: 'agency', code: solvingUnit };
}
