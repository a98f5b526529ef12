/** work-after-end: work on a dossier dated after its result was returned (an integrity finding; no article). */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { ofType } from '../../timeline.ts';
import { work } from '../dossier-work.ts';
import { isCertainlyBefore } from '../order.ts';
import { prohibition } from '../prohibition.ts';

export const workAfterEnd = prohibition<DossierEvent>({
  key: 'work-after-end',
  title: { vi: 'Xử lý sau khi đã trả kết quả', en: 'Work dated after the result was returned' },
  subject: 'dossier',
  watches: work,
  gathered: true,
  offends(entry, timeline, context) {
    const [returned] = ofType(timeline, 'ResultReturned');
    if (returned === undefined || !isCertainlyBefore(returned, entry, context)) return null;
    return [returned];
  },
});
