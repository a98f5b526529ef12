/** The history of one subject: what stands, in order of happening, and how it came to stand. */
import { type AnyEvent, type Entry, knownTimes } from '../entry.ts';
import { type Timeline, timeline } from '../timeline.ts';
import type { EventId, Instant } from '../units.ts';

export type History<Event extends AnyEvent = AnyEvent> = {
  /** Every entry, in the order of the ledger: also those that were corrected or withdrawn. */
  readonly entries: readonly Entry<Event>[];
  /** What stands, in order of happening. */
  readonly timeline: Timeline<Event>;
  /** Whether any entry corrects another. */
  readonly isCorrected: boolean;
  /** Those of `timeline` that are of one of the types, in its order. */
  standing(types: readonly string[]): Timeline<Event>;
  /** Every entry, in the order in which they became known; of one instant, in the order of the ledger. */
  readonly known: readonly Entry<Event>[];
  /** When the ledger could first know of one of `entries`. */
  readonly knownAt: (entry: Entry<AnyEvent>) => Instant;
  /** The first statement of the fact that `entry` states: an entry that corrects none. */
  firstStatementOf(entry: Entry<Event>): Entry<Event>;
  /** The history as it was when only the first `count` of `known` were known. Made once, however often it is asked for. */
  whenKnown(count: number): History<Event>;
  /** The history as if some of `entries` had never been made, and all else had. Made once, too. */
  without(some: readonly Entry<Event>[]): History<Event>;
};

export function historyOf<Event extends AnyEvent>(
  entries: readonly Entry<Event>[],
): History<Event> {
  const whole = onlyOnce(() => ({ times: knownTimes(entries), firsts: firstStatements(entries) }));
  const known = onlyOnce(() => inOrderOfKnowing(entries, whole().times));
  const history: History<Event> = {
    entries,
    isCorrected: entries.some(({ corrects }) => corrects !== null),
    ...standingIn(entries),
    get known() {
      return known();
    },
    // Nothing but an import is trusted with having been known before it was recorded.
    knownAt: ({ id, recordedAt, recordedVia }) =>
      recordedVia.mode === 'import' ? (whole().times.get(id) ?? recordedAt) : recordedAt,
    firstStatementOf: (entry) =>
      entry.corrects === null ? entry : (whole().firsts.get(entry.id) ?? entry),
    ...partsOf(() => history),
  };
  return history;
}

function partsOf<Event extends AnyEvent>(
  whole: () => History<Event>,
): Pick<History<Event>, 'whenKnown' | 'without'> {
  const made = new Map<string, History<Event>>();
  function part(name: string, known: () => readonly Entry<Event>[]): History<Event> {
    const before = made.get(name) ?? partOf(whole(), known());
    made.set(name, before);
    return before;
  }
  return {
    whenKnown(count) {
      if (count >= whole().entries.length) return whole();
      return part(`${count}`, () => whole().known.slice(0, count));
    },
    without(some) {
      if (some.length === 0) return whole();
      const left = new Set(some);
      return part(some.map(({ id }) => id).join(), () =>
        whole().known.filter((entry) => !left.has(entry)),
      );
    },
  };
}

/** What was told when, and of what, is as in the whole: no later entry changes it. */
function partOf<Event extends AnyEvent>(
  whole: History<Event>,
  known: readonly Entry<Event>[],
): History<Event> {
  const entries = known.toSorted((a, b) => Number(a.index - b.index));
  const part: History<Event> = {
    entries,
    isCorrected: entries.some(({ corrects }) => corrects !== null),
    ...standingIn(entries),
    known,
    knownAt: whole.knownAt,
    firstStatementOf: (entry) => whole.firstStatementOf(entry),
    ...partsOf(() => part),
  };
  return part;
}

/** Dozens of rules look for a few types each, most of which a record does not have. */
function standingIn<Event extends AnyEvent>(
  entries: readonly Entry<Event>[],
): Pick<History<Event>, 'timeline' | 'standing'> {
  const all = timeline(entries);
  const byType = Map.groupBy(all, ({ type }): string => type);
  function standing(types: readonly string[]): Timeline<Event> {
    const there = types.filter((type) => byType.has(type));
    const [only] = there;
    if (only === undefined) return [];
    if (there.length === 1) return byType.get(only) ?? [];
    return all.filter(({ type }) => there.includes(type));
  }
  return { timeline: all, standing };
}

/** By the id of each entry. An entry corrects an earlier one, so one pass is enough. */
function firstStatements<Event extends AnyEvent>(
  entries: readonly Entry<Event>[],
): ReadonlyMap<EventId, Entry<Event>> {
  const firsts = new Map<EventId, Entry<Event>>();
  for (const entry of entries) {
    const first = entry.corrects === null ? undefined : firsts.get(entry.corrects);
    firsts.set(entry.id, first ?? entry);
  }
  return firsts;
}

function inOrderOfKnowing<Event extends AnyEvent>(
  entries: readonly Entry<Event>[],
  times: ReadonlyMap<EventId, Instant>,
): readonly Entry<Event>[] {
  const timed = entries.map((entry) => ({ entry, at: times.get(entry.id) ?? entry.recordedAt }));
  const ordered = timed.toSorted((a, b) => {
    if (a.at !== b.at) return a.at < b.at ? -1 : 1;
    return Number(a.entry.index - b.entry.index);
  });
  return ordered.map(({ entry }) => entry);
}

/** Most subjects are never corrected, and never ask. */
function onlyOnce<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}
