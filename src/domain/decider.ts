/**
 * The one shape of a record family: what can be on record together.
 *
 * What arrives is a fact: an event that has happened. A decider refuses it only if it cannot be
 * true beside what is on record. Whether it was allowed is not asked here: it is recorded all the
 * same, and a rule finds the breach. No clock, no randomness, no I/O.
 *
 * What an operator enters live is held to more than a backfill or an import, which keep foreign
 * codes and odd orders: `proposed.recordedVia.mode` says which it is.
 */
import type { AnyEvent, Entry, Proposal } from './entry.ts';

export type Decider<State, Event extends AnyEvent, Refused extends string> = {
  readonly initial: State;
  /** Every reason to refuse, in order of precedence, with what the person reads: what is wrong and what to do. */
  readonly refusals: Readonly<Record<Refused, string>>;
  readonly decide: (proposed: Proposal<Event>, state: State) => Decision<Refused>;
  /** Total: it never throws and never judges. The event is on record. */
  readonly evolve: (state: State, event: Proposal<Event>) => State;
};

/** A refusal is an answer, so it is a value and not an exception. */
export type Decision<Refused> =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly because: Refused };

export const accepted = { kind: 'accepted' } as const;

export function refused<Refused>(because: Refused): Decision<Refused> {
  return { kind: 'refused', because };
}

/** The state that `events` lead to, read from the start of their timeline. */
export function replay<State, Event extends AnyEvent>(
  { initial, evolve }: Pick<Decider<State, Event, never>, 'initial' | 'evolve'>,
  events: readonly (Entry<Event> | Proposal<Event>)[],
): State {
  return events.reduce<State>((state, entry) => evolve(state, entry), initial);
}

/** Marks a branch that the compiler proves empty; reached only if the data lied about its type. */
export function unreachable(value: never): never {
  throw new TypeError(`unreachable: ${JSON.stringify(value)}`);
}
