/**
 * Events with their times. What happened has two orders, and both are kept: the order in which it
 * was written down, and the order in which it took place.
 */
import { inOrder } from './chronology.ts';
import type { AnyEvent, Entry } from './entry.ts';
import type { EventId } from './units.ts';

/** Withdraws the entry that it corrects: entered by mistake. The same word in every family. */
export const withdrawal = 'EntryWithdrawn';

/**
 * The entries that stand, in the order of the ledger: a correction in the place of what it
 * corrects, and nothing in the place of what was withdrawn.
 *
 * Of several corrections of one entry the last one that still stands counts; to withdraw a
 * correction is to restore what it replaced.
 */
export function standing<Event extends AnyEvent>(entries: readonly Entry<Event>[]): Entry<Event>[] {
  if (entries.every(({ corrects }) => corrects === null)) return [...entries];
  const corrections = Map.groupBy(
    entries.filter(({ corrects }) => corrects !== null),
    ({ corrects }) => corrects,
  );
  return entries
    .filter(({ corrects }) => corrects === null)
    .map((entry) => resolve(entry, corrections))
    .filter((entry) => entry !== withdrawn);
}

/** What stands in the place of `entry` now; null if it was withdrawn. */
export function resolvedFrom<Event extends AnyEvent>(
  entry: Entry<Event>,
  entries: readonly Entry<Event>[],
): Entry<Event> | null {
  const corrections = Map.groupBy(entries, ({ corrects }) => corrects);
  const resolved = resolve(entry, corrections);
  return resolved === withdrawn ? null : resolved;
}

const withdrawn = Symbol('withdrawn');

/**
 * What stands in the place of `entry` now. A chain cannot loop, as an entry corrects an earlier one;
 * but it is as long as the corrections that were made, so it is walked with a stack of our own.
 */
function resolve<Event extends AnyEvent>(
  entry: Entry<Event>,
  corrections: ReadonlyMap<EventId | null, readonly Entry<Event>[]>,
): Entry<Event> | typeof withdrawn {
  const open = [{ entry, untried: corrections.get(entry.id)?.length ?? 0 }];
  for (;;) {
    const last = open.at(-1);
    if (last === undefined) return withdrawn; // every way to a statement that stands was taken back
    if (last.untried > 0) {
      last.untried -= 1;
      const correction = corrections.get(last.entry.id)?.[last.untried];
      if (correction === undefined) throw new TypeError('a correction that was counted is there');
      open.push({ entry: correction, untried: corrections.get(correction.id)?.length ?? 0 });
      continue;
    }
    // Nothing that replaces it stands: it does itself, or, if it is a withdrawal, what it corrects does not.
    if (last.entry.type !== withdrawal || open.length === 1) return last.entry;
    open.splice(-2); // the withdrawal, and what it withdraws: an earlier correction is tried next
  }
}

/** What stands, in the order in which it took place: see `chronology.ts`. */
export type Timeline<Event extends AnyEvent> = readonly Entry<Event>[];

export function timeline<Event extends AnyEvent>(
  entries: readonly Entry<Event>[],
): Timeline<Event> {
  return inOrder(standing(entries));
}

export function ofType<Event extends AnyEvent, Type extends Event['type']>(
  entries: readonly Entry<Event>[],
  ...types: readonly Type[]
) {
  return entries.filter((entry): entry is Entry<Extract<Event, { type: Type }>> =>
    types.some((type) => type === entry.type),
  );
}
