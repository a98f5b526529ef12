/** never-received: something happened to a dossier that no reception is on record of (an integrity finding; no article). */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { ofType } from '../../timeline.ts';
import { workOnReceived } from '../dossier-work.ts';
import { prohibition } from '../prohibition.ts';

export const neverReceived = prohibition<DossierEvent>({
  key: 'never-received',
  version: 1,
  title: { vi: 'Hồ sơ chưa từng được tiếp nhận', en: 'Dossier was never received' },
  subject: 'dossier',
  watches: [...workOnReceived, 'ResultReturned'],
  gathered: true,
  offends: (_, timeline) => (ofType(timeline, 'DossierReceived').length === 0 ? [] : null),
});
