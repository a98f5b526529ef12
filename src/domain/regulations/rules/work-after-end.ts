/**
 * work-after-end: work on a dossier dated after its result was returned, or after it was sent back,
 * stopped or withdrawn (an integrity finding; no article).
 */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { ofType } from '../../timeline.ts';
import { ends, work } from '../dossier-work.ts';
import { isCertainlyBefore } from '../order.ts';
import { prohibition } from '../prohibition.ts';

export const workAfterEnd = prohibition<DossierEvent>({
  key: 'work-after-end',
  version: 2,
  title: { vi: 'Xử lý sau khi hồ sơ đã kết thúc', en: 'Work dated after the dossier had ended' },
  subject: 'dossier',
  watches: work,
  gathered: true,
  offends(entry, timeline, context) {
    const [ended] = ofType(timeline, ...ends);
    if (ended === undefined || !isCertainlyBefore(ended, entry, context)) return null;
    return [ended];
  },
});
