/** What was done to the ledger itself is never refused: it did happen. */
import { accepted, type Decider } from '../decider.ts';
import type { CustodyEvent } from './vocabulary.ts';

export const custodyDecider: Decider<null, CustodyEvent, never> = {
  initial: null,
  refusals: {},
  decide: () => accepted,
  evolve: (state) => state,
};
