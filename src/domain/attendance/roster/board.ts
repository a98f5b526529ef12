/** Bảng phân công: the lines of a roster that hold, by day and counter. */
import { hoursMeet } from '../hours.ts';
import type { RosterLine } from './vocabulary/roster.ts';
import type { RosterEventOf } from './vocabulary.ts';

/** The lines of each counter and day, under a key of both. */
export type Board = ReadonlyMap<string, readonly RosterLine[]>;

type Place = Pick<RosterLine, 'day' | 'counter'>;

export const emptyBoard: Board = new Map();

/** The lines of one counter on one day. */
export function linesAt(board: Board, place: Place): readonly RosterLine[] {
  return board.get(keyOf(place)) ?? [];
}

/** Whether anybody was ever rostered on that day, at whichever counter. */
export function hasDay(board: Board, day: string): boolean {
  return board.keys().some((key) => key.startsWith(`${day} `));
}

/** Lines that are published add to those there are: a file may tell of one counter and day in several entries. */
export function publishedOn(board: Board, lines: readonly RosterLine[]): Board {
  const next = new Map(board);
  for (const line of lines) {
    const there = linesAt(next, line);
    if (!there.some((other) => isSameLine(line, other))) next.set(keyOf(line), [...there, line]);
  }
  return next;
}

/** A change says all lines of the counters and days that it names. A place that was cleared stays known, with nobody. */
export function changedBoard(
  board: Board,
  { lines, cleared }: RosterEventOf<'RosterChanged'>['data'],
): Board {
  const next = new Map(board);
  for (const place of [...cleared, ...lines]) next.set(keyOf(place), []);
  return publishedOn(next, lines);
}

/** Every line, by day, counter and hours. */
export function linesOf(board: Board): readonly RosterLine[] {
  return [...board.values()].flat().toSorted((one, other) => {
    const [a, b] = [placeOf(one), placeOf(other)];
    return a < b ? -1 : Number(a > b);
  });
}

/**
 * The lines whose official is to be at two counters at once. It is kept, and listed: two counters side
 * by side can have one official.
 */
export function atTwoCounters(lines: readonly RosterLine[]): ReadonlySet<RosterLine> {
  const found = new Set<RosterLine>();
  const ofOne = Map.groupBy(lines, ({ day, official }) => `${day} ${official}`);
  for (const own of ofOne.values()) {
    for (const one of own) {
      const isTwice = own.some((other) => other.counter !== one.counter && meet(one, other));
      if (isTwice) found.add(one);
    }
  }
  return found;
}

/**
 * The lines of a shared counter at which another official is to be at the same time: such a counter has
 * exactly one (KT Đ13.10). It is kept, and listed.
 */
export function besideAnother(
  lines: readonly RosterLine[],
  combined: readonly string[],
): ReadonlySet<RosterLine> {
  const shared = lines.filter(({ counter }) => combined.includes(counter));
  const found = new Set<RosterLine>();
  for (const there of Map.groupBy(shared, keyOf).values()) {
    for (const one of there) {
      if (there.some((other) => other.official !== one.official && meet(one, other)))
        found.add(one);
    }
  }
  return found;
}

/** Whether two lines are of a common time; one that names no hours is of the whole day. */
function meet(one: RosterLine, other: RosterLine): boolean {
  return one.hours === null || other.hours === null || hoursMeet(one.hours, other.hours);
}

/** Whether they are the same official at the same counter and time. */
export function isSameLine(one: RosterLine, other: RosterLine): boolean {
  return (
    keyOf(one) === keyOf(other) &&
    one.official === other.official &&
    one.hours?.from === other.hours?.from &&
    one.hours?.to === other.hours?.to
  );
}

function keyOf({ day, counter }: Place): string {
  return `${day} ${counter}`;
}

function placeOf({ day, counter, hours, official }: RosterLine): string {
  return [day, counter, hours?.from ?? '', official].join('\u0000');
}
