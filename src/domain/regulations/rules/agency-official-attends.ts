/**
 * agency-official-attends: an agency that is called for a dossier brought in person sends an official to
 * the centre (TQ Đ7.3; TQ Đ10.2: Foreign Affairs). No text says by when, not even at once: the centre sets it.
 */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { duty } from '../duty.ts';
import { isSameReference } from '../reference.ts';
import { isOutOfScope } from '../scope.ts';
import { dueWithin } from '../term.ts';

const key = 'agency-official-attends';

export const agencyOfficialAttends = duty<DossierEvent>({
  key,
  version: 2,
  title: { vi: 'Cơ quan cử công chức đến phối hợp tiếp nhận', en: 'Agency sends an official' },
  subject: 'dossier',
  openedBy: ['AgencyOfficialCalled'],
  opens(entry, context) {
    if (entry.type !== 'AgencyOfficialCalled' || isOutOfScope(entry.data.unit, context))
      return null;
    return {
      due: dueWithin(key, { minutes: 60 }, entry, context),
      bearer: { kind: 'agency', code: entry.data.unit },
    };
  },
  discharges: ['AgencyOfficialArrived'],
  answers: (entry, opened) =>
    entry.type === 'AgencyOfficialArrived' &&
    opened.entry.type === 'AgencyOfficialCalled' &&
    entry.data.unit === opened.entry.data.unit &&
    isSameReference(entry, opened),
  oneForOne: true,
});
