/** The postings of an official: each as it was decided, and as it has become since. */
import type { Proposal } from '../../entry.ts';
import type { AgencyCode, CalendarDate, CentreCode, Instant } from '../../units.ts';
import type { Capacity, OfficialEvent, OfficialEventOf, Standards } from './vocabulary.ts';

export type Posting = {
  /** By which the events about it know each other; null where the record does not say. */
  readonly posting: string | null;
  readonly centre: CentreCode;
  readonly agency: AgencyCode | null;
  readonly capacity: Capacity | null;
  readonly position: string | null;
  readonly counter: string | null;
  readonly rotating: boolean | null;
  readonly from: CalendarDate;
  /** Last day, as first decided. */
  readonly firstTo: CalendarDate | null;
  /** Last day, as extended or as it ended; null: none is known. */
  readonly to: CalendarDate | null;
  readonly extensions: number;
  readonly endedAt: Instant | null;
  readonly because: OfficialEventOf<'PostingEnded'>['data']['because'];
  /** What the agency states (KT Đ13.1, NB Đ6.2a); null: nothing is on record. */
  readonly standards: Standards | null;
  readonly document: string | null;
  readonly postedAt: Instant;
};

export function postingsAfter(
  postings: readonly Posting[],
  event: Proposal<OfficialEvent>,
): readonly Posting[] {
  const { type, data, occurredAt: at } = event;
  if (type === 'OfficialPosted') return [...postings, posted(event)];
  if (type === 'PostingExtended') {
    return changed(postings, meant(postings, data.posting), ({ extensions }) => ({
      to: data.to,
      extensions: extensions + 1,
    }));
  }
  if (type === 'PostingStandardsStated') {
    return changed(postings, meant(postings, data.posting), () => ({ standards: data.standards }));
  }
  if (type === 'PostingEnded') {
    return changed(postings, openPosting(postings, data.posting), ({ to }) => ({
      endedAt: at,
      to: data.on ?? to,
      because: data.because,
    }));
  }
  return postings;
}

function posted({
  data,
  centre,
  occurredAt,
}: Proposal<OfficialEventOf<'OfficialPosted'>>): Posting {
  const { posting, agency, capacity, position, counter, rotating, from, to } = data;
  return {
    posting,
    centre: data.at ?? centre,
    agency,
    capacity,
    position,
    counter,
    rotating,
    from,
    firstTo: to,
    to,
    extensions: 0,
    endedAt: null,
    because: null,
    standards: data.standards,
    document: data.document,
    postedAt: occurredAt,
  };
}

/** The posting of that name that has not ended; the last one where no name is known. */
export function openPosting(postings: readonly Posting[], name: string | null): Posting | null {
  return postings.findLast((one) => one.endedAt === null && isNamed(one, name)) ?? null;
}

/** The open posting of that name, or else the last that ended. */
export function meant(postings: readonly Posting[], name: string | null): Posting | null {
  return openPosting(postings, name) ?? postings.findLast((one) => isNamed(one, name)) ?? null;
}

function isNamed({ posting }: Posting, name: string | null): boolean {
  return name === null || posting === null || posting === name;
}

function changed(
  postings: readonly Posting[],
  which: Posting | null,
  change: (posting: Posting) => Partial<Posting>,
): readonly Posting[] {
  return postings.map((one) => (one === which ? { ...one, ...change(one) } : one));
}
