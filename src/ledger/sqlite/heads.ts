/**
 * Where each stream ends, for whoever is about to add to it.
 *
 * Asking the database for the last event of a stream costs as much as writing the next one, and a
 * stream that is written to is mostly one that was written to lately: so its end is kept in memory.
 */
import type { DatabaseSync } from 'node:sqlite';

/** `revision` -1 and no leaf: the stream does not exist yet. */
export type StreamHead = {
  readonly revision: number;
  /** Hash of the last leaf, in hex. */
  readonly leaf: string | null;
};

export type StreamHeads = {
  /** As the transaction under way sees it. */
  readonly of: (stream: string) => StreamHead;
  /** Within the transaction under way. */
  readonly set: (stream: string, head: StreamHead) => void;
  /** The transaction has committed, or has left no trace. */
  readonly settle: (committed: boolean) => void;
};

/** Heads kept: some 10 MB. */
const keptMax = 50_000;

export function streamHeads(database: DatabaseSync, max = keptMax): StreamHeads {
  const last = database.prepare(
    'SELECT revision, leaf FROM event WHERE stream = ? ORDER BY revision DESC LIMIT 1',
  );
  const kept = new Map<string, StreamHead>();
  const underWay = new Map<string, StreamHead>();

  function stored(stream: string): StreamHead {
    const row = last.get(stream);
    const leaf = row?.['leaf'];
    return {
      revision: Number(row?.['revision'] ?? -1),
      leaf: leaf instanceof Uint8Array ? Buffer.from(leaf).toString('hex') : null,
    };
  }

  return {
    of: (stream) => underWay.get(stream) ?? kept.get(stream) ?? stored(stream),
    set: (stream, head) => void underWay.set(stream, head),
    settle(committed) {
      if (committed) {
        for (const [stream, head] of underWay) {
          kept.delete(stream); // to the end of the map: the one written to longest ago goes first
          kept.set(stream, head);
        }
        for (const stream of kept.keys()) {
          if (kept.size <= max) break;
          kept.delete(stream);
        }
      }
      underWay.clear();
    },
  };
}
