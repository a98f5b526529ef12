/**
 * evaluation-criteria: the centre has criteria by which the results of those who work there are
 * evaluated, and they are known (SL Đ12; BL Đ14.1).
 *
 * Opened when the centre begins, or else on the first day of the regulation, and again when criteria run out that were published to a last day;
 * discharged by publishing criteria. No text says by when: the centre sets it.
 */
import type { CentreEvent } from '../../centre/centre/vocabulary.ts';
import { plusDays } from '../../time/date.ts';
import { ofType } from '../../timeline.ts';
import { duty } from '../duty.ts';
import { later } from '../order.ts';
import { startOf } from '../period.ts';
import { dueAfter, dueWithin } from '../term.ts';

const key = 'evaluation-criteria';

export const evaluationCriteria = duty<CentreEvent>({
  key,
  version: 2,
  title: { vi: 'Công bố tiêu chuẩn đánh giá', en: 'Evaluation criteria published' },
  subject: 'office',
  isContinuing: true,
  openedBy: ['CentreEstablished', 'EvaluationCriteriaPublished'],
  opens(entry, context, timeline) {
    const bearer = { kind: 'centre', code: context.centre } as const;
    if (entry.type === 'CentreEstablished') {
      return { due: dueWithin(key, { days: 22 }, entry, context), bearer };
    }
    if (entry.type !== 'EvaluationCriteriaPublished' || entry.data.to === null) return null;
    const { to } = entry.data;
    const holdsOn = ofType(timeline, 'EvaluationCriteriaPublished').some(
      (one) =>
        one.id !== entry.id && one.occurredAt <= entry.occurredAt && (one.data.to ?? '9') > to,
    );
    if (holdsOn) return null;
    const at = later(startOf(plusDays(to, 1), context), entry.occurredAt);
    return {
      at,
      due: dueAfter(key, { days: 22 }, at, context),
      bearer,
      detail: entry.data.criteria,
    };
  },
  discharges: ['EvaluationCriteriaPublished'],
  dischargeMayPrecede: true,
  answers(entry, { entry: opening }) {
    if (entry.type !== 'EvaluationCriteriaPublished') return false;
    if (opening.type !== 'EvaluationCriteriaPublished') return true;
    return (entry.data.to ?? '9') > (opening.data.to ?? '9');
  },
});
