/**
 * uniform-and-badge: in service hours officials wear their badge and the centre's uniform (SL Đ8.e; BL
 * Đ4.5, Đ8.3e; KT Đ3.7, Đ12.1e, where a name plate serves, too; NB Đ6.2đ).
 *
 * Each conduct note of one or the other is a breach. Whose own dress or badge serves is said by
 * `ownDressServes` and `ownBadgeServes`: at SL the armed forces are excepted from both, at BL and KT a
 * branch wears its own dress. That an official has one is said by the note or by the official's own
 * record; of whom neither says it, it is not so.
 */
import type { AttendanceEvent } from '../../attendance/attendance/vocabulary.ts';
import { isInHours, officialOfMonth } from '../conduct.ts';
import { prohibition } from '../prohibition.ts';
import { postings } from '../registers/postings.ts';
import type { Context } from '../rule.ts';

export const uniformAndBadge = prohibition<AttendanceEvent>({
  key: 'uniform-and-badge',
  version: 1,
  title: {
    vi: 'Đeo thẻ và mặc đồng phục trong giờ làm việc',
    en: 'Badge and uniform worn in service hours',
  },
  subject: 'attendance',
  watches: ['ConductNoted'],
  gathered: false,
  offends(entry, _, context) {
    if (entry.type !== 'ConductNoted' || !isInHours(entry, context)) return null;
    const { act, ownDress } = entry.data;
    if (act !== 'no-badge' && act !== 'no-uniform') return null;
    const { ownBadgeServes, ownDressServes } = context.parameters;
    const serves = act === 'no-badge' ? ownBadgeServes : ownDressServes;
    if (serves.length === 0) return [];
    const own = ownDress ?? dressOnRecord(officialOfMonth(context).code, context);
    return serves.some((one) => one === own) ? null : [];
  },
  blames: (_entry, _timeline, context) => officialOfMonth(context),
  tells: (entry) => (entry.type === 'ConductNoted' ? entry.data.act : null),
});

function dressOnRecord(official: string | null, { registers }: Context): string | null {
  return official === null ? null : registers.look(postings, official).dress;
}
