/** What is going to happen in a demo: facts with both of their times, and where they come from. */
import type { ActorId, CalendarDate, CentreCode, Instant } from '../domain/units.ts';

/** A fact of the demo: when it happened, when it was entered, and what it is. */
export type Planned = {
  readonly stream: string;
  readonly centre: CentreCode;
  readonly actor: ActorId;
  readonly type: string;
  /** As a client tells it: personal fields in the clear. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly occurredAt: Instant;
  /** When it is entered, by the ledger's clock, to a few minutes; not before it happened. */
  readonly enteredAt: Instant;
  /** Corrects the last entry of this type on its record. Null: it corrects nothing. */
  readonly corrects: string | null;
  /** It was noted on paper in this outage, and entered after it. Null: it was entered live. */
  readonly outage: string | null;
  /** The file from which it was imported, as from another system. Left out: from none. */
  readonly file?: string;
};

/**
 * Where facts come from: what begins on a day. Some of it happens later, so a source is asked for one
 * day after another, and nothing that it plans is entered before that day.
 */
export type Source = (day: CalendarDate) => Iterable<Planned>;

/** The order in which facts are entered; of one instant, as they happened. */
export function byEntry(a: Planned, b: Planned): number {
  return order(a.enteredAt, b.enteredAt) || order(a.occurredAt, b.occurredAt);
}

function order(one: Instant, other: Instant): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
