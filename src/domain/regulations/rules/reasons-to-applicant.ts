/**
 * reasons-to-applicant: of a dossier that is returned as not meeting the conditions the seconded official
 * asks the agency to answer the applicant in writing (SL Đ8.d). No text says by when: the centre sets it.
 *
 * The answer itself is a record here; also one that came with the return does not show that it was
 * asked for. It may have been before the return.
 */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { duty } from '../duty.ts';
import { officialAtCentre } from '../reception.ts';
import { dueWithin } from '../term.ts';

const key = 'reasons-to-applicant';

export const reasonsToApplicant = duty<DossierEvent>({
  key,
  version: 2,
  title: {
    vi: 'Đề nghị cơ quan trả lời bằng văn bản khi trả lại hồ sơ',
    en: 'Agency asked to answer in writing when a dossier is returned',
  },
  subject: 'dossier',
  openedBy: ['DossierReturned'],
  opens: (entry, context, timeline) => ({
    due: dueWithin(key, { days: 1 }, entry, context),
    bearer: officialAtCentre(timeline),
  }),
  opensOnce: true,
  discharges: ['WrittenAnswerAsked'],
  dischargeMayPrecede: true,
});
