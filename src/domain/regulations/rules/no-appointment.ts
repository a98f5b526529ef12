/**
 * no-appointment: a dossier was received and no appointed time was recorded (an integrity finding; no article).
 *
 * Without one nothing can be late, so it must not pass for being on time. One that is given later makes
 * up for it, which shows as a breach that was lessened; one that is given after the end does not.
 */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { ofType } from '../../timeline.ts';
import { ends } from '../dossier-work.ts';
import { isCertainlyBefore } from '../order.ts';
import { prohibition } from '../prohibition.ts';

export const noAppointment = prohibition<DossierEvent>({
  key: 'no-appointment',
  version: 2,
  title: { vi: 'Tiếp nhận không có ngày hẹn trả', en: 'Received without an appointed time' },
  subject: 'dossier',
  watches: ['DossierReceived'],
  amendedBy: ['AppointmentMoved'],
  gathered: true,
  offends(entry, timeline, context) {
    if (entry.type !== 'DossierReceived' || entry.data.appointment !== null) return null;
    const given = ofType(timeline, 'AppointmentMoved').find(({ data }) => data.after !== null);
    if (given === undefined) return [];
    const [ended] = ofType(timeline, 'DossierDecided', 'ResultHandedOver', ...ends);
    return ended !== undefined && isCertainlyBefore(ended, given, context) ? [] : null;
  },
});
