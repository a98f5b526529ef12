/**
 * reasons-to-centre: the agency tells the centre in writing why a dossier has to be verified, is returned,
 * or is late (KT Đ13.5). No text says by when: the centre sets it.
 *
 * For each that happens. A reason that does not say what it is about is one for whatever had happened by
 * then; one for a return or for a lateness may come ahead of it, one for a verification is for that one.
 */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { solvingUnitIn } from '../dossier-facts.ts';
import { duty } from '../duty.ts';
import { runsOutAt } from '../lateness.ts';
import { isCertainlyBefore } from '../order.ts';
import { dueAfter } from '../term.ts';

const key = 'reasons-to-centre';

export const reasonsToCentre = duty<DossierEvent>({
  key,
  version: 2,
  title: {
    vi: 'Nêu lý do thẩm tra, trả lại, chậm trễ cho Trung tâm',
    en: 'Reasons for verification, return or lateness given to the centre',
  },
  subject: 'dossier',
  openedBy: ['DossierReceived', 'VerificationRequested', 'DossierReturned'],
  opens(entry, context, timeline, history) {
    const about = causeOf(entry);
    const at = about === 'lateness' ? runsOutAt(history, context) : entry.occurredAt;
    if (at === null) return null;
    const own = entry.type === 'DossierReturned' ? entry.data.unit : null;
    return {
      at,
      due: dueAfter(key, { days: 1 }, at, context),
      bearer: { kind: 'agency', code: own ?? solvingUnitIn(timeline) },
      detail: about,
    };
  },
  movedBy: ['AppointmentMoved'],
  discharges: ['ReasonGiven'],
  dischargeMayPrecede: true,
  answers(entry, { entry: opening, opening: { at } }, context) {
    if (entry.type !== 'ReasonGiven') return false;
    const { about } = entry.data;
    const cause = causeOf(opening);
    if (about !== null && about !== cause) return false;
    if (about !== null && cause !== 'verification') return true;
    const isAfter = at === undefined || entry.occurredAt >= at;
    return cause === 'lateness' ? isAfter : !isCertainlyBefore(entry, opening, context);
  },
});

function causeOf({ type }: Entry<DossierEvent>): 'verification' | 'return' | 'lateness' {
  if (type === 'VerificationRequested') return 'verification';
  return type === 'DossierReturned' ? 'return' : 'lateness';
}
