/**
 * result-handed-over-at-once: a finished result that is fetched in person reaches the centre as soon as
 * it is finished (ngay sau khi giải quyết xong; TQ Đ8.2).
 *
 * A result that the applicant has need not come any more; whether it was the centre that returned it is
 * another rule (`results-through-centre`). What is asked for online or by post the agency returns
 * itself (TQ Đ8.1).
 */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { chosenChannelIn, isFetched, solvingUnitIn } from '../dossier-facts.ts';
import { ends } from '../dossier-work.ts';
import { duty } from '../duty.ts';
import { isBound } from '../registers/agencies.ts';
import { dueAtOnce } from '../term.ts';

export const resultHandedOverAtOnce = duty<DossierEvent>({
  key: 'result-handed-over-at-once',
  version: 2,
  title: { vi: 'Chuyển ngay kết quả về Trung tâm', en: 'Result handed over to the centre at once' },
  subject: 'dossier',
  openedBy: ['DossierDecided'],
  opens(entry, context, timeline) {
    if (entry.type !== 'DossierDecided' || !isFetched(chosenChannelIn(timeline))) return null;
    const agency = solvingUnitIn(timeline) ?? entry.data.unit;
    if (!isBound(agency, context)) return null;
    return { due: dueAtOnce(entry, context), bearer: { kind: 'agency', code: agency } };
  },
  discharges: ['ResultHandedOver'],
  ends,
});
