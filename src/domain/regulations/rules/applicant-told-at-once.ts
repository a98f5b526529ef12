/**
 * applicant-told-at-once: as soon as a result is at the centre, the official who took it tells the
 * applicant, and notes that in the log (ngay sau khi nhận được kết quả; TQ Đ8.2¶2).
 *
 * Opened by the result that reached the centre to be fetched there: one that was asked for online or by
 * post is none of these. Whoever has fetched it has been told.
 */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { chosenChannelIn, isSent } from '../dossier-facts.ts';
import { duty } from '../duty.ts';
import { dueAtOnce } from '../term.ts';

export const applicantToldAtOnce = duty<DossierEvent>({
  key: 'applicant-told-at-once',
  version: 2,
  title: {
    vi: 'Báo ngay cho người nộp khi có kết quả',
    en: 'Applicant told as soon as the result is there',
  },
  subject: 'dossier',
  openedBy: ['ResultHandedOver'],
  opens(entry, context, timeline) {
    if (entry.type !== 'ResultHandedOver' || isSent(chosenChannelIn(timeline))) return null;
    return {
      due: dueAtOnce(entry, context),
      bearer: { kind: 'official', code: entry.data.receiver },
    };
  },
  discharges: ['ApplicantTold', 'ResultReturned'],
  answers: (entry) =>
    entry.type !== 'ApplicantTold' || entry.data.about === null || entry.data.about === 'result',
});
