/**
 * from-approved-list: who serves at a counter is on the formal or the reserve list of their agency that
 * is in force (TQ Đ3.5; NB Đ6.1a).
 *
 * The breach is to come to work on a day on which the roster names the official for a counter, or with a
 * check-in that names one; one breach for a month. Judged by the lists of the agency that the line names,
 * else the check-in, else the official's own record; a reserve of another agency is on no list of it. Of
 * an agency that has no list on record, or none yet by that day, nothing is said; where the last list
 * has run out or was revoked, nobody is on one.
 */
import type { AttendanceEventOf } from '../../attendance/attendance/vocabulary.ts';
import { attendance } from '../../attendance/attendance/vocabulary.ts';
import type { AnyEvent, Entry } from '../../entry.ts';
import type { Timeline } from '../../timeline.ts';
import type { CalendarDate } from '../../units.ts';
import { officialOfMonth } from '../conduct.ts';
import { inWords } from '../in-words.ts';
import { prohibition } from '../prohibition.ts';
import { type ApprovedList, approvedLists, inForceOn } from '../registers/lists.ts';
import { postings } from '../registers/postings.ts';
import { linesOf } from '../rostered.ts';
import type { Context } from '../rule.ts';

export const fromApprovedList = prohibition<AnyEvent>({
  key: 'from-approved-list',
  version: 1,
  title: {
    vi: 'Người làm việc tại quầy có trong danh sách được phê duyệt',
    en: 'Only officials of an approved list serve',
  },
  subject: 'attendance',
  watches: ['CheckedIn'],
  gathered: true,
  offends: (entry, timeline, context) => servesUnlisted(entry, timeline, context)?.because ?? null,
  provedBy: (entry, timeline, context) =>
    (servesUnlisted(entry, timeline, context)?.lists ?? []).flatMap(({ proof }) => proof),
  blames(entry, timeline, context) {
    const agency = servesUnlisted(entry, timeline, context)?.agency ?? null;
    return { kind: 'agency', code: agency };
  },
  tells: (_, context) => officialOfMonth(context).code,
});

type Unlisted = {
  readonly agency: string;
  /** What put the official at the counter, beside the check-in. */
  readonly because: readonly Entry<AnyEvent>[];
  /** The lists that do not name them. */
  readonly lists: readonly ApprovedList[];
};

function servesUnlisted(
  entry: Entry<AnyEvent>,
  timeline: Timeline<AnyEvent>,
  context: Context,
): Unlisted | null {
  const [checkedIn] = inWords('attendance', attendance, [entry]);
  const official = officialOfMonth(context).code;
  if (checkedIn?.type !== 'CheckedIn' || official === null) return null;
  const day = context.workingTime.dateAt(entry.occurredAt);
  const lines = linesOf(official, timeline, context).get(day) ?? [];
  if (lines.length === 0 && checkedIn.data.counter === null) return null;
  const named = lines.find(({ line }) => line.agency !== null)?.line.agency;
  const agency = named ?? agencyOf(checkedIn.data, official, context);
  if (agency === null) return null;
  const lists = context.registers.look(approvedLists, agency);
  if (isListed(official, lists, day)) return null;
  return { agency, because: lines.map(({ because }) => because), lists: lastOf(lists, day) };
}

function agencyOf(
  { agency }: AttendanceEventOf<'CheckedIn'>['data'],
  official: string,
  { registers }: Context,
): string | null {
  return agency ?? registers.look(postings, official).agency;
}

/** Where no list is known to have been in force by then, anybody may be on one. */
function isListed(official: string, lists: readonly ApprovedList[], day: CalendarDate): boolean {
  if (!lists.some(({ from }) => from <= day)) return true;
  return inForceOn(lists, day).some(({ officials }) => officials.has(official));
}

/** Those in force, or else the last that was. */
function lastOf(lists: readonly ApprovedList[], day: CalendarDate): readonly ApprovedList[] {
  const now = inForceOn(lists, day);
  if (now.length > 0) return now;
  return lists.filter(({ from }) => from <= day).slice(-1);
}
