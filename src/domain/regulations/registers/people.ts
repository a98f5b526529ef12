/** Who works at a centre: whom the agencies posted there, and who leads it. */
import { type OfficialEvent, official } from '../../centre/official/vocabulary.ts';
import type { AnyEvent, Entry } from '../../entry.ts';
import { partsOf } from '../../stream.ts';
import type { CalendarDate, Instant } from '../../units.ts';
import type { History } from '../history.ts';
import { inWords } from '../in-words.ts';
import type { Register } from '../register.ts';
import type { Bearer, Context } from '../rule.ts';
import { onRecord, placing, wordsOf } from './postings.ts';

export type People = {
  readonly postings: readonly Posted[];
  /** In the order in which they took office. */
  readonly leaders: readonly Leader[];
};

type Posted = {
  readonly official: string;
  /** Who sends them; else whom they are of. */
  readonly agency: string | null;
  readonly capacity: 'formal' | 'reserve' | null;
  /** First and last day; null: no last day is known. */
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
};

type Leader = {
  readonly official: string;
  readonly office: 'director' | 'deputy-director';
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
};

/** By centre. */
export const people: Register<People> = {
  name: 'people',
  category: 'official',
  types: placing,
  keys: (_, entries) => placesIn(entries),
  isAboutSubjects: false,
  fold: (records, centre) => ({
    postings: records.flatMap((history) => postingsIn(history, centre)),
    leaders: records
      .flatMap((history) => officesIn(history, centre))
      .toSorted((a, b) => (a.from < b.from ? -1 : 1)),
  }),
};

/** The centres where an official was posted or held an office, by all that was ever entered. */
export function placesIn(entries: readonly Entry<AnyEvent>[]): readonly string[] {
  const places = inWords('official', official, entries).flatMap((entry) => placeIn(entry) ?? []);
  return [...new Set(places)];
}

function placeIn({ type, data, centre }: Entry<OfficialEvent>): string | null {
  if (type === 'OfficialPosted') return data.at ?? centre;
  return type === 'OfficeTaken' ? centre : null;
}

function postingsIn(history: History, at: string): Posted[] {
  const { postings, agency: own } = onRecord(wordsOf(history));
  return postings
    .filter(({ what }) => what.centre === at)
    .map(({ what: { agency, capacity }, from, to }) => {
      return { official: officialOf(history), agency: agency ?? own, capacity, from, to };
    });
}

function officesIn(history: History, at: string): Leader[] {
  const own = wordsOf(history).filter(({ centre }) => centre === at);
  return onRecord(own).offices.flatMap(({ what: { office }, from, to }) => {
    if (office !== 'director' && office !== 'deputy-director') return [];
    return [{ official: officialOf(history), office, from, to }];
  });
}

function officialOf({ entries }: History): string {
  return officialOfStream(entries[0]?.stream ?? '');
}

/** The official whose record it is; empty where it is nobody's. */
export function officialOfStream(stream: string): string {
  return partsOf(stream, ['official'])?.['official'] ?? '';
}

/** Whoever is posted at the centre on every day from `first` to `last`, by one posting. */
export function postedThrough(
  { from: first, to: last }: { readonly from: CalendarDate; readonly to: CalendarDate },
  context: Context,
): readonly Posted[] {
  return context.registers
    .look(people, context.centre)
    .postings.filter(({ from, to }) => from <= first && (to === null || last <= to));
}

/** Who directs the centre at `instant`: code null where the record does not say. */
export function directorAt(instant: Instant, context: Context): Bearer {
  const day = context.workingTime.dateAt(instant);
  const director = context.registers
    .look(people, context.centre)
    .leaders.findLast((one) => one.office === 'director' && isDuring(one, day));
  return { kind: 'official', code: director?.official ?? null };
}

/** Whether an official works at the centre on `day`: posted there, or one of its leaders. */
export function worksAt(code: string, day: CalendarDate, context: Context): boolean {
  const { postings, leaders } = context.registers.look(people, context.centre);
  return [...postings, ...leaders].some((one) => one.official === code && isDuring(one, day));
}

function isDuring({ from, to }: Pick<Posted, 'from' | 'to'>, day: CalendarDate): boolean {
  return from <= day && (to === null || day <= to);
}
