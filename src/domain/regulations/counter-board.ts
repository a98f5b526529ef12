/** The counters of a month, day by day: who was to be there, and when nobody was found there. */
import type { RosterLine } from '../attendance/roster/vocabulary/roster.ts';
import type { RosterEvent, RosterEventOf } from '../attendance/roster/vocabulary.ts';
import type { Entry } from '../entry.ts';
import { dayOf } from '../time/date.ts';
import { millisecondsOf } from '../units.ts';
import type { Stretch } from './coverage.ts';
import { hoursOn, partOn, serviceOn } from './presence.ts';
import type { Context } from './rule.ts';

/** One counter on one day. */
export type Place = {
  readonly counter: string;
  /** The number of the day. */
  readonly day: number;
  readonly lines: readonly RosterLine[];
  /** Who was to be there, and who stands in for them. */
  readonly officials: ReadonlySet<string>;
  /** Its officials were taken off the roster because they were away, and nobody was named in their place. */
  readonly isCleared: boolean;
  /** The agency of those who were taken off, where it is known. */
  readonly agency: string | null;
  /** What put it on the roster, as it now is. */
  readonly because: readonly Entry<RosterEvent>[];
  readonly found: readonly Found[];
};

/** When it was found without anybody. */
type Found = {
  readonly entry: Entry<RosterEventOf<'CounterFoundUnstaffed'>>;
  readonly hours: readonly Stretch[];
};

export type Board = ReadonlyMap<string, Place>;

type Where = { readonly day: RosterLine['day']; readonly counter: string };

/** As published, changed and found: read once, in order. */
export function boardOf(entries: readonly Entry<RosterEvent>[], context: Context): Board {
  const board = new Map<string, Place>();
  const at = (where: Where): Place => board.get(keyOf(where)) ?? emptyAt(where);
  const put = (where: Where, change: Partial<Place>) =>
    board.set(keyOf(where), { ...at(where), ...change });
  for (const entry of entries) {
    if (entry.type === 'RosterChanged') {
      for (const where of [...entry.data.cleared, ...entry.data.lines]) {
        put(where, cleared(at(where), entry));
      }
    }
    if (entry.type === 'RosterPublished' || entry.type === 'RosterChanged') {
      for (const line of entry.data.lines) put(line, withLine(at(line), line, entry));
    }
    if (entry.type === 'CounterFoundUnstaffed') {
      const found = { entry, hours: foundHours(entry, context) };
      put(entry.data, { found: [...at(entry.data).found, found] });
    }
  }
  return board;
}

function emptyAt({ day, counter }: Where): Place {
  return {
    counter,
    day: dayOf(day),
    lines: [],
    officials: new Set(),
    isCleared: false,
    agency: null,
    because: [],
    found: [],
  };
}

/** Why a roster is cleared of whoever is away; for other reasons the counter is not served. */
const away: readonly (string | null)[] = ['leave', 'sickness', 'absence', 'replacement'];

function cleared(
  { lines, agency }: Place,
  entry: Entry<RosterEventOf<'RosterChanged'>>,
): Partial<Place> {
  return {
    lines: [],
    officials: new Set(),
    isCleared: away.includes(entry.data.because),
    agency: lines.find((line) => line.agency !== null)?.agency ?? agency,
    because: [entry],
  };
}

function withLine(
  { lines, officials, because }: Place,
  line: RosterLine,
  entry: Entry<RosterEvent>,
): Partial<Place> {
  const { official, reserve } = line;
  return {
    lines: [...lines, line],
    officials: new Set([...officials, official, ...(reserve === null ? [] : [reserve])]),
    isCleared: false,
    because: because.includes(entry) ? because : [...because, entry],
  };
}

function foundHours(
  entry: Entry<RosterEventOf<'CounterFoundUnstaffed'>>,
  { workingTime }: Context,
): readonly Stretch[] {
  const { zone } = workingTime.calendar;
  const day = dayOf(entry.data.day);
  if (entry.data.hours !== null) return [hoursOn(day, entry.data.hours, zone)];
  const when = millisecondsOf(entry.occurredAt);
  const half = serviceOn(day, workingTime).find(({ from, to }) => from <= when && when < to);
  const isTimed = entry.precision === 'instant' && half !== undefined;
  return isTimed ? [half] : [partOn(day, 'whole', zone)];
}

function keyOf({ day, counter }: Where): string {
  return `${day} ${counter}`;
}
