/** Entries that may have taken a breach away: which they are, of a subject's own records and of those that it is judged by. */
import type { AnyEvent, Entry } from '../entry.ts';
import { msPerDay } from '../time/date.ts';
import { instantOfLocal, localDayAt } from '../time/zone.ts';
import { type Instant, millisecondsOf } from '../units.ts';
import { type Amendment, after, compareMoments, type Moment, momentOf } from './amendment.ts';
import { excusedSince } from './catch-up.ts';
import type { Centre, Demand } from './centre.ts';
import type { History } from './history.ts';
import type { Standpoint } from './standpoint.ts';

/** An entry that may have taken something away. */
export type Suspect = {
  readonly entry: Entry<AnyEvent>;
  readonly known: Instant;
  /** What was broken then may have been taken away. */
  readonly brokenAt: Instant;
};

/**
 * The amendments that may have taken something away. Each that tells of a day that was over, or corrects
 * something, is one; of those that tell of the day on which they were made, which most do, only those by
 * which the judgement became another. These are not tried one by one, so what one of them brings up and
 * the next takes away between two others is not seen.
 *
 * @param moments of the suspects of its own.
 * @param tell what was said when so many amendments were known, and of its own what was before a moment; null: all.
 */
export function suspectsAmong(
  amendments: readonly Amendment[],
  moments: readonly Moment[],
  tell: (moment: Moment | null, count: number) => string,
): Suspect[] {
  const certain = amendments.filter(isOfThePast);
  const ends = [...moments, ...certain.map(momentOf)].toSorted(compareMoments);
  let from = 0;
  const others = [...ends, null].flatMap((end) => {
    const to = end === null ? amendments.length : countBefore(amendments, end);
    const found = changingAmong(from, to, (count) => tell(end, count));
    from = end === null ? to : countBefore(amendments, after(end));
    return found.flatMap((place) => amendments[place] ?? []);
  });
  return [...certain, ...others].map(({ entry, known }) => ({ entry, known, brokenAt: known }));
}

function isOfThePast({ entry, known, reach }: Amendment): boolean {
  return entry.corrects !== null || millisecondsOf(known) - reach >= msPerDay;
}

/** The places, from `from` up to `to`, after which `tell` tells something else than before: found by halving. */
function changingAmong(from: number, to: number, tell: (count: number) => string): number[] {
  if (from === to || tell(from) === tell(to)) return [];
  if (to - from === 1) return [from];
  const middle = Math.floor((from + to) / 2);
  return [...changingAmong(from, middle, tell), ...changingAmong(middle, to, tell)];
}

/** How many became known before `moment`. */
export function countBefore(
  all: readonly Pick<Amendment, 'entry' | 'known'>[],
  moment: Moment,
): number {
  return all.filter((one) => compareMoments(momentOf(one), moment) < 0).length;
}

export function byMoment(one: Suspect, other: Suspect): number {
  return compareMoments(momentOf(one), momentOf(other));
}

/** Of a subject's own records: corrections, what moves a due time, and what settles a breach and was entered late. */
export function ownSuspects(
  { rule: { amendedBy, settledBy } }: Demand,
  history: History,
  late: ReadonlyMap<Entry<AnyEvent>, Instant>,
): Suspect[] {
  if (!history.isCorrected && amendedBy.length === 0 && late.size === 0) return [];
  return history.entries.flatMap((entry) => {
    const { corrects, type } = entry;
    const isAmendment = corrects !== null || amendedBy.includes(type);
    const since = settledBy.includes(type) ? late.get(entry) : undefined;
    if (!isAmendment && since === undefined) return [];
    const known = history.knownAt(entry);
    return [{ entry, known, brokenAt: isAmendment ? known : (since ?? known) }];
  });
}

/** Entries that were made late, and since when they are: what was broken then, they may have taken away. */
export function lateEntries(
  history: History,
  { centre, context }: Standpoint,
): ReadonlyMap<Entry<AnyEvent>, Instant> {
  const late = history.entries.filter((entry) => isEnteredLate(entry, history, centre));
  return new Map(
    late.map((entry) => {
      const known = history.knownAt(entry);
      const excused = excusedSince(entry, context) ?? known;
      return [entry, excused < known ? excused : known];
    }),
  );
}

/** Known long after it is said to have happened: with the date that suits, it may be. Of a day alone, after its end. */
function isEnteredLate(entry: Entry<AnyEvent>, history: History, centre: Centre): boolean {
  const lag = centre.parameters.entryLag * 60_000;
  return millisecondsOf(history.knownAt(entry)) > latestOf(entry, centre) + lag;
}

/** The last moment at which it can have happened, in milliseconds since 1970 UTC. */
function latestOf({ occurredAt, precision }: Entry<AnyEvent>, { workingTime }: Centre): number {
  const stated = millisecondsOf(occurredAt);
  if (precision === 'instant') return stated;
  const { zone } = workingTime.calendar;
  return instantOfLocal(zone, (localDayAt(zone, stated) + 1) * msPerDay);
}
