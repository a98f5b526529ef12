/**
 * data-breach-notified: a breach of personal data is notified to the authority within 72 hours of being
 * found out (the law on the protection of personal data). Hours as they pass, nights and days off included.
 *
 * Owed by whoever holds the data; whoever notifies, it is notified. That the persons were told, or that the
 * breach was dealt with, is no notice to the authority. Where the day alone is stated on which it was found
 * out, the hours run from the end of it.
 */
import type { DataBreachEvent } from '../../privacy/breach/vocabulary.ts';
import { msPerMinute } from '../../time/date.ts';
import { instantAt, millisecondsOf } from '../../units.ts';
import { counted } from '../counted.ts';
import { holderOf } from '../data-holder.ts';
import { duty } from '../duty.ts';
import { lastMomentOf } from '../order.ts';

const minutesOfTerm = 72 * 60;

export const dataBreachNotified = duty<DataBreachEvent>({
  key: 'data-breach-notified',
  version: 1,
  title: {
    vi: 'Thông báo vi phạm về dữ liệu cá nhân trong 72 giờ',
    en: 'Breach of personal data notified within 72 hours',
  },
  subject: 'databreach',
  openedBy: ['DataBreachDetected'],
  opens(entry, context) {
    if (entry.type !== 'DataBreachDetected') return null;
    const from = lastMomentOf(entry, context);
    const due = instantAt(millisecondsOf(from) + minutesOfTerm * msPerMinute);
    return {
      due: counted(due, { unit: 'clock-minutes', amount: minutesOfTerm, from }, context),
      bearer: holderOf(entry.data, context),
    };
  },
  opensOnce: true,
  discharges: ['DataBreachNotified'],
  answers: ({ type, data }) => type === 'DataBreachNotified' && data.to === 'authority',
});
