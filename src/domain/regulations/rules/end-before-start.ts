/** end-before-start: a result dated before the reception of its dossier (an integrity finding; no article). */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { ofType } from '../../timeline.ts';
import { prohibition } from '../prohibition.ts';

export const endBeforeStart = prohibition<DossierEvent>({
  key: 'end-before-start',
  title: { vi: 'Kết quả có trước khi tiếp nhận', en: 'Result dated before the reception' },
  subject: 'dossier',
  watches: ['DossierDecided', 'ResultHandedOver', 'ResultReturned'],
  gathered: true,
  offends(entry, timeline) {
    const [received] = ofType(timeline, 'DossierReceived');
    return received !== undefined && entry.occurredAt < received.occurredAt ? [received] : null;
  },
});
