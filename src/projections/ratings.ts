/**
 * Citizens' ratings: one row each, also those that were found untrue or withdrawn, and how many there
 * are by official, unit and month.
 *
 * A rating that does not count is counted apart, so that nobody's figure improves unseen.
 */
import type { DossierEvent, DossierEventOf } from '../domain/dossier/vocabulary.ts';
import type { AnyEvent, Entry } from '../domain/entry.ts';
import { centreOf } from '../domain/regulations/home.ts';
import { hoChiMinh, localDateOf } from '../domain/time/zone.ts';
import { resolvedFrom, type Timeline } from '../domain/timeline.ts';
import { emptyView, type Subject, type View, type Viewing } from './projection.ts';
import type { Row, Table } from './table.ts';

type Rating = Entry<DossierEventOf<'SatisfactionRated'>>;
type Annotation = Entry<DossierEventOf<'RatingAnnotated'>>;

/** `stands`: nobody has said anything of it. The others but `withdrawn` are what was found of it last. */
export type RatingState = Annotation['data']['finding'] | 'stands' | 'withdrawn';

const counted: ReadonlySet<RatingState> = new Set<RatingState>(['stands', 'confirmed', 'disputed']);

const ratingTable: Table = {
  name: 'rating',
  columns: {
    place: 'INTEGER',
    subject: 'TEXT',
    dossier: 'TEXT',
    centre: 'TEXT',
    at: 'TEXT',
    month: 'TEXT',
    reference: 'TEXT',
    score: 'INTEGER',
    best: 'INTEGER',
    channel: 'TEXT',
    topic: 'TEXT',
    official: 'TEXT',
    unit: 'TEXT',
    state: 'TEXT',
    counts: 'TEXT',
  },
  key: 1,
  counts: [],
  indexes: [
    'place, centre',
    'dossier, place, centre',
    'official, place, centre',
    'unit, place, centre',
    'state, place, centre',
    'month, place, centre',
  ],
};

const totalTable: Table = {
  name: 'rating_total',
  columns: {
    official: 'TEXT',
    unit: 'TEXT',
    month: 'TEXT',
    centre: 'TEXT',
    best: 'INTEGER',
    score: 'INTEGER',
    ratings: 'INTEGER',
    apart: 'INTEGER',
  },
  key: 6,
  counts: ['ratings', 'apart'],
  indexes: ['unit, centre', 'month, centre'],
};

export const ratings: Viewing = {
  name: 'ratings',
  version: 1,
  category: 'dossier',
  tables: [ratingTable, totalTable],
  view: viewOf,
};

function viewOf({ stream, entries, history }: Subject): View {
  if (!entries.some(({ type }) => type === 'SatisfactionRated')) return emptyView; // most dossiers
  const centre = centreOf(entries);
  const found = entries.filter(isRating).flatMap((rating) => {
    const state = stateOf(rating, entries, history.timeline);
    return state === null ? [] : [{ rating, state }];
  });
  return {
    rows: { rating: found.map((one) => rowOf(stream, centre, one)) },
    counts: { rating_total: found.map((one) => totalOf(centre, one)) },
    failures: [],
  };
}

/** Null for what was corrected: the rating that stands in its place is shown. */
function stateOf(
  rating: Rating,
  entries: readonly Entry<AnyEvent>[],
  timeline: Timeline<AnyEvent>,
): RatingState | null {
  const stands = timeline.some(({ id }) => id === rating.id);
  if (!stands) {
    const isWithdrawn = rating.corrects === null && resolvedFrom(rating, entries) === null;
    return isWithdrawn ? 'withdrawn' : null;
  }
  const given = timeline.filter(isRating);
  const last = timeline
    .filter(isAnnotation)
    .findLast((annotation) => ratingOf(annotation, given)?.id === rating.id);
  return last?.data.finding ?? 'stands';
}

/**
 * Which rating is meant: the one of that name; where names do not tell, the last before it of which
 * none is known, or where none was said, the last before it.
 */
function ratingOf(
  { data: { reference }, occurredAt }: Annotation,
  given: readonly Rating[],
): Rating | undefined {
  const named = given.find(({ data }) => reference !== null && data.reference === reference);
  return (
    named ??
    given.findLast(
      (one) => one.occurredAt <= occurredAt && (reference === null || one.data.reference === null),
    )
  );
}

type Found = { readonly rating: Rating; readonly state: RatingState };

function rowOf(subject: string, centre: string | null, { rating, state }: Found): Row {
  const { index, occurredAt, data } = rating;
  const { reference, score, best, channel, of, official, unit } = data;
  return {
    place: index,
    subject,
    dossier: subject.slice('dossier-'.length),
    centre,
    at: occurredAt,
    month: monthOf(rating),
    reference,
    score,
    best,
    channel,
    topic: of,
    official,
    unit,
    state,
    counts: counted.has(state) ? 'yes' : 'no',
  };
}

function totalOf(centre: string | null, { rating, state }: Found): Row {
  const { score, best, official, unit } = rating.data;
  const isCounted = counted.has(state);
  return {
    official: official ?? '',
    unit: unit ?? '',
    month: monthOf(rating),
    centre,
    best,
    score,
    ratings: Number(isCounted),
    apart: Number(!isCounted),
  };
}

/** In Vietnam. */
function monthOf({ occurredAt }: Rating): string {
  return localDateOf(occurredAt, hoChiMinh).slice(0, 7);
}

function isRating(entry: Entry<AnyEvent>): entry is Rating {
  return entry.type === ('SatisfactionRated' satisfies DossierEvent['type']);
}

function isAnnotation(entry: Entry<AnyEvent>): entry is Annotation {
  return entry.type === ('RatingAnnotated' satisfies DossierEvent['type']);
}
