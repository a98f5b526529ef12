/** A wait of a duty as people are told of it: what it did to the due time, by either convention. */
import type { EventId, Instant } from '../units.ts';

/** Nothing; the time stands still for as long as it lasts, or did until the duty was closed; moved it by the wait; or started the time again. */
export const effects = ['nothing', 'stops', 'extends', 'restarts'] as const;
export type Effect = (typeof effects)[number];

export type Paused = {
  readonly from: Instant;
  /** When it was answered, or the duty was closed; null while it lasts. */
  readonly until: Instant | null;
  /** The entries that say so: the request, and the answer where there is one. */
  readonly evidence: readonly EventId[];
  readonly strict: Effect;
  readonly customary: Effect;
};
