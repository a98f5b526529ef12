/**
 * supplement-explained: an applicant who asks the centre to explain a request for supplements gets the
 * explanation (KT Đ6.1đ). No text says by when: the centre sets it.
 */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { duty } from '../duty.ts';
import { isSameReference } from '../reference.ts';
import { dueWithin } from '../term.ts';

const key = 'supplement-explained';

export const supplementExplained = duty<DossierEvent>({
  key,
  version: 2,
  title: { vi: 'Giải thích yêu cầu bổ sung hồ sơ', en: 'Request for supplements explained' },
  subject: 'dossier',
  openedBy: ['ExplanationAsked'],
  opens: (entry, context) => ({
    due: dueWithin(key, { days: 1 }, entry, context),
    bearer: { kind: 'centre', code: context.centre },
  }),
  discharges: ['ExplanationGiven'],
  answers: isSameReference,
  oneForOne: true,
});
