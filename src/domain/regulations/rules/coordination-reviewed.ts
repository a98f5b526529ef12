/**
 * coordination-reviewed: the agencies that work at the centre in rotation review how they work together
 * (sơ kết, đánh giá; TQ Đ12.2). The text says "periodically" (`coordinationReviewPeriod`).
 *
 * Owed by each agency that takes turns there (`rotationOrder`; TQ Đ1 means these by "the agencies"), that
 * the regulation binds (`agenciesInScope`) and that is there when the period ends. Whoever took part
 * has kept it, and what came after them; a review that names nobody was of all.
 */
import type { MonthEvent } from '../../centre/month/vocabulary.ts';
import { calendarDuty } from '../calendar-duty.ts';
import { endOfPeriod, periodsOf } from '../period.ts';
import { boundAgencies, isOneOf, withPredecessors } from '../registers/agencies.ts';
import { isFor } from '../reports.ts';

export const coordinationReviewed = calendarDuty<MonthEvent>({
  key: 'coordination-reviewed',
  version: 1,
  title: { vi: 'Sơ kết, đánh giá việc phối hợp', en: 'Coordination reviewed by the agencies' },
  subject: 'calendar',
  periods: (context) => periodsOf(context.parameters.coordinationReviewPeriod, context),
  bearers: (period, context) =>
    boundAgencies(period.to, context)
      .filter(({ code }) => isOneOf(context.parameters.rotationOrder, code, context))
      .map(({ code }) => ({ kind: 'agency', code })),
  due: endOfPeriod,
  discharges: ['ReviewHeld'],
  answers(entry, period, { code }, context) {
    if (entry.type !== 'ReviewHeld' || !isFor(entry.data.period, entry, period, context)) {
      return false;
    }
    const { agencies } = entry.data;
    if (agencies === null || code === null) return true;
    const codes = withPredecessors(code, context);
    return agencies.some((one) => codes.has(one));
  },
});
