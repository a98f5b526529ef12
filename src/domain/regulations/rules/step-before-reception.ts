/** step-before-reception: work on a dossier dated before its reception (an integrity finding; no article). */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { ofType } from '../../timeline.ts';
import { work } from '../dossier-work.ts';
import { prohibition } from '../prohibition.ts';

export const stepBeforeReception = prohibition<DossierEvent>({
  key: 'step-before-reception',
  title: { vi: 'Xử lý trước khi tiếp nhận', en: 'Work dated before the reception' },
  subject: 'dossier',
  watches: work,
  gathered: true,
  offends(entry, timeline) {
    const [received] = ofType(timeline, 'DossierReceived');
    return received !== undefined && entry.occurredAt < received.occurredAt ? [received] : null;
  },
});
