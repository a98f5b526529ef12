/**
 * data-not-tampered: the data of procedures are neither held up nor changed, deleted, forged, copied or
 * moved without right (KT Đ5.1c).
 *
 * Found by a report on the centre's record or by a conduct note. That nothing on this record was
 * changed is what its sealed log proves.
 */
import type { AttendanceEvent } from '../../attendance/attendance/vocabulary.ts';
import type { CentreEvent } from '../../centre/centre/vocabulary.ts';
import { notes, officialOfMonth } from '../conduct.ts';
import { prohibition } from '../prohibition.ts';
import type { Bearer } from '../rule.ts';

export const dataNotTampered = prohibition<AttendanceEvent | CentreEvent>({
  key: 'data-not-tampered',
  version: 1,
  title: {
    vi: 'Không can thiệp trái phép vào dữ liệu thủ tục hành chính',
    en: 'Data of procedures not tampered with',
  },
  subject: ['office', 'attendance'],
  watches: ['DataTamperingReported', 'ConductNoted'],
  gathered: false,
  offends(entry) {
    if (entry.type === 'DataTamperingReported') return [];
    return notes(entry, ['data-obstructed', 'data-tampered']) ? [] : null;
  },
  blames: (entry, _, context) =>
    entry.type === 'DataTamperingReported' ? reported(entry.data) : officialOfMonth(context),
  tells: (entry) => (entry.type === 'DataTamperingReported' ? entry.data.what : null),
});

type Report = Extract<CentreEvent, { type: 'DataTamperingReported' }>['data'];

function reported({ official, agency }: Report): Bearer | null {
  if (official !== null) return { kind: 'official', code: official };
  return agency === null ? null : { kind: 'agency', code: agency };
}
