/**
 * The order in which things took place, where of some only the day was stated.
 *
 * When on its day such a thing was, nobody knows; that it was the first of the day, nobody said. What
 * was on record of that day before it was known to whoever wrote it down, so it comes after that: a
 * refund "on" the day of its receipt after the receipt, though that has its time of day.
 */
import type { AnyEvent, Entry } from './entry.ts';
import { type Index, type Instant, millisecondsOf } from './units.ts';

/** A day is this long where no clock is put forward or back: so in Vietnam. */
const dayMs = 86_400_000;

/**
 * In the order in which it took place: by the instant; of one instant, in the order of the ledger. An
 * entry of which only the day is known comes after those of its day that stand before it in `entries`,
 * and before whatever happened later.
 *
 * @param entries in the order of the ledger, a correction in the place of what it corrects.
 */
export function inOrder<Event extends AnyEvent>(
  entries: readonly Entry<Event>[],
): readonly Entry<Event>[] {
  const days = daysIn(entries);
  if (days.length === 0) return sorted(entries, compareInstants);
  const placed = sorted(placesOf(entries, days), (a, b) => comparePlaces(a.place, b.place));
  return placed.map(({ entry }) => entry);
}

/** Most of what is sorted here is in order already, and long. */
function sorted<One>(all: readonly One[], compareTwo: (a: One, b: One) => number): readonly One[] {
  const isOrdered = all.every((one, place) => {
    const before = all[place - 1];
    return before === undefined || compareTwo(before, one) <= 0;
  });
  return isOrdered ? all : all.toSorted(compareTwo);
}

function compareInstants(a: Entry<AnyEvent>, b: Entry<AnyEvent>): number {
  if (a.occurredAt !== b.occurredAt) return a.occurredAt < b.occurredAt ? -1 : 1;
  return a.index < b.index ? -1 : Number(a.index > b.index);
}

/** Where an entry is: at an instant that was stated, or after one. */
type Place = {
  readonly at: Instant;
  /** Of the entry that states that instant; -1: it is the begin of a day, and before all that states it. */
  readonly index: Index;
  /** Of what comes after it, by the order of the ledger; -1: the entry itself. */
  readonly rank: number;
};

type Placed<Event extends AnyEvent> = { readonly entry: Entry<Event>; readonly place: Place };

function placesOf<Event extends AnyEvent>(
  entries: readonly Entry<Event>[],
  days: readonly Day[],
): Placed<Event>[] {
  return entries.map((entry, rank) => {
    const { occurredAt: at, precision, index } = entry;
    const latest = days[lastBegun(days, at)]?.latest ?? { at, index: -1n };
    const place = precision === 'day' ? { ...latest, rank } : { at, index, rank: -1 };
    reach(days, place);
    return { entry, place };
  });
}

/** A day of which something is known by the day alone, and the last place in it that is taken. */
type Day = { readonly from: Instant; latest: Place | null };

function daysIn(entries: readonly Entry<AnyEvent>[]): readonly Day[] {
  const ofDay = entries.filter(({ precision }) => precision === 'day');
  const starts = [...new Set(ofDay.map(({ occurredAt }) => occurredAt))].toSorted();
  return starts.map((from) => ({ from, latest: null }));
}

/** In every day that `place` is in. There can be two: centres may have their days in different zones. */
function reach(days: readonly Day[], place: Place): void {
  const at = millisecondsOf(place.at);
  for (let n = lastBegun(days, place.at); n >= 0; n -= 1) {
    const day = days[n];
    if (day === undefined || millisecondsOf(day.from) + dayMs <= at) return; // and so are all before it
    if (day.latest === null || comparePlaces(day.latest, place) < 0) day.latest = place;
  }
}

/** The last of `days` that has begun at `at`; -1: none has. */
function lastBegun(days: readonly Day[], at: Instant): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle]?.from ?? at) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function comparePlaces(a: Place, b: Place): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.index !== b.index) return a.index < b.index ? -1 : 1;
  return a.rank - b.rank;
}
