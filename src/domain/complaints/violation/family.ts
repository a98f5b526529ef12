/** Vi phạm: the record family of violations. Stream `violation-{id}`. */
import { type Family, family } from '../../family.ts';
import { violationDecider } from './violation.ts';
import { violation, violationKey } from './vocabulary.ts';

export const violationFamily: Family = family({
  category: 'violation',
  key: violationKey,
  vocabulary: violation,
  decider: violationDecider,
  opens: ['ViolationRecorded'],
  oneOf: ['official', 'applicant'],
});
