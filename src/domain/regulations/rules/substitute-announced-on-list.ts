/**
 * substitute-announced-on-list: the reserve whom an agency announces or sends instead of somebody on
 * leave is on its approved list (NB Đ6.2b).
 *
 * Judged by the lists that were in force on the day; where none of the agency is on record, by what the
 * agency itself says. A record that says neither is no breach.
 */
import type { Entry } from '../../entry.ts';
import type { LeaveEvent } from '../../leave/vocabulary.ts';
import type { Timeline } from '../../timeline.ts';
import { absenceIn } from '../absence.ts';
import { prohibition } from '../prohibition.ts';
import { type ApprovedList, approvedLists, inForceOn } from '../registers/lists.ts';
import type { Bearer, Context } from '../rule.ts';

export const substituteOnList = prohibition<LeaveEvent>({
  key: 'substitute-announced-on-list',
  version: 1,
  title: {
    vi: 'Người làm thay có trong danh sách dự phòng được phê duyệt',
    en: 'Substitute on the approved list',
  },
  subject: 'leave',
  watches: ['SubstituteAnnounced', 'SubstituteArrived'],
  gathered: true,
  offends: (entry, timeline, context) => (isListed(entry, timeline, context) ? null : []),
  provedBy: (entry, timeline, context) =>
    listsFor(entry, timeline, context).flatMap(({ proof }) => proof),
  blames: agencyOf,
});

function isListed(
  entry: Entry<LeaveEvent>,
  timeline: Timeline<LeaveEvent>,
  context: Context,
): boolean {
  const { type, data } = entry;
  if (type !== 'SubstituteAnnounced' && type !== 'SubstituteArrived') return true;
  const lists = listsFor(entry, timeline, context);
  if (lists.length > 0) return lists.some(({ officials }) => officials.has(data.substitute));
  return type !== 'SubstituteAnnounced' || data.onApprovedList !== false;
}

function listsFor(
  entry: Entry<LeaveEvent>,
  timeline: Timeline<LeaveEvent>,
  { registers, workingTime }: Context,
): readonly ApprovedList[] {
  const { code } = agencyOf(entry, timeline);
  if (code === null) return [];
  return inForceOn(registers.look(approvedLists, code), workingTime.dateAt(entry.occurredAt));
}

function agencyOf({ data }: Entry<LeaveEvent>, timeline: Timeline<LeaveEvent>): Bearer {
  const { agency } = absenceIn(timeline);
  return 'agency' in data && data.agency !== null ? { kind: 'agency', code: data.agency } : agency;
}
