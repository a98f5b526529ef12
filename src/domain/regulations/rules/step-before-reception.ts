/** step-before-reception: work on a dossier dated before its reception (an integrity finding; no article). */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { ofType } from '../../timeline.ts';
import { workOnReceived } from '../dossier-work.ts';
import { isCertainlyBefore } from '../order.ts';
import { prohibition } from '../prohibition.ts';

export const stepBeforeReception = prohibition<DossierEvent>({
  key: 'step-before-reception',
  version: 1,
  title: { vi: 'Xử lý trước khi tiếp nhận', en: 'Work dated before the reception' },
  subject: 'dossier',
  watches: workOnReceived,
  gathered: true,
  offends(entry, timeline, context) {
    const [received] = ofType(timeline, 'DossierReceived');
    if (received === undefined || !isCertainlyBefore(entry, received, context)) return null;
    return [received];
  },
});
