/**
 * received-twice: a second reception of one dossier stands (an integrity finding; no article).
 *
 * A reception is refused where one is on record, but an earlier entry can be corrected into one. It
 * opens no second time to process, and must not pass unseen.
 */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { ofType } from '../../timeline.ts';
import { prohibition } from '../prohibition.ts';

export const receivedTwice = prohibition<DossierEvent>({
  key: 'received-twice',
  version: 1,
  title: { vi: 'Hồ sơ được tiếp nhận hai lần', en: 'Dossier received twice' },
  subject: 'dossier',
  watches: ['DossierReceived'],
  gathered: true,
  offends(entry, timeline) {
    const [first] = ofType(timeline, 'DossierReceived').toSorted((a, b) =>
      Number(a.index - b.index),
    );
    return first === undefined || first.id === entry.id ? null : [first];
  },
});
