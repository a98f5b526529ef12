/**
 * directory-public-by-agency: an agency that has its own counter publishes the telephone numbers of its
 * formal and reserve officials (TQ Đ10.1, of the Department of Foreign Affairs; `directoryAgencies`).
 *
 * Opened by a list of them that is approved, or from the day from which it holds. No text says by when.
 */
import type { AgencyEvent } from '../../centre/agency/vocabulary.ts';
import { partsOf } from '../../stream.ts';
import { duty } from '../duty.ts';
import { lastMomentOf, later } from '../order.ts';
import { startOf } from '../period.ts';
import { isOneOf } from '../registers/agencies.ts';
import { dueAfter } from '../term.ts';

const key = 'directory-public-by-agency';

export const directoryPublicByAgency = duty<AgencyEvent>({
  key,
  version: 2,
  title: {
    vi: 'Cơ quan công khai số điện thoại nhân sự',
    en: 'Telephone numbers of its people published by the agency',
  },
  subject: 'agency',
  isContinuing: true,
  openedBy: ['StaffListApproved'],
  opens(entry, context) {
    if (entry.type !== 'StaffListApproved') return null;
    const { code = null } = partsOf(entry.stream, ['code']) ?? {};
    if (!isOneOf(context.parameters.directoryAgencies, code, context)) return null;
    const { from } = entry.data;
    const start = from === null ? entry.occurredAt : startOf(from, context);
    const at = later(start, entry.occurredAt);
    return {
      at,
      due: dueAfter(key, { days: 3 }, later(at, lastMomentOf(entry, context)), context),
      bearer: { kind: 'agency', code },
    };
  },
  discharges: ['AgencyDirectoryPublished'],
  answers(entry) {
    if (entry.type !== 'AgencyDirectoryPublished') return false;
    return entry.data.officials !== false && entry.data.telephones !== false;
  },
});
