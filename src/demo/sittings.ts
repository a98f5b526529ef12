/**
 * The order in which a demo is entered: sitting by sitting, each some minutes of office time.
 *
 * What was entered in one sitting is recorded at its end and commits together, so that entries look
 * recorded when they happened and a large ledger is made quickly. Only what is still to come is held.
 */

import { plusDays } from '../domain/time/date.ts';
import { startOfDay, type Zone } from '../domain/time/zone.ts';
import { type CalendarDate, type Instant, instantAt, millisecondsOf } from '../domain/units.ts';
import { byEntry, type Planned, type Source } from './planned.ts';

export type Sitting = {
  /** When it ends: what was entered in it is recorded then. */
  readonly end: Instant;
  /** In the order in which they were entered; of one instant, as they happened. */
  readonly facts: readonly Planned[];
};

const sittingMs = 5 * 60_000;

/** Everything that is entered from the first day to the end of the last, in order. Later facts never are. */
export function* sittings(
  sources: readonly Source[],
  first: CalendarDate,
  last: CalendarDate,
  zone: Zone,
): Generator<Sitting> {
  const waiting = new Map<number, Planned[]>();
  for (let day = first; day <= last; day = plusDays(day, 1)) {
    for (const fact of sources.flatMap((source) => [...source(day)])) {
      const number = Math.floor(millisecondsOf(fact.enteredAt) / sittingMs);
      const together = waiting.get(number);
      if (together === undefined) waiting.set(number, [fact]);
      else together.push(fact);
    }
    const end = millisecondsOf(startOfDay(plusDays(day, 1), zone)) / sittingMs;
    const due = [...waiting.keys()].filter((number) => number < end).toSorted((a, b) => a - b);
    for (const number of due) {
      const facts = waiting.get(number) ?? [];
      waiting.delete(number);
      yield { end: instantAt((number + 1) * sittingMs), facts: facts.toSorted(byEntry) };
    }
  }
}
