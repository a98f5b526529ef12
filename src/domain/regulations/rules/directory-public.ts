/**
 * directory-public: the public can find who works at the centre and how to reach them, as it now is (BL
 * Đ8.1g; KT Đ8.8, whose list is for the public; TQ Đ11.2: telephone numbers).
 *
 * Opened by what the directory does not show yet: an official who comes or goes, a leader who takes or
 * leaves office, a name, title, field or number that changes. Discharged by a directory, or a change of
 * it, that shows it. No text says by when. `directoryBearer` says whose duty it is, `directoryShows`
 * whether it is about telephone numbers alone, and so not about leaders. What a publication does not
 * say of itself is not held against it.
 *
 * What a later change undoes need not be shown any more: who went is not asked for, nor a number that
 * was changed again.
 */
import type { CentreEvent } from '../../centre/centre/vocabulary.ts';
import type { OfficialEvent } from '../../centre/official/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { plusDays } from '../../time/date.ts';
import type { Timeline } from '../../timeline.ts';
import type { CalendarDate, Instant } from '../../units.ts';
import { type Change, isShownBy, shownBefore } from '../directory.ts';
import { duty } from '../duty.ts';
import { isCertainlyBefore, lastMomentOf, later } from '../order.ts';
import { startOf } from '../period.ts';
import { directorAt, officialOfStream, worksAt } from '../registers/people.ts';
import type { Bearer, Context } from '../rule.ts';
import { dueAfter } from '../term.ts';

const key = 'directory-public';

type Told = CentreEvent | OfficialEvent;

const changing = [
  'OfficialPosted',
  'PostingEnded',
  'OfficeTaken',
  'OfficeLeft',
  'OfficialDetailsChanged',
] as const;

export const directoryPublic = duty<Told>({
  key,
  version: 2,
  title: { vi: 'Công khai danh bạ, số điện thoại', en: 'Directory public and current' },
  subject: 'directory',
  isContinuing: true,
  openedBy: changing,
  opens(entry, context, timeline) {
    const change = changeBy(entry, context);
    if (change === null || isUpToDate(change, entry, timeline, context)) return null;
    const at = later(entry.occurredAt, startOf(change.from, context));
    const due = dueAfter(key, { days: 3 }, later(at, lastMomentOf(entry, context)), context);
    return { at, due, bearer: bearerAt(at, context), detail: change.official };
  },
  discharges: ['DirectoryPublished', 'DirectoryChanged'],
  answers(entry, { entry: opening }, context, timeline) {
    const change = changeBy(opening, context);
    if (change === null || !isShownBy(change, entry)) return false;
    return !timeline.some(
      (one) =>
        isCertainlyBefore(opening, one, context) &&
        isCertainlyBefore(one, entry, context) &&
        isUndoneBy(one, change, context),
    );
  },
  ends: changing,
  isEnd(entry, { entry: opening }, context) {
    const change = changeBy(opening, context);
    return change !== null && isUndoneBy(entry, change, context);
  },
});

function isUndoneBy(entry: Entry<Told>, { official, what, telephone }: Change, context: Context) {
  const next = changeBy(entry, context);
  if (next === null || next.official !== official) return false;
  if (what === 'goes') return next.what === 'comes';
  return next.what === 'goes' || (telephone !== null && next.telephone !== null);
}

/** What the directory of the centre has to show because of it; null: nothing. */
function changeBy(entry: Entry<Told>, context: Context): Change | null {
  const official = officialOfStream(entry.stream);
  const day = context.workingTime.dateAt(entry.occurredAt);
  const { type, data, centre } = entry;
  if (type === 'OfficialPosted') {
    const isHere = (data.at ?? centre) === context.centre;
    return isHere ? { what: 'comes', official, from: data.from, telephone: null } : null;
  }
  if (centre !== context.centre) return null;
  if (type === 'PostingEnded') return goes(official, data.on ?? day, context);
  if (type === 'OfficeTaken') {
    if (!isLeader(data.office, context)) return null;
    return { what: 'comes', official, from: data.from ?? day, telephone: null };
  }
  if (type === 'OfficeLeft') {
    return isLeader(data.office, context) ? goes(official, data.to ?? day, context) : null;
  }
  if (type !== 'OfficialDetailsChanged' || !worksAt(official, day, context)) return null;
  const { name, title, field, telephone } = data;
  const shown =
    context.parameters.directoryShows === 'telephones'
      ? [telephone]
      : [name, title, field, telephone];
  if (shown.every((value) => value === null)) return null;
  return { what: 'changes', official, from: day, telephone };
}

function isLeader(office: string, { parameters }: Context): boolean {
  const isOne = office === 'director' || office === 'deputy-director';
  return isOne && parameters.directoryShows === 'names-and-telephones';
}

/** From the day after the last, unless they stay in another capacity. */
function goes(official: string, last: CalendarDate, context: Context): Change | null {
  const from = plusDays(last, 1);
  return worksAt(official, from, context)
    ? null
    : { what: 'goes', official, from, telephone: null };
}

/** Whether what is published already says so. */
function isUpToDate(
  change: Change,
  entry: Entry<Told>,
  timeline: Timeline<Told>,
  context: Context,
): boolean {
  const shown = shownBefore(entry, change.official, timeline, context);
  if (change.what === 'comes') return shown === 'yes';
  return shown === 'no'; // who does not stand there need not be changed or taken out
}

function bearerAt(instant: Instant, context: Context): Bearer {
  if (context.parameters.directoryBearer === 'director') return directorAt(instant, context);
  return { kind: 'centre', code: context.centre };
}
