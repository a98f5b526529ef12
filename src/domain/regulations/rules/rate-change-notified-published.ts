/**
 * rate-change-notified-published (NB Đ9.2a): what an agency told the centre of a changed phí or lệ phí,
 * the centre takes into its tables, publishes and charges, in time (kịp thời): within a term from the
 * notice that the centre sets. That it is charged is another rule's (`fee-as-published`).
 */
import type { ProcedureEvent } from '../../centre/procedure/vocabulary.ts';
import { duty } from '../duty.ts';
import { isCertainlyBefore } from '../order.ts';
import { dueWithin } from '../term.ts';

const key = 'rate-change-notified-published';

export const rateChangeNotifiedPublished = duty<ProcedureEvent>({
  key,
  version: 2,
  title: { vi: 'Cập nhật, niêm yết mức thu thay đổi', en: 'Changed rate updated and published' },
  subject: 'procedure',
  openedBy: ['FeeRateNotified'],
  opens(entry, context) {
    if (entry.type !== 'FeeRateNotified' || entry.centre !== context.centre) return null;
    const { rate, effective } = entry.data;
    return {
      due: dueWithin(key, { days: 5 }, entry, context),
      bearer: { kind: 'centre', code: context.centre },
      detail: effective === null ? rate : `${effective} ${rate}`,
    };
  },
  discharges: ['FeeRatePublished'],
  dischargeMayPrecede: true,
  answers(entry, { entry: notice }, context) {
    if (entry.type !== 'FeeRatePublished' || notice.type !== 'FeeRateNotified') return false;
    const { rate, effective, updated } = entry.data;
    if (rate !== notice.data.rate || entry.centre !== notice.centre || updated === false) {
      return false;
    }
    if (effective !== null && notice.data.effective !== null) {
      return effective === notice.data.effective;
    }
    return !isCertainlyBefore(entry, notice, context);
  },
});
