/**
 * Officials, by their id: where they are posted, which office they hold, for whom they may sign, and
 * what they wear. Each with the first and the last day, and the entries that prove it.
 */
import type { Authority } from '../../centre/official/authorities.ts';
import type { Posting } from '../../centre/official/postings.ts';
import {
  evolve,
  type Held,
  type OfficialState,
  unknownOfficial,
} from '../../centre/official/state.ts';
import {
  type OfficialEvent,
  type OfficialEventOf,
  official,
} from '../../centre/official/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { partsOf } from '../../stream.ts';
import { hoChiMinh, localDateOf } from '../../time/zone.ts';
import type { AgencyCode, CalendarDate, EventId, Instant } from '../../units.ts';
import type { History } from '../history.ts';
import { inWords } from '../in-words.ts';
import type { Register } from '../register.ts';

/** Something that holds from a day to a day. */
export type Dated<What> = {
  readonly what: What;
  readonly from: CalendarDate;
  /** Last day; null: none is known. */
  readonly to: CalendarDate | null;
  /** What began, changed and ended it. */
  readonly proof: readonly EventId[];
};

export type OfficialOnRecord = {
  /** The home agency, as it was stated last. */
  readonly agency: AgencyCode | null;
  readonly dress: OfficialEventOf<'OfficialRegistered'>['data']['dress'];
  readonly postings: readonly Dated<Posting>[];
  readonly offices: readonly Dated<Held>[];
  readonly authorities: readonly Dated<Authority>[];
};

/** What says where an official works, and as what. */
export const placing = [
  'OfficialRegistered',
  'OfficialDetailsChanged',
  'OfficialPosted',
  'PostingExtended',
  'PostingEnded',
  'OfficeTaken',
  'OfficeLeft',
] as const;

export const postings: Register<OfficialOnRecord> = {
  name: 'postings',
  category: 'official',
  types: [...placing, 'AuthorityDelegated', 'AuthorityEnded'],
  keys: (stream) => [partsOf(stream, ['id'])?.['id'] ?? []].flat(),
  isKeyedByName: true,
  isAboutSubjects: false,
  fold: (records) => onRecord(records.flatMap(wordsOf)),
};

/** Whether it holds on `day`. */
export function holdsOn({ from, to }: Dated<unknown>, day: CalendarDate): boolean {
  return from <= day && (to === null || day <= to);
}

/** The entries of an official's record, in order of happening. */
export function wordsOf({ timeline }: History): readonly Entry<OfficialEvent>[] {
  return inWords('official', official, timeline);
}

export function onRecord(entries: readonly Entry<OfficialEvent>[]): OfficialOnRecord {
  const told = { postings: tellings(), offices: tellings(), authorities: tellings() };
  let state: OfficialState = unknownOfficial;
  let dress: OfficialOnRecord['dress'] = null;
  for (const entry of entries) {
    const next = evolve(state, entry);
    told.postings.notice(state.postings, next.postings, entry);
    told.offices.notice(state.offices, next.offices, entry);
    told.authorities.notice(state.authorities, next.authorities, entry);
    if (entry.type === 'OfficialRegistered') dress = entry.data.dress ?? dress;
    state = next;
  }
  return {
    agency: state.agency,
    dress,
    postings: told.postings.dated(state.postings, ({ from }) => from),
    offices: told.offices.dated(state.offices, ({ from, takenAt }) => from ?? dayAt(takenAt)),
    authorities: told.authorities.dated(
      state.authorities,
      ({ from, givenAt }) => from ?? dayAt(givenAt),
    ),
  };
}

/** What tells of each of a list's items, by its place: items are added at the end, and stay where they are. */
function tellings() {
  const proofs: EventId[][] = [];
  const endings: CalendarDate[] = [];
  return {
    notice(before: readonly unknown[], after: readonly unknown[], entry: Entry<OfficialEvent>) {
      for (const [place, item] of after.entries()) {
        if (before[place] === item) continue;
        proofs[place] = [...(proofs[place] ?? []), entry.id];
        if (endsUndated(entry)) endings[place] = dayAt(entry.occurredAt);
      }
    },
    dated<What extends { readonly to: CalendarDate | null }>(
      items: readonly What[],
      fromOf: (what: What) => CalendarDate,
    ): Dated<What>[] {
      return items.map((what, place) => ({
        what,
        from: fromOf(what),
        to: earlier(what.to, endings[place] ?? null),
        proof: proofs[place] ?? [],
      }));
    },
  };
}

/** An end that does not say which day was the last: by the day on which it happened it was over. */
function endsUndated({ type, data }: OfficialEvent): boolean {
  if (type === 'PostingEnded') return data.on === null;
  return (type === 'OfficeLeft' || type === 'AuthorityEnded') && data.to === null;
}

function earlier(one: CalendarDate | null, other: CalendarDate | null): CalendarDate | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

function dayAt(instant: Instant): CalendarDate {
  return localDateOf(instant, hoChiMinh);
}
