/**
 * Events as they lie in the file, read so that nothing wrong is repaired on the way.
 *
 * Whoever serves events may trust the types of the columns. Whoever verifies may not: a damaged row
 * can hold anything, and a decoder turns bytes that are not UTF-8 into a character that is.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { EventId, Instant } from '../domain/units.ts';
import type { StoredEvent } from '../ledger/event-store.ts';
import { reasonOf } from './sqlite-errors.ts';

export type StoredRow = {
  readonly index: number;
  /** Null if the columns do not hold what an event is made of. */
  readonly event: StoredEvent | null;
  /** The hash kept beside it, in hex; null if that is no hash. */
  readonly leaf: string | null;
  /** What is wrong with the row itself, or null. */
  readonly fault: string | null;
};

const texts = 'stream, id, type, occurredAt, recordedAt, salt, content';

/** The hash in hex, because a text is handed over more quickly than bytes are. */
const columns = `idx, revision, version, iif(typeof(leaf) = 'blob', hex(leaf), NULL), ${texts}`;

/**
 * Hands every row to `each`, in the order of the table, until `each` answers false.
 *
 * One scan from end to end, and no search by index: a page that leads astray hides no event.
 *
 * @param part only events `from` to `to` - 1, which are searched for.
 * @returns why it could read no further, after the last row that it could; null at the end of the table.
 * @throws what SQLite throws when the file is busy, or memory is short: that says nothing of the file.
 */
export function walkRows(
  database: DatabaseSync,
  each: (row: StoredRow) => boolean,
  part?: { readonly from: number; readonly to: number },
): string | null {
  let after = Number.MIN_SAFE_INTEGER; // what lies before index 0 is wrong, and is to be seen
  try {
    const rows =
      part === undefined
        ? statementFor(database, 'ORDER BY idx').iterate()
        : statementFor(database, 'WHERE idx >= ? AND idx < ? ORDER BY idx').iterate(
            part.from,
            part.to,
          );
    for (const values of rows) {
      const row = rowOf(database, values);
      if (!(row.index > after)) return 'the table of events is out of order here';
      after = row.index;
      if (!each(row)) return null;
    }
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}

/** When event `index` was recorded; undefined if there is none, or it does not say. @throws what SQLite throws. */
export function recordedAtOf(database: DatabaseSync, index: number): string | undefined {
  const [row] = storedPages(database)(index, 1);
  return row?.index === index ? row.event?.recordedAt : undefined;
}

/**
 * At most `limit` rows from event `from` on, for whoever takes breaks: nothing stays open in between.
 *
 * @throws what SQLite throws.
 */
export function storedPages(database: DatabaseSync): (from: number, limit: number) => StoredRow[] {
  const select = statementFor(database, 'WHERE idx >= ? ORDER BY idx LIMIT ?');
  return (from, limit) => select.all(from, limit).map((values) => rowOf(database, values));
}

function statementFor(database: DatabaseSync, which: string): StatementSync {
  const select = database.prepare(`SELECT ${columns} FROM event ${which}`);
  select.setReturnArrays(true);
  select.setReadBigInts(true); // which tells a whole number from one that only looks so
  return select;
}

/** @param values an array, whatever the type of the statement says. */
function rowOf(database: DatabaseSync, values: unknown): StoredRow {
  if (!Array.isArray(values)) throw new TypeError('a row was not read as an array');
  const [idx, revisionAsStored, versionAsStored, hex, ...rest]: readonly unknown[] = values;
  const [stream, id, type, occurredAt, recordedAt, salt, content] = rest;
  const index = wholeNumber(idx);
  const revision = wholeNumber(revisionAsStored);
  const version = wholeNumber(versionAsStored);
  if (index === undefined) return { index: Number.NaN, event: null, leaf: null, fault: null };
  const leaf = isText(hex) && hex.length === 64 ? hex.toLowerCase() : null;
  if (
    revision === undefined ||
    version === undefined ||
    !isId(id) ||
    !(isTime(occurredAt) && isTime(recordedAt)) ||
    !(isText(stream) && isText(type) && isText(salt) && isText(content))
  ) {
    return { index, event: null, leaf, fault: 'a column holds another kind of value' };
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
  return { index, event, leaf, fault: faultOf(database, index, event) };
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

/** What stands in the place of bytes that are no character. */
const undecodable = '\ufffd';

/** What the leaf cannot see, because it is made from what the bytes were decoded to. */
function faultOf(database: DatabaseSync, index: number, event: StoredEvent): string | null {
  const ofSalt = faultOfSalt(event);
  if (ofSalt !== null) return ofSalt;
  const { stream, id, type, occurredAt, recordedAt, content } = event;
  const isPlain =
    !content.includes(undecodable) &&
    !stream.includes(undecodable) &&
    !type.includes(undecodable) &&
    !id.includes(undecodable) &&
    !occurredAt.includes(undecodable) &&
    !recordedAt.includes(undecodable);
  return isPlain || isUtf8(database, index) ? null : 'its bytes are not UTF-8';
}

/** Capitals mean the same bytes, and so the leaf would not change. */
export function faultOfSalt({ salt }: Pick<StoredEvent, 'salt'>): string | null {
  return /^[0-9a-f]{32}$/.test(salt) ? null : 'its salt is not 32 hexadecimal digits';
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Asked only of a row with U+FFFD in it, which may have been written, or stand for what cannot be decoded. */
function isUtf8(database: DatabaseSync, index: number): boolean {
  const raw = texts.split(', ').map((column) => `CAST(${column} AS BLOB) AS ${column}`);
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
