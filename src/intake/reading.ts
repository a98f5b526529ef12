/** From a file to its records: plain or gzip, checked as UTF-8, in pages, in constant memory. */
import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { csvReader } from './csv.ts';
import type { Mapping } from './mapping.ts';
import { ndjsonReader } from './ndjson.ts';
import type { Columns, RawRecord, RecordReader } from './raw-record.ts';
import { FileRefused } from './refusal.ts';
import { utf8Decoder } from './utf8.ts';
import { xesReader } from './xes.ts';

export type Reading = {
  /** In the order of the file; to be read once. @throws FileRefused, MappingRefused */
  readonly pages: AsyncIterable<readonly RawRecord[]>;
  /** SHA-256 of the file's bytes as they lie there, in hex. @throws TypeError before `pages` have ended. */
  readonly digest: () => string;
};

/** Bytes of the file that have been read, of how many. */
export type Progress = (done: number, total: number) => void;

const chunkBytes = 256 * 1024;

/**
 * @param columns those whose values each record has, in that order.
 *
 * Whether the file is gzip is told by its first bytes and not by its name; and, where `format.kind` leaves
 * it to the file, so is its format: XES begins with `<`, NDJSON with `{`, and CSV with anything else.
 */
export function readRecords(
  file: string,
  format: Mapping['format'],
  columns: Columns,
  progress: Progress = () => undefined,
): Reading {
  let digest: string | undefined;

  async function* pages(): AsyncGenerator<readonly RawRecord[]> {
    const hash = createHash('sha256');
    const decoder = utf8Decoder();
    let reader: RecordReader | undefined;
    for await (const bytes of contentOf(file, hash, progress)) {
      const text = decoder.push(bytes);
      if (text === '') continue;
      reader ??= readerOf(text, format, columns);
      yield reader.push(text);
    }
    decoder.end();
    if (reader === undefined) throw new FileRefused('empty', `${file} is empty`);
    yield reader.end();
    digest = hash.digest('hex');
  }

  return {
    pages: pages(),
    digest() {
      if (digest === undefined) throw new TypeError('the file has not been read to its end');
      return digest;
    },
  };
}

function readerOf(text: string, format: Mapping['format'], columns: Columns): RecordReader {
  const kind = format.kind === 'detect' ? kindOf(text) : format.kind;
  if (kind === 'ndjson') return ndjsonReader(columns);
  if (kind === 'xes') return xesReader(columns);
  const { delimiter } = format;
  return csvReader(delimiter === 'detect' ? delimiterIn(text) : delimiter, columns);
}

/** The one that divides the header most often: Excel writes what the country of its user writes. The header must then have the columns. */
function delimiterIn(text: string): string {
  const [header = ''] = text.split(/[\r\n]/, 1);
  const count = (delimiter: string) => header.split(delimiter).length;
  return [',', ';', '\t', '|'].toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

function kindOf(text: string): 'csv' | 'ndjson' | 'xes' {
  const [first] = text.trimStart();
  if (first === '<') return 'xes';
  return first === '{' ? 'ndjson' : 'csv';
}

/** What the file holds, unpacked. */
async function* contentOf(file: string, hash: Hash, progress: Progress): AsyncGenerator<Buffer> {
  await using handle = await opened(file);
  const { size } = await handle.stat();
  const chunks = bytesOf(file, handle, size, hash, progress);
  const first = await chunks.next();
  if (first.done === true) return;
  refuseOtherKinds(file, first.value);
  const all = following(first.value, chunks);
  const isGzip = first.value[0] === 0x1f && first.value[1] === 0x8b;
  if (isGzip) yield* unpacked(file, all, handle);
  else yield* all;
}

async function opened(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'r');
  } catch (error) {
    throw unreadable(file, error);
  }
}

async function* bytesOf(
  file: string,
  handle: FileHandle,
  size: number,
  hash: Hash,
  progress: Progress,
): AsyncGenerator<Buffer> {
  let done = 0;
  try {
    for (;;) {
      // A new buffer each time: the one before may still be on its way through the unpacker.
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(chunkBytes));
      if (bytesRead === 0) return;
      const chunk = buffer.subarray(0, bytesRead);
      hash.update(chunk);
      done += bytesRead;
      progress(done, Math.max(size, done));
      yield chunk;
    }
  } catch (error) {
    throw unreadable(file, error);
  }
}

async function* following(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

/** What people send in the belief that it is CSV, by its first bytes. */
const otherKinds = [
  ['504b0304', 'an Excel workbook or a ZIP archive'],
  ['d0cf11e0', 'an old Excel workbook'],
  ['25504446', 'a PDF'],
] as const;

function refuseOtherKinds(file: string, first: Buffer): void {
  const start = first.toString('hex', 0, 4);
  const kind = otherKinds.find(([magic]) => magic === start)?.[1];
  if (kind === undefined) return;
  throw new FileRefused(
    'unreadable',
    `${file} is ${kind}: save it as CSV in UTF-8, and import that`,
  );
}

async function* unpacked(
  file: string,
  packed: AsyncIterable<Buffer>,
  handle: FileHandle,
): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  const feeding = pipeline(packed, gunzip);
  feeding.catch(() => undefined); // the loop below meets the same error
  try {
    for await (const chunk of gunzip) {
      const bytes: unknown = chunk;
      if (Buffer.isBuffer(bytes)) yield bytes;
    }
  } catch (error) {
    throw unreadable(file, error);
  }
  // Bytes after the last member are passed over by the unpacker, without a word.
  const { size } = await handle.stat();
  if (gunzip.bytesWritten === size) return;
  const what = `${size - gunzip.bytesWritten} bytes follow the end of the gzip data of ${file}`;
  throw new FileRefused('unreadable', `${what}: it is damaged, fetch it again`);
}

const gzipProblems: Readonly<Record<string, string>> = {
  Z_BUF_ERROR: 'its gzip data stop before their end: it was cut, fetch it again',
  Z_DATA_ERROR: 'its gzip data are damaged: fetch it again',
  ENOENT: 'there is no such file',
  EACCES: 'this account may not read it',
  EISDIR: 'it is a folder',
};

function unreadable(file: string, error: unknown): FileRefused {
  if (error instanceof FileRefused) return error;
  const { code, message } = { code: '', ...asError(error) };
  const reason = gzipProblems[code] ?? message;
  return new FileRefused('unreadable', `${file} cannot be read: ${reason}`, { cause: error });
}

function asError(error: unknown): { readonly message: string; readonly code?: string } {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message } = error;
  return 'code' in error && typeof error.code === 'string'
    ? { message, code: error.code }
    : { message };
}
