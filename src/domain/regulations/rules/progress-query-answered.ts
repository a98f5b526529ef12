/**
 * progress-query-answered: the agency answers the centre's question about a dossier (BL Đ7.1, Đ7.2; KT
 * Đ8.2; NB Đ5.1c¶2): of its reception, its progress or its papers. No text says by when: the centre sets it.
 *
 * BL and KT let the centre ask for whatever serves the processing of a dossier, so that why one is late or
 * is to be supplemented is owed an answer, too; the reason is one. At NB that is another question
 * (`overdue-explained`). KT has the reasons given unasked as well (`reasons-to-centre`).
 */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { duty } from '../duty.ts';
import { isSameReference } from '../reference.ts';
import { dueWithin } from '../term.ts';

const key = 'progress-query-answered';

/** What is asked for reasons. */
const reasons: readonly (string | null)[] = ['lateness', 'supplement'];

function answered({ withReasons }: { readonly withReasons: boolean }) {
  return duty<DossierEvent>({
    key,
    version: 4,
    title: { vi: 'Trả lời về tiến độ hồ sơ', en: 'Question about progress answered' },
    subject: 'dossier',
    openedBy: ['ProgressQueried'],
    opens(entry, context) {
      if (entry.type !== 'ProgressQueried') return null;
      if (!withReasons && reasons.includes(entry.data.about)) return null;
      return {
        due: dueWithin(key, { days: 1 }, entry, context),
        bearer: { kind: 'agency', code: entry.data.unit },
      };
    },
    discharges: withReasons ? ['ProgressAnswered', 'ReasonGiven'] : ['ProgressAnswered'],
    answers(entry, opened) {
      const { type, data } = opened.entry;
      if (entry.type === 'ReasonGiven') {
        const isOfIt = type === 'ProgressQueried' && reasons.includes(data.about);
        const { about } = entry.data;
        if (!isOfIt || (about !== null && about !== data.about)) return false;
      }
      return isSameReference(entry, opened);
    },
    oneForOne: true,
  });
}

export const progressQueryAnswered = answered({ withReasons: false });
export const everyQueryAnswered = answered({ withReasons: true });
