/**
 * no-appointment: a dossier was received and no appointed time was recorded (an integrity finding; no article).
 *
 * Without one nothing can be late, so it must not pass for being on time.
 */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { ofType } from '../../timeline.ts';
import { prohibition } from '../prohibition.ts';

export const noAppointment = prohibition<DossierEvent>({
  key: 'no-appointment',
  title: { vi: 'Tiếp nhận không có ngày hẹn trả', en: 'Received without an appointed time' },
  subject: 'dossier',
  watches: ['DossierReceived'],
  gathered: true,
  offends(entry, timeline) {
    if (entry.type !== 'DossierReceived' || entry.data.appointment !== null) return null;
    const moves = ofType(timeline, 'AppointmentMoved');
    return moves.some(({ data }) => data.after !== null) ? null : [];
  },
});
