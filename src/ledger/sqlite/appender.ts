/**
 * Writing events: the rows, their leaves and the tree, inside one transaction.
 *
 * The tree in memory moves only when the transaction has committed, so that a rollback leaves no trace.
 */
import type { DatabaseSync } from 'node:sqlite';
import { type Instant, instantAt } from '../../domain/units.ts';
import type { AppendResult, ExpectedRevision, NewEvent } from '../event-store.ts';
import { leafOf } from '../leaf.ts';
import { leafHash } from '../merkle.ts';
import { transaction } from '../transaction.ts';
import { streamHeads } from './heads.ts';
import type { StoredTree } from './tree.ts';

export type AppendRequest = {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
};

export type Appender = {
  /** All that fit, in one commit; each has its own answer. Throws what SQLite throws, and then nothing was written. */
  readonly write: (requests: readonly AppendRequest[]) => AppendResult[];
  readonly tree: () => StoredTree;
  readonly lastRecordedAt: () => Instant | null;
};

type Clock = () => Date;

/** @param withTree false only to measure what the tree costs: such a file cannot be verified. */
export function appender(
  database: DatabaseSync,
  start: { readonly tree: StoredTree; readonly lastRecordedAt: Instant | null },
  now: Clock,
  withTree: boolean,
): Appender {
  const heads = streamHeads(database);
  const insertEvent = database.prepare(
    'INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertTile = database.prepare('INSERT INTO tile VALUES (?, ?)');
  let tree = start.tree;
  let lastRecordedAt = start.lastRecordedAt;

  function writeOne(
    { stream, expected, events }: AppendRequest,
    growing: StoredTree,
    recordedAt: Instant,
  ): AppendResult {
    const { revision: actual, leaf: end } = heads.of(stream);
    if (actual !== expected) return { kind: 'conflict', actual };

    let previous = end;
    let revision = expected;
    for (const event of events) {
      revision += 1;
      const index = growing.size;
      const stored = { ...event, stream, revision, index: BigInt(index), recordedAt };
      const leaf = withTree ? leafHash(Buffer.from(leafOf(stored, previous))) : noHash;
      insertEvent.run(
        index,
        stream,
        revision,
        event.id,
        event.type,
        event.version,
        event.occurredAt,
        recordedAt,
        event.salt,
        event.content,
        leaf,
      );
      previous = toHex(leaf);
      growing.push(leaf, (number, hash) => insertTile.run(number, hash));
    }
    heads.set(stream, { revision, leaf: previous });
    return { kind: 'appended', revision, index: BigInt(growing.size - 1), recordedAt };
  }

  /** In one transaction, after which the heads are those of what is in the file. */
  function writeAll(
    requests: readonly AppendRequest[],
    growing: StoredTree,
    recordedAt: Instant,
  ): AppendResult[] {
    let committed = false;
    try {
      const results = transaction(database, () =>
        requests.map((request) => writeOne(request, growing, recordedAt)),
      );
      committed = true;
      return results;
    } finally {
      heads.settle(committed);
    }
  }

  return {
    write(requests) {
      const growing = tree.clone();
      const recordedAt = notBefore(lastRecordedAt, now());
      const results = writeAll(requests, growing, recordedAt);
      if (growing.size > tree.size) lastRecordedAt = recordedAt;
      tree = growing;
      return results;
    },
    tree: () => tree,
    lastRecordedAt: () => lastRecordedAt,
  };
}

const noHash = new Uint8Array(32);

/** The ledger's clock: the machine's, but never before what it has already said. */
function notBefore(last: Instant | null, now: Date): Instant {
  const clock = instantAt(now.getTime());
  return last === null || clock > last ? clock : last;
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
