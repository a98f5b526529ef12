/** The last entry of every stream, as far as the ledger has been walked. */
import type { DatabaseSync } from 'node:sqlite';

export type StreamHead = {
  readonly index: number;
  readonly revision: number;
  /** Hash kept beside the entry, in hex. */
  readonly stored: string;
  /** Hash derived from the entry and all before it on the stream, in hex. */
  readonly derived: string;
};

export type StreamHeads = {
  /** What comes before event `index`, which says that it is that revision; null before the first. */
  readonly before: (stream: string, revision: number, index: number) => StreamHead | null;
  readonly put: (stream: string, head: StreamHead) => void;
};

/** Some 50 MB of them. */
const heldMax = 200_000;

/**
 * Holds the heads of the `held` streams that were written to last, and asks the file for older ones.
 *
 * A stream that begins a second time after it was let go is not seen here: then the file has two
 * entries of one revision, which its integrity check finds.
 *
 * @param from the event that the walk begins at: what lies before it is asked of the file too.
 */
export function streamHeads(database: DatabaseSync, held = heldMax, from = 0): StreamHeads {
  const heads = new Map<string, StreamHead>();
  const select = database.prepare(
    'SELECT idx, leaf FROM event WHERE stream = ? AND revision = ? AND idx < ?',
  );

  function stored(stream: string, revision: number, index: number): StreamHead | null {
    const row = select.get(stream, revision, index);
    if (!(row?.['leaf'] instanceof Uint8Array)) return null;
    const leaf = Buffer.from(row['leaf']).toString('hex');
    return { index: Number(row['idx']), revision, stored: leaf, derived: leaf };
  }

  return {
    before(stream, revision, index) {
      const near = heads.get(stream);
      if (near !== undefined || revision === 0) return near ?? null;
      if (from === 0 && heads.size < held) return null; // nothing was let go yet
      return stored(stream, revision - 1, index);
    },
    put(stream, head) {
      heads.delete(stream);
      heads.set(stream, head);
      if (heads.size <= held) return;
      for (const oldest of heads.keys()) {
        heads.delete(oldest);
        break;
      }
    },
  };
}
