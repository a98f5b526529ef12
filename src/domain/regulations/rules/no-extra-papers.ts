/**
 * no-extra-papers: nothing is demanded beyond the papers that are published for the procedure (KT Đ5.1đ,
 * NB Đ5.2c). That the applicant may refuse it (KT Đ6.1b, BL Đ10.3) is a right, and no breach of anybody's.
 *
 * A breach is a request for supplements that names a paper which the procedure, as published on that
 * day, does not; or a conduct note of it. Names are compared without regard to case. Where no papers
 * are published, or the request names none, nothing can be compared.
 */
import type { AttendanceEvent } from '../../attendance/attendance/vocabulary.ts';
import type { DossierEvent, DossierEventOf } from '../../dossier/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { ofType, type Timeline } from '../../timeline.ts';
import { notes, officialOfMonth } from '../conduct.ts';
import { procedureIn } from '../dossier-facts.ts';
import { prohibition } from '../prohibition.ts';
import { publicationOn, versionOn } from '../registers/procedures.ts';
import type { Bearer, Context } from '../rule.ts';

type Event = AttendanceEvent | DossierEvent;
type Request = Entry<DossierEventOf<'SupplementRequested'>>;

export const noExtraPapers = prohibition<Event>({
  key: 'no-extra-papers',
  version: 1,
  title: {
    vi: 'Không yêu cầu giấy tờ ngoài quy định',
    en: 'No papers demanded beyond those published',
  },
  subject: ['dossier', 'attendance'],
  watches: ['SupplementRequested', 'ConductNoted'],
  gathered: false,
  offends(entry, timeline, context) {
    if (entry.type !== 'SupplementRequested') {
      return notes(entry, ['extra-papers-demanded']) ? [] : null;
    }
    return asksMore(entry, timeline, context) ? receptionIn(timeline) : null;
  },
  blames: (entry, _, context) =>
    entry.type === 'SupplementRequested' ? askerOf(entry) : officialOfMonth(context),
  provedBy: (entry, timeline, context) =>
    entry.type === 'SupplementRequested'
      ? publicationOn(procedureOf(timeline), dayOf(entry, context), context)
      : [],
});

function asksMore(entry: Request, timeline: Timeline<Event>, context: Context): boolean {
  const asked = entry.data.components ?? [];
  if (asked.length === 0) return false;
  const version = versionOn(procedureOf(timeline), dayOf(entry, context), context);
  if (version === null || version.components === null) return false;
  const published = new Set(version.components.map(({ name }) => plain(name)));
  return asked.some(({ name }) => !published.has(plain(name)));
}

function askerOf({ data: { official, unit } }: Request): Bearer {
  return official === null && unit !== null
    ? { kind: 'agency', code: unit }
    : { kind: 'official', code: official };
}

/** What says which procedure it is. */
function receptionIn(timeline: Timeline<Event>) {
  return ofType(timeline, 'DossierReceived').slice(0, 1);
}

function procedureOf(timeline: Timeline<Event>): string | null {
  return procedureIn(ofType(timeline, 'DossierReceived', 'DossierSubmitted'));
}

function dayOf({ occurredAt }: Request, { workingTime }: Context) {
  return workingTime.dateAt(occurredAt);
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
