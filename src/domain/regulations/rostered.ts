/** The roster lines of one official (lịch trực): on which days, and by which entries. */
import type { RosterLine } from '../attendance/roster/vocabulary/roster.ts';
import { roster } from '../attendance/roster/vocabulary.ts';
import type { AnyEvent, Entry } from '../entry.ts';
import type { Timeline } from '../timeline.ts';
import type { CalendarDate } from '../units.ts';
import { inWords } from './in-words.ts';
import type { Context } from './rule.ts';

export type Rostered = {
  readonly line: RosterLine;
  /** What put it on the roster. */
  readonly because: Entry<AnyEvent>;
};

type ByDay = ReadonlyMap<CalendarDate, readonly Rostered[]>;

/** Several rules ask of one timeline, and some for each of its entries: it is read once. */
const read = new WeakMap<Timeline<AnyEvent>, ByDay>();

/**
 * The lines of the official whose month is judged that hold, by day: as published, and as changed. A
 * change says all lines of the counters and days that it names.
 *
 * @param official the one whom the subject of `timeline` is about.
 */
export function linesOf(
  official: string,
  timeline: Timeline<AnyEvent>,
  { centre }: Context,
): ByDay {
  const before = read.get(timeline);
  if (before !== undefined) return before;
  const held = new Map<string, Rostered[]>();
  for (const entry of inWords('roster', roster, timeline)) {
    if (entry.centre !== centre) continue;
    if (entry.type === 'RosterChanged') {
      for (const place of [...entry.data.cleared, ...entry.data.lines]) held.delete(keyOf(place));
    }
    if (entry.type !== 'RosterPublished' && entry.type !== 'RosterChanged') continue;
    for (const line of entry.data.lines) {
      if (line.official !== official) continue;
      const key = keyOf(line);
      held.set(key, [...(held.get(key) ?? []), { line, because: entry }]);
    }
  }
  const byDay = Map.groupBy([...held.values()].flat(), ({ line }) => line.day);
  read.set(timeline, byDay);
  return byDay;
}

function keyOf({ day, counter }: Pick<RosterLine, 'day' | 'counter'>): string {
  return `${day} ${counter}`;
}
