/** A log that is kept in memory, and the ways in which the engine takes it in. */
import type { DatabaseSync } from 'node:sqlite';
import { categoryOf } from '../../src/domain/stream.ts';
import type { StoredEvent } from '../../src/ledger/event-store.ts';
import { engine } from '../../src/projections/engine.ts';
import type { Projection } from '../../src/projections/projection.ts';
import { words } from './projected.ts';

/** How a log is taken in: record by record, as a model is built, or in pages of these sizes, in turn. */
export type Way = 'built' | { readonly pages: readonly number[] };

export function logOf(events: readonly StoredEvent[]) {
  return {
    ofStream: (stream: string) => events.filter((event) => event.stream === stream),
    ofStreams: (first: string, last: string) =>
      events.filter(({ stream }) => first <= stream && stream <= last),
    streamsOf: (category: string) => [
      ...new Set(events.map(({ stream }) => stream).filter((one) => categoryOf(one) === category)),
    ],
  };
}

/** The log is always read with all that it will ever have: the engine must not look ahead. */
export function takeIn(
  events: readonly StoredEvent[],
  way: Way,
  database: DatabaseSync,
  shown: readonly Projection[],
): void {
  const log = logOf(events);
  const until = way === 'built' ? (events.at(-1)?.index ?? -1n) : null;
  const filling = engine({ database, log, codec: words, projections: shown, until });
  if (way === 'built') {
    filling.prepare();
    for (const category of filling.categories) {
      for (const stream of log.streamsOf(category)) filling.show([stream]);
    }
    filling.flush();
    return;
  }
  let from = 0;
  for (let turn = 0; from < events.length; turn += 1) {
    const size = way.pages[turn % way.pages.length] ?? 1;
    filling.take(events.slice(from, from + size));
    filling.flush();
    from += size;
  }
}
