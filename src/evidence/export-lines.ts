/**
 * The lines of an export: canonical JSON (RFC 8785), one value a line, each ended by a line feed.
 *
 * A header, the events in the order of the ledger, and a trailer. The content of an event stands in its line
 * as it is stored, and not as a string of it: it is canonical JSON, and of one value there is one canonical
 * spelling, so its bytes survive also whoever parses the line and writes it canonically again; and any tool
 * reads it. Because a line has one spelling too, a byte that was changed shows even where it changes no value.
 */
import { isUtf8 } from 'node:buffer';
import { z } from 'zod';
import type { EventId, Instant } from '../domain/units.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import type { StoredEvent } from '../ledger/event-store.ts';

export const exportFormat = 'motcua-ledger-export';

/** Raised when the lines change; this program reads no other. */
export const exportVersion = 1;

/** A line that no export has. The message says what is wrong with it, and not where it stands. */
export class WrongLine extends Error {
  override readonly name = 'WrongLine';
}

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().nonnegative();

const Header = z.strictObject({
  format: z.literal(exportFormat),
  version: z.literal(exportVersion),
  /** What the ledger is, and when it was made. */
  origin: z.strictObject({
    name: z.string(),
    kind: z.enum(['ledger', 'demo']),
    madeAt: z.string(),
  }),
  /** Names of the key rings that it was written with, the oldest first; none of them opens anything. */
  keyRings: z.array(z.string()),
  /** `identityOf` the two above, in hex, as the witness keeps it: no leaf speaks of them. */
  identity: Hash,
  /** Index of the first event that follows; of a whole ledger 0. */
  from: Count,
  /** Events of the ledger up to the last that follows: one more than its index. */
  size: Count,
  /** Root, in hex, of the tree over the first `size` events. */
  root: Hash,
});

export type ExportHeader = z.infer<typeof Header>;

/** What the header of any version says. */
const Stated = z.looseObject({ format: z.literal(exportFormat), version: z.number() });

const Trailer = z.strictObject({ count: Count, root: Hash });

/** How many events came before it, and the root of the header: without it a file was cut off. */
export type ExportTrailer = z.infer<typeof Trailer>;

/** An event and the hash, in hex, of its leaf. */
export type ExportedEvent = { readonly event: StoredEvent; readonly leaf: string };

export function headerLine(header: Omit<ExportHeader, 'format' | 'version'>): string {
  return `${canonicalJson({ ...header, format: exportFormat, version: exportVersion })}\n`;
}

export function trailerLine(trailer: ExportTrailer): string {
  return `${canonicalJson(trailer)}\n`;
}

/** Every column of the event's row, in the order of canonical JSON. `event.content` must be canonical. */
export function eventLine({ event, leaf }: ExportedEvent): string {
  return `${beforeContent}${event.content}${columnsOf(event, leaf)}\n`;
}

function columnsOf(event: StoredEvent, leaf: string): string {
  return (
    `${afterContent}${quoted(event.id)},"index":${event.index}` +
    `,"leaf":"${leaf}","occurredAt":${quoted(event.occurredAt)}` +
    `,"recordedAt":${quoted(event.recordedAt)},"revision":${event.revision}` +
    `,"salt":${quoted(event.salt)},"stream":${quoted(event.stream)}` +
    `,"type":${quoted(event.type)},"version":${event.version}}`
  );
}

const [beforeContent, afterContent] = ['{"content":', ',"id":'];
const quoted = (text: string) => JSON.stringify(text);

/**
 * The header that `line` is. Lines are read without their line feed.
 *
 * @throws WrongLine if it is none, or of another version.
 */
export function readHeader(line: Buffer): ExportHeader {
  const text = decoded(line);
  const value = parsed(text);
  const stated = Stated.safeParse(value);
  if (!stated.success) throw new WrongLine(notAnExport);
  const { version } = stated.data;
  if (version !== exportVersion) {
    throw new WrongLine(
      `the export has version ${version} and this program reads version ${exportVersion}: use the release that wrote it`,
    );
  }
  const { success, data } = Header.safeParse(value);
  if (!success || canonicalJson(data) !== text) throw new WrongLine(notAsWritten);
  return data;
}

/**
 * The event or the trailer that `line` is. Whether the content is canonical is not looked at: what is added
 * to a ledger is held to that, as what is verified is.
 *
 * @throws WrongLine if it is neither, or is spelt otherwise than it was written.
 */
export function readLine(line: Buffer): ExportedEvent | ExportTrailer {
  if (!isUtf8(line)) throw new WrongLine(notUtf8);
  if (line.toString('latin1', 0, beforeContent.length) !== beforeContent) return readTrailer(line);
  const cut = line.lastIndexOf(afterContent); // within a string its quotes would be escaped, so this is the event's own
  const columns = line.toString('utf8', cut);
  const read = Columns.safeParse(parsed(`{${columns.slice(1)}`));
  if (cut === -1 || !read.success) throw new WrongLine(notAsWritten);
  const { leaf, index, ...rest } = read.data;
  const content = line.toString('utf8', beforeContent.length, cut);
  const event = { ...rest, index: BigInt(index), content };
  if (columnsOf(event, leaf) !== columns) throw new WrongLine(notAsWritten);
  return { event, leaf };
}

/** What a column may hold is for the ledger to say: here it only has to be the column's kind of value. */
const Columns = z.strictObject({
  id: z.custom<EventId>(isText),
  index: Count,
  leaf: Hash,
  occurredAt: z.custom<Instant>(isText),
  recordedAt: z.custom<Instant>(isText),
  revision: z.int(),
  salt: z.string(),
  stream: z.string(),
  type: z.string(),
  version: z.int(),
});

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function readTrailer(line: Buffer): ExportTrailer {
  const text = decoded(line);
  const { success, data } = Trailer.safeParse(parsed(text));
  if (!success || canonicalJson(data) !== text) throw new WrongLine(notAsWritten);
  return data;
}

/** A decoder would put a character in the place of what is none. */
function decoded(line: Buffer): string {
  if (!isUtf8(line)) throw new WrongLine(notUtf8);
  return line.toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const notUtf8 = 'its bytes are not UTF-8';
const notAnExport =
  'this is no export of a ledger: name a file that "motcua export" wrote, or the folder of a "motcua backup"';
const notAsWritten = 'it is not as "motcua export" writes it: a byte was changed, added or lost';
