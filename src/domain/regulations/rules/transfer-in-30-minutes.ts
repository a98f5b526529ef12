/**
 * transfer-in-30-minutes: whoever took in a dossier at the counter or by post passes it on within 30
 * minutes of the slip (chậm nhất trong vòng 30 phút; TQ Đ7.2b), to the agency or to the unit that carries
 * dossiers.
 *
 * Of working time, as many as `transferWithin` says. What came online goes another way (TQ Đ7.1b), and
 * how it came must be stated, as must the slip: a reception without one is another finding
 * (`code-issued`). A dossier that ended or was decided without a transfer on record was with the agency
 * by then.
 */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { ends } from '../dossier-work.ts';
import { duty } from '../duty.ts';
import { lastMomentOf } from '../order.ts';
import { isCarried, isDirect, isGivenToPost } from '../reception.ts';
import { isOutOfScope } from '../scope.ts';
import { afterMinutes } from '../term.ts';

export const transferIn30Minutes = duty<DossierEvent>({
  key: 'transfer-in-30-minutes',
  version: 2,
  title: { vi: 'Chuyển hồ sơ trong 30 phút', en: 'Dossier passed on within 30 minutes' },
  subject: 'dossier',
  openedBy: ['DossierReceived'],
  opens(entry, context) {
    if (entry.type !== 'DossierReceived' || entry.data.slip === null) return null;
    const { channel, solvingUnit, receiver } = entry.data;
    const { transferWithin } = context.parameters;
    if (transferWithin === null || !(isDirect(channel) || isCarried(channel))) return null;
    if (isOutOfScope(solvingUnit, context)) return null;
    return {
      due: afterMinutes(transferWithin, lastMomentOf(entry, context), context),
      bearer: { kind: 'official', code: receiver },
    };
  },
  opensOnce: true,
  discharges: ['DossierTransferred', 'CourierHandedOver'],
  answers: (entry) => entry.type !== 'CourierHandedOver' || isGivenToPost(entry.data),
  ends: [...ends, 'DossierDecided', 'ResultHandedOver'],
});
