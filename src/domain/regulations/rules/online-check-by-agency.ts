/**
 * online-check-by-agency: the official whom the agency assigned checks what was submitted online (TQ
 * Đ7.1a, Đ7.1b). No text says by when: the centre sets it.
 *
 * Done with the check, or with what follows from it: the dossier is received, sent on to another
 * authority, refused, or the applicant is told by e-mail, by SMS or in the application what is missing, why,
 * and what to do. Whom the agency assigned is not known before the check: the agency owes it.
 */
import type { DossierEvent, DossierEventOf } from '../../dossier/vocabulary.ts';
import { duty } from '../duty.ts';
import { isOutOfScope } from '../scope.ts';
import { dueWithin } from '../term.ts';

const key = 'online-check-by-agency';

export const onlineCheckByAgency = duty<DossierEvent>({
  key,
  version: 2,
  title: { vi: 'Cơ quan kiểm tra hồ sơ trực tuyến', en: 'Online dossier checked by the agency' },
  subject: 'dossier',
  openedBy: ['DossierSubmitted'],
  opens(entry, context) {
    if (entry.type !== 'DossierSubmitted' || !isOnline(entry.data)) return null;
    const { solvingUnit } = entry.data;
    if (isOutOfScope(solvingUnit, context)) return null;
    return {
      due: dueWithin(key, { minutes: 480 }, entry, context),
      bearer: { kind: 'agency', code: solvingUnit },
    };
  },
  discharges: [
    'OnlineDossierChecked',
    'NoticeSent',
    'DossierReceived',
    'DossierRedirected',
    'DossierRefused',
  ],
  answers: (entry) => entry.type !== 'NoticeSent' || isWhole(entry.data),
  ends: ['DossierWithdrawn'],
});

type Submitted = DossierEventOf<'DossierSubmitted'>['data'];

function isOnline({ channel, place }: Submitted): boolean {
  if (channel !== null) return channel === 'online';
  return place === 'provincial-portal' || place === 'national-portal';
}

/** With contents, reason and guidance, by the means that the article names; none stated is no other. */
function isWhole({ means, contents, reason, guidance }: DossierEventOf<'NoticeSent'>['data']) {
  const isMeant =
    means === null ||
    means === 'e-mail' ||
    means === 'sms' ||
    means === 'application' ||
    means === 'portal';
  return isMeant && contents !== undefined && reason !== undefined && guidance !== undefined;
}
