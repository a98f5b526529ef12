/**
 * data-request-acknowledged: whoever asks about data of their own is told within two working days that
 * the request has come, and how it will be dealt with (the law on the protection of personal data and its
 * decree).
 *
 * Owed by whoever holds the data; whoever acknowledges it, it is acknowledged. An answer says so, too. What
 * the person took back needs no acknowledgement any more.
 */
import type { DataRequestEvent } from '../../privacy/request/vocabulary.ts';
import { holderOf } from '../data-holder.ts';
import { duty } from '../duty.ts';
import { nationalTermEnd } from '../national-term.ts';

export const dataRequestAcknowledged = duty<DataRequestEvent>({
  key: 'data-request-acknowledged',
  version: 1,
  title: {
    vi: 'Phản hồi yêu cầu về dữ liệu cá nhân đúng hạn',
    en: 'Request about personal data acknowledged in time',
  },
  subject: 'datarequest',
  openedBy: ['DataRequestReceived'],
  opens({ type, data, occurredAt }, context) {
    if (type !== 'DataRequestReceived') return null;
    return {
      due: nationalTermEnd({ workingDays: 2 }, occurredAt, context),
      bearer: holderOf(data, context),
    };
  },
  opensOnce: true,
  discharges: ['DataRequestAcknowledged', 'DataRequestAnswered'],
  ends: ['DataRequestWithdrawn'],
});
