/** supplement-once: supplements are asked for once, and completely (yêu cầu bổ sung không quá một lần). */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { ofType } from '../../timeline.ts';
import { prohibition } from '../prohibition.ts';

export const supplementOnce = prohibition<DossierEvent>({
  key: 'supplement-once',
  version: 1,
  title: { vi: 'Chỉ yêu cầu bổ sung hồ sơ một lần', en: 'Supplements asked for once only' },
  subject: 'dossier',
  watches: ['SupplementRequested'],
  gathered: false,
  offends(entry, timeline) {
    const [first] = ofType(timeline, 'SupplementRequested');
    return first === undefined || first.id === entry.id ? null : [first];
  },
});
