/**
 * due-and-overdue-urged: the centre urges the agency when an unfinished dossier reaches its due time, or
 * is past it (NB Đ5.1c¶2). No text says by when: the centre sets it. Elsewhere it is general oversight, or a
 * power, and no duty (SL Đ5.b, Đ6.e; TQ Đ11.1; BL Đ7.2, Đ8.1a¶2; KT Đ7.2đ, Đ8.5).
 *
 * Urging on the day on which it is due is in time, and so is urging ahead of it that says that it will
 * be. What comes of the dossier before the centre had to urge ends it.
 */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { ends } from '../dossier-work.ts';
import { duty } from '../duty.ts';
import { runsOutAt } from '../lateness.ts';
import { dueAfter } from '../term.ts';

const key = 'due-and-overdue-urged';

export const dueAndOverdueUrged = duty<DossierEvent>({
  key,
  version: 2,
  title: { vi: 'Đôn đốc hồ sơ đến hạn, quá hạn', en: 'Agency urged when a dossier is due' },
  subject: 'dossier',
  openedBy: ['DossierReceived'],
  opens(_, context, __, history) {
    const at = runsOutAt(history, context);
    if (at === null) return null;
    return {
      at,
      due: dueAfter(key, { days: 1 }, at, context),
      bearer: { kind: 'centre', code: context.centre },
    };
  },
  opensOnce: true,
  movedBy: ['AppointmentMoved'],
  discharges: ['AgencyUrged'],
  answers(entry, { entry: opening, opening: { at } }, { workingTime }) {
    if (entry.type !== 'AgencyUrged') return false;
    if (entry.data.because === 'due') return true;
    const from = at ?? opening.occurredAt;
    return workingTime.dateAt(entry.occurredAt) >= workingTime.dateAt(from);
  },
  ends: ['DossierDecided', 'ResultHandedOver', ...ends],
});
