/**
 * progress-query-answered: the agency answers the centre's question about a dossier (BL Đ7.1, Đ7.2; KT
 * Đ8.2; NB Đ5.1c¶2): of its reception, its progress or its papers. No text says by when: the centre sets
 * it. Why a dossier is late or is to be supplemented is another question (`overdue-explained`).
 */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { duty } from '../duty.ts';
import { isSameReference } from '../reference.ts';
import { dueWithin } from '../term.ts';

const key = 'progress-query-answered';

export const progressQueryAnswered = duty<DossierEvent>({
  key,
  version: 3,
  title: { vi: 'Trả lời về tiến độ hồ sơ', en: 'Question about progress answered' },
  subject: 'dossier',
  openedBy: ['ProgressQueried'],
  opens(entry, context) {
    if (entry.type !== 'ProgressQueried') return null;
    const { about } = entry.data;
    if (about === 'lateness' || about === 'supplement') return null;
    return {
      due: dueWithin(key, { days: 1 }, entry, context),
      bearer: { kind: 'agency', code: entry.data.unit },
    };
  },
  discharges: ['ProgressAnswered'],
  answers: isSameReference,
  oneForOne: true,
});
