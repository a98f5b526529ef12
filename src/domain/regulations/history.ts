/** The history of one subject: what stands, in order of happening, and how it came to stand. */
import type { AnyEvent, Entry } from '../entry.ts';
import { type Timeline, timeline } from '../timeline.ts';

export type History<Event extends AnyEvent = AnyEvent> = {
  /** Every entry, in the order of the ledger: also those that were corrected or withdrawn. */
  readonly entries: readonly Entry<Event>[];
  /** What stands, in order of happening. */
  readonly timeline: Timeline<Event>;
  /** How often the same fact was stated, first statement first; the one that stands comes last. */
  statementsOf(entry: Entry<Event>): readonly [Entry<Event>, ...Entry<Event>[]];
};

export function historyOf<Event extends AnyEvent>(
  entries: readonly Entry<Event>[],
): History<Event> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));

  return {
    entries,
    timeline: timeline(entries),
    statementsOf(entry) {
      const earlier: Entry<Event>[] = [];
      let before = entry.corrects === null ? undefined : byId.get(entry.corrects);
      while (before !== undefined) {
        earlier.unshift(before);
        before = before.corrects === null ? undefined : byId.get(before.corrects);
      }
      const [first, ...rest] = [...earlier, entry];
      return [first ?? entry, ...rest];
    },
  };
}

/** The history as it was known before `entry` was recorded. */
export function historyBefore<Event extends AnyEvent>(
  { entries }: History<Event>,
  entry: Entry<Event>,
): History<Event> {
  return historyOf(entries.filter(({ index }) => index < entry.index));
}

/** The history once `entry` was recorded, and nothing later. */
export function historyWith<Event extends AnyEvent>(
  { entries }: History<Event>,
  entry: Entry<Event>,
): History<Event> {
  return historyOf(entries.filter(({ index }) => index <= entry.index));
}
