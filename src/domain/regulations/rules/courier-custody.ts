/**
 * courier-custody: the post keeps safe what it carries (bảo quản hồ sơ, kết quả; NB Đ5.3a, Đ5.3b). Loss
 * and damage are the breach: a duty without a due time, so a prohibition here.
 *
 * Found by an incident, or by a receipt that says it did not come whole where no incident of that
 * consignment was noted. Delay and interruption break no custody, and a consignment of which one end
 * alone is on record proves nothing: the text does not ask for the notes.
 */
import type { DossierEvent, DossierEventOf } from '../../dossier/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { ofType, type Timeline } from '../../timeline.ts';
import { prohibition } from '../prohibition.ts';
import { isSameReference } from '../reference.ts';

type Noted = Entry<DossierEventOf<'CourierIncident' | 'CourierReceived'>>;

export const courierCustody = prohibition<DossierEvent>({
  key: 'courier-custody',
  version: 1,
  title: {
    vi: 'Bưu chính bảo quản hồ sơ, kết quả',
    en: 'Papers kept safe by the post',
  },
  subject: 'dossier',
  watches: ['CourierIncident', 'CourierReceived'],
  gathered: false,
  offends(entry, timeline) {
    if (entry.type !== 'CourierIncident' && entry.type !== 'CourierReceived') return null;
    return isHarm(entry, timeline) ? handedOver(entry, timeline) : null;
  },
  blames(entry, timeline) {
    if (entry.type !== 'CourierIncident' && entry.type !== 'CourierReceived') return null;
    const [first] = handedOver(entry, timeline);
    return { kind: 'post', code: entry.data.courier ?? first?.data.courier ?? null };
  },
  tells: (entry) => (entry.type === 'CourierIncident' ? entry.data.kind : null),
});

function isHarm(entry: Noted, timeline: Timeline<DossierEvent>): boolean {
  if (entry.type === 'CourierIncident') return isLossOrDamage(entry);
  if (entry.data.intact !== false) return false;
  return !ofType(timeline, 'CourierIncident').some(
    (incident) => isLossOrDamage(incident) && isSameReference(incident, { entry }),
  );
}

function isLossOrDamage({ data }: Entry<DossierEventOf<'CourierIncident'>>): boolean {
  return data.kind === 'loss' || data.kind === 'damage';
}

/** The last time it was handed to the courier before that, by its reference. */
function handedOver(entry: Noted, timeline: Timeline<DossierEvent>) {
  const before = timeline.slice(0, timeline.indexOf(entry));
  const given = ofType(before, 'CourierHandedOver').findLast((one) =>
    isSameReference(entry, { entry: one }),
  );
  return given === undefined ? [] : [given];
}
