/**
 * leave-needs-consent-short: who is away for reasons of their agency, be it for an hour, was let go
 * (SL Đ8.đ): half a day binds private leave alone (`consentFromHalfDay`).
 *
 * Breached by a note that somebody was away for some hours, for their agency, and that nobody had let
 * them go. A note that does not say so is no breach.
 */
import type { AttendanceEvent } from '../../attendance/attendance/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { partsOf } from '../../stream.ts';
import { prohibition } from '../prohibition.ts';

export const leaveNeedsConsentShort = prohibition<AttendanceEvent>({
  key: 'leave-needs-consent-short',
  version: 1,
  title: {
    vi: 'Vắng vì việc của cơ quan cũng phải được đồng ý',
    en: 'Absence for the agency needs consent, however short',
  },
  subject: 'attendance',
  watches: ['AbsenceNoted'],
  gathered: false,
  offends(entry, _, { parameters }) {
    if (parameters.consentFromHalfDay !== 'private-leave' || entry.type !== 'AbsenceNoted') {
      return null;
    }
    const { hours, kind, withLeave } = entry.data;
    const isForAgency = kind === 'agency-work' || kind === 'business-trip';
    return hours !== null && isForAgency && withLeave === false ? [] : null;
  },
  blames: (entry) => ({ kind: 'official', code: officialOf(entry) }),
});

function officialOf({ stream }: Entry<AttendanceEvent>): string | null {
  return partsOf(stream, ['official', 'month'])?.['official'] ?? null;
}
