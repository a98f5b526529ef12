/** When a duty is due: as it was first let pass, and as it now stands. */
import { type AnyEvent, type Entry, knownAt } from '../entry.ts';
import { timeline } from '../timeline.ts';
import type { Instant } from '../units.ts';
import type { DutySpec } from './duty-spec.ts';
import type { History } from './history.ts';
import type { Context } from './rule.ts';

/** A due time, and when the event took place that stated it. */
export type Term = { readonly due: Instant; readonly since: Instant };

export type Terms<Event extends AnyEvent> = {
  /** What had passed stands, whatever was said afterwards. */
  readonly strict: Term;
  /** What the record says now, whenever it was said. */
  readonly customary: Term;
  /** Every entry that ever said when it is due, or took that back; in the order of the ledger. */
  readonly statements: readonly Entry<Event>[];
};

/**
 * The due times of the duty that `opening` opens; null if it has none.
 *
 * Whenever an entry about the due time became known, the due time was what the record said then: as the
 * last event that moved it states, or else the opening; with corrections and withdrawals applied, and
 * in the order in which it happened. Strict is the first of these that `hasPassed` when the next
 * became known, or else the last.
 */
export function termsOf<Event extends AnyEvent>(
  spec: DutySpec<Event>,
  history: History<Event>,
  context: Context,
  opening: Entry<Event>,
  hasPassed: (term: Term, at: Instant) => boolean,
): Terms<Event> | null {
  const statements = statementsIn(spec, history, opening);
  const first = history.statementsOf(opening)[0];
  const termIn = (known: readonly Entry<Event>[]): Term | null => {
    const stands = timeline(known);
    const opened = stands.find((entry) => history.statementsOf(entry)[0] === first);
    if (opened === undefined) return null;
    const moves = stands.map((entry) => termOf(entry, movedTo(spec, entry, context)));
    const moved = moves.findLast((term) => term !== null);
    return moved ?? termOf(opened, spec.opens(opened, context)?.due ?? null);
  };

  let strict: Term | null = null;
  for (const instant of new Set(statements.map(knownAt).toSorted())) {
    if (strict !== null && hasPassed(strict, instant)) break;
    strict = termIn(statements.filter((entry) => knownAt(entry) <= instant));
  }
  const customary = termIn(statements) ?? strict;
  if (customary === null) return null;
  return { strict: strict ?? customary, customary, statements };
}

function statementsIn<Event extends AnyEvent>(
  { movedBy }: DutySpec<Event>,
  history: History<Event>,
  opening: Entry<Event>,
): readonly Entry<Event>[] {
  const isPlain = history.entries.every(
    ({ corrects, type }) => corrects === null && !movedBy.includes(type),
  );
  if (isPlain) return [opening];
  const first = history.statementsOf(opening)[0];
  return history.entries.filter((entry) => {
    const chain = history.statementsOf(entry);
    return chain[0] === first || chain.some(({ type }) => movedBy.includes(type));
  });
}

function movedTo<Event extends AnyEvent>(
  { movedBy, moves }: DutySpec<Event>,
  entry: Entry<Event>,
  context: Context,
): Instant | null {
  return movedBy.includes(entry.type) ? moves(entry, context) : null;
}

function termOf({ occurredAt }: Entry<AnyEvent>, due: Instant | null): Term | null {
  return due === null ? null : { due, since: occurredAt };
}
