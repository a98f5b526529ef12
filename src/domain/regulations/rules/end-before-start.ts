/** end-before-start: a result dated before the reception of its dossier (an integrity finding; no article). */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { ofType } from '../../timeline.ts';
import { isCertainlyBefore } from '../order.ts';
import { prohibition } from '../prohibition.ts';

export const endBeforeStart = prohibition<DossierEvent>({
  key: 'end-before-start',
  version: 1,
  title: { vi: 'Kết quả có trước khi tiếp nhận', en: 'Result dated before the reception' },
  subject: 'dossier',
  watches: ['DossierDecided', 'ResultHandedOver', 'ResultReturned'],
  gathered: true,
  offends(entry, timeline, context) {
    const [received] = ofType(timeline, 'DossierReceived');
    if (received === undefined || !isCertainlyBefore(entry, received, context)) return null;
    return [received];
  },
});
