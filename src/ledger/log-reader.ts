/** The log as those see it who only read: other threads, other processes, a stopped ledger. */
import type { Index } from '../domain/units.ts';
import type { StoredEvent } from './event-store.ts';
import { type Origin, openReader, originOf } from './sqlite/open.ts';
import { rowsOf } from './sqlite/rows.ts';
import { type StoredTree, treeAt } from './sqlite/tree.ts';

export type LogReader = Disposable & {
  readonly origin: Origin;
  readonly ofStream: (stream: string) => StoredEvent[];
  /** Those of all streams from `first` to `last` by their names, one stream after another. */
  readonly ofStreams: (first: string, last: string) => StoredEvent[];
  /** The names of the streams of a category that had begun by the event at `last`, in order. */
  readonly streamsOf: (category: string, last: Index) => string[];
  /** At most `limit` events after `index`, which may be -1n. */
  readonly after: (index: Index, limit?: number) => StoredEvent[];
  readonly size: () => bigint;
  /** The tree over the first `size` events, which must be there. */
  readonly treeAt: (size: bigint) => StoredTree;
  /** Hashes of the leaves after `index`, at most `limit`. */
  readonly leavesAfter: (index: Index, limit: number) => Uint8Array[];
  /** The last event recorded at or before `instant`; -1n if none was. Recorded times never run backwards, so it is found by halving. */
  readonly lastIndexAt: (instant: string) => Index;
};

/** @throws NotThisLedger if there is no ledger in `file`. */
export function openLogReader(file: string): LogReader {
  const database = openReader(file);
  const rows = rowsOf(database);
  const leaves = database.prepare('SELECT leaf FROM event WHERE idx > ? ORDER BY idx LIMIT ?');
  const recordedAt = database.prepare('SELECT recordedAt FROM event WHERE idx = ?');

  const streams = database.prepare(
    'SELECT stream FROM event WHERE stream >= ? AND stream < ? AND revision = 0 AND idx <= ? ORDER BY stream',
  );

  return {
    origin: originOf(database) ?? { name: 'ledger', kind: 'ledger' },
    ...rows,
    streamsOf: (category, last) =>
      streams.all(`${category}-`, `${category}.`, last).map(({ stream }) => String(stream)), // '.' follows '-'
    treeAt: (size) => treeAt(database, Number(size)),
    leavesAfter: (index, limit) =>
      leaves.all(index, limit).flatMap(({ leaf }) => (leaf instanceof Uint8Array ? [leaf] : [])),
    lastIndexAt(instant) {
      let [low, high] = [-1n, rows.size() - 1n]; // the answer lies in low..high
      while (low < high) {
        const middle = (low + high + 1n) / 2n;
        const at = String(recordedAt.get(middle)?.['recordedAt']);
        if (at <= instant) low = middle;
        else high = middle - 1n;
      }
      return low;
    },
    [Symbol.dispose]: () => database.close(),
  };
}
