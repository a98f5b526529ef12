/** The history of one subject: what stands, in order of happening, and how it came to stand. */
import { type AnyEvent, type Entry, knownAt } from '../entry.ts';
import { type Timeline, timeline } from '../timeline.ts';
import type { EventId } from '../units.ts';

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
  let byId: ReadonlyMap<EventId, Entry<Event>> | undefined; // most subjects are never corrected

  return {
    entries,
    timeline: timeline(entries),
    statementsOf(entry) {
      if (entry.corrects === null) return [entry];
      byId ??= new Map(entries.map((one) => [one.id, one]));
      const earlier: Entry<Event>[] = [];
      let before = byId.get(entry.corrects);
      while (before !== undefined) {
        earlier.unshift(before);
        before = before.corrects === null ? undefined : byId.get(before.corrects);
      }
      const [first, ...rest] = [...earlier, entry];
      return [first ?? entry, ...rest];
    },
  };
}

/** The history as it was known before `entry` was: what an import or a backfill tells was known when it happened. */
export function historyBefore<Event extends AnyEvent>(
  { entries }: History<Event>,
  entry: Entry<Event>,
): History<Event> {
  return historyOf(entries.filter((other) => isKnownBefore(other, entry)));
}

/** The history once `entry` was known, and nothing later. */
export function historyWith<Event extends AnyEvent>(
  { entries }: History<Event>,
  entry: Entry<Event>,
): History<Event> {
  return historyOf(entries.filter((other) => other === entry || isKnownBefore(other, entry)));
}

function isKnownBefore(a: Entry<AnyEvent>, b: Entry<AnyEvent>): boolean {
  const [known, bound] = [knownAt(a), knownAt(b)];
  return known === bound ? a.index < b.index : known < bound;
}
