/** Given what is on record, when this is proposed, then … — the way a decider reads. */
import { expect } from 'vitest';
import { accepted, type Decider, refused, replay } from '../../src/domain/decider.ts';
import type { AnyEvent, Proposal } from '../../src/domain/entry.ts';

export function specify<State, Event extends AnyEvent, Refused extends string>(
  decider: Decider<State, Event, Refused>,
) {
  return {
    given: (...past: readonly Proposal<Event>[]) => ({
      when: (proposed: Proposal<Event>) => {
        const decision = decider.decide(proposed, replay(decider, past));
        return {
          thenAccepts: () => expect(decision).toEqual(accepted),
          thenRefuses: (because: Refused) => expect(decision).toEqual(refused(because)),
        };
      },
      thenState: (expected: Partial<State>) =>
        expect(replay(decider, past)).toMatchObject(expected),
    }),
  };
}
