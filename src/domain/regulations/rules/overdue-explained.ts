/**
 * overdue-explained: an agency that the centre asks says why a dossier is overdue and by when it proposes
 * to finish it, or why and what is to be supplemented, in any form (NB Đ5.1c¶2). No text says by when: the
 * centre sets it. Other questions are `progress-query-answered`.
 */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { duty } from '../duty.ts';
import { isSameReference } from '../reference.ts';
import { dueWithin } from '../term.ts';

const key = 'overdue-explained';

export const overdueExplained = duty<DossierEvent>({
  key,
  version: 2,
  title: {
    vi: 'Giải trình lý do quá hạn, nội dung bổ sung',
    en: 'Lateness or supplement explained to the centre',
  },
  subject: 'dossier',
  openedBy: ['ProgressQueried'],
  opens(entry, context) {
    if (entry.type !== 'ProgressQueried') return null;
    const { about, unit } = entry.data;
    if (about !== 'lateness' && about !== 'supplement') return null;
    return {
      due: dueWithin(key, { days: 1 }, entry, context),
      bearer: { kind: 'agency', code: unit },
      detail: about,
    };
  },
  discharges: ['ReasonGiven'],
  answers(entry, opened) {
    if (entry.type !== 'ReasonGiven' || opened.entry.type !== 'ProgressQueried') return false;
    const { about } = entry.data;
    const isAnswer = about === null || about === opened.entry.data.about;
    return isAnswer && isSameReference(entry, opened);
  },
  oneForOne: true,
});
