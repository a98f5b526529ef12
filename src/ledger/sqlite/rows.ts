/** Reading events out of the SQLite file. Shared by the writer and by those who only read. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { EventId, Index, Instant } from '../../domain/units.ts';
import type { StoredEvent } from '../event-store.ts';

const columns = 'idx, stream, revision, id, type, version, occurredAt, recordedAt, salt, content';

/** Events of a page. Bounds what one reader holds in memory, and how long it keeps others waiting. */
export const pageEvents = 2_000;

export type Rows = {
  readonly ofStream: (stream: string) => StoredEvent[];
  /** Those of all streams from `first` to `last` by their names, one stream after another. */
  readonly ofStreams: (first: string, last: string) => StoredEvent[];
  /** At most `limit` events after `index`, which may be -1n. */
  readonly after: (index: Index, limit?: number) => StoredEvent[];
  readonly size: () => bigint;
};

/**
 * Statements on an open ledger file. Whole pages and not a cursor: one statement has one cursor,
 * and a second reader would take it away from the first.
 */
export function rowsOf(database: DatabaseSync): Rows {
  const ofStream = database.prepare(
    `SELECT ${columns} FROM event WHERE stream = ? ORDER BY revision`,
  );
  const ofStreams = database.prepare(
    `SELECT ${columns} FROM event WHERE stream BETWEEN ? AND ? ORDER BY stream, revision`,
  );
  const after = database.prepare(`SELECT ${columns} FROM event WHERE idx > ? ORDER BY idx LIMIT ?`);
  const next = database.prepare('SELECT coalesce(max(idx) + 1, 0) AS size FROM event');
  for (const statement of [ofStream, ofStreams, after]) statement.setReturnArrays(true);

  return {
    ofStream: (stream) => ofStream.all(stream).map(storedEvent),
    ofStreams: (first, last) => ofStreams.all(first, last).map(storedEvent),
    after: (index, limit = pageEvents) => after.all(index, limit).map(storedEvent),
    size: () => BigInt(Number(next.get()?.['size'])),
  };
}

/** A row as STRICT tables hold it: the types of its columns are the database's own promise. */
function storedEvent(row: unknown): StoredEvent {
  const [idx, stream, revision, id, type, version, occurredAt, recordedAt, salt, content] =
    row as readonly SQLOutputValue[];
  return {
    index: BigInt(idx as number),
    stream: stream as string,
    revision: revision as number,
    id: id as EventId,
    type: type as string,
    version: version as number,
    occurredAt: occurredAt as Instant,
    recordedAt: recordedAt as Instant,
    salt: salt as string,
    content: content as string,
  };
}
