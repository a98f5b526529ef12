/**
 * Events as they lie in the file, read so that nothing wrong is repaired on the way.
 *
 * Whoever serves events may trust the types of the columns. Whoever verifies may not: a damaged row
 * can hold anything, and a decoder turns bytes that are not UTF-8 into a character that is.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { EventId, Instant } from '../domain/units.ts';
import type { StoredEvent } from '../ledger/event-store.ts';
import { reasonOf } from './sqlite-errors.ts';

export type StoredRow = {
  readonly index: number;
  /** Null if the columns do not hold what an event is made of. */
  readonly event: StoredEvent | null;
  /** The hash kept beside it; null if that is no hash. */
  readonly leaf: Uint8Array | null;
  /** What is wrong with the row itself, or null. */
  readonly fault: string | null;
};

const columns = 'stream, id, type, occurredAt, recordedAt, salt, content';

/**
 * Hands every row to `each`, in the order of the table, until `each` answers false.
 *
 * One scan from end to end, and no search by index: a page that leads astray hides no event.
 *
 * @returns why it could read no further, after the last row that it could; null at the end of the table.
 * @throws what SQLite throws when the file is busy, or memory is short: that says nothing of the file.
 */
export function walkRows(database: DatabaseSync, each: (row: StoredRow) => boolean): string | null {
  let after = Number.MIN_SAFE_INTEGER; // what lies before index 0 is wrong, and is to be seen
  try {
    const select = database.prepare(
      `SELECT idx, revision, version, leaf, ${columns} FROM event ORDER BY idx`,
    );
    select.setReturnArrays(true);
    select.setReadBigInts(true); // which tells a whole number from one that only looks so
    for (const values of select.iterate()) {
      const row = rowOf(database, Array.isArray(values) ? values : Object.values(values));
      if (!(row.index > after)) return 'the table of events is out of order here';
      after = row.index;
      if (!each(row)) return null;
    }
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}

function rowOf(database: DatabaseSync, values: readonly unknown[]): StoredRow {
  const [idx, revisionAsStored, versionAsStored, leaf, ...texts] = values;
  const [stream, id, type, occurredAt, recordedAt, salt, content] = texts;
  const [index, revision, version] = [idx, revisionAsStored, versionAsStored].map(wholeNumber);
  if (index === undefined) return { index: Number.NaN, event: null, leaf: null, fault: null };
  const hash = leaf instanceof Uint8Array && leaf.length === 32 ? leaf : null;
  if (
    revision === undefined ||
    version === undefined ||
    !isId(id) ||
    !(isTime(occurredAt) && isTime(recordedAt)) ||
    !(isText(stream) && isText(type) && isText(salt) && isText(content))
  ) {
    return { index, event: null, leaf: hash, fault: 'a column holds another kind of value' };
  }
  const event = {
    index: BigInt(index),
    stream,
    revision,
    id,
    type,
    version,
    occurredAt,
    recordedAt,
    salt,
    content,
  };
  return { index, event, leaf: hash, fault: faultOf(database, index, event) };
}

function wholeNumber(value: unknown): number | undefined {
  const isWhole = typeof value === 'bigint' && Number.isSafeInteger(Number(value));
  return isWhole ? Number(value) : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** A brand says what was checked at the door; that it is still so is what the leaf is for. */
function isId(value: unknown): value is EventId {
  return isText(value);
}

function isTime(value: unknown): value is Instant {
  return isText(value);
}

/** What the leaf cannot see, because it is made from what the bytes were decoded to. */
function faultOf(database: DatabaseSync, index: number, event: StoredEvent): string | null {
  if (!/^[0-9a-f]{32}$/.test(event.salt)) return 'its salt is not 32 hexadecimal digits';
  const { stream, id, type, occurredAt, recordedAt, content } = event;
  const texts = [content, stream, type, id, occurredAt, recordedAt];
  const isPlain = texts.every((text) => !text.includes('\ufffd'));
  return isPlain || isUtf8(database, index) ? null : 'its bytes are not UTF-8';
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Asked only of a row with U+FFFD in it, which may have been written, or stand for what cannot be decoded. */
function isUtf8(database: DatabaseSync, index: number): boolean {
  const raw = columns.split(', ').map((column) => `CAST(${column} AS BLOB) AS ${column}`);
  const row = database.prepare(`SELECT ${raw.join(', ')} FROM event WHERE idx = ?`).get(index);
  return Object.values(row ?? {}).every((bytes) => {
    if (!(bytes instanceof Uint8Array)) return false;
    try {
      utf8.decode(bytes);
      return true;
    } catch {
      return false;
    }
  });
}
