/** The lines of a file, plain or gzip by its first bytes and not by its name, in constant memory. */
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { appendBytesMax } from '../ledger/event-store.ts';
import { CopyRefused } from './copy-refused.ts';
import { WrongLine } from './export-lines.ts';

/** Told of each line, without its line feed, and of its number, from 1. */
export type OnLine = (line: Buffer, number: number) => void;

/** Bytes of a line. An event has a content of at most `appendBytesMax`, and everything else in it is short. */
const lineBytesMax = 2 * appendBytesMax;

/**
 * Hands every line of `file` to `onLine`, in order.
 *
 * @throws CopyRefused naming the line, if `onLine` throws WrongLine, the last line has no end, a line is too
 *   long, or what is packed cannot be unpacked; what the system says of the file.
 */
export async function readLines(file: string, onLine: OnLine): Promise<void> {
  await using handle = await open(file, 'r');
  const lines = lineReader(file, onLine);
  const take = async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) lines.push(chunk);
    lines.end();
  };
  if (!(await isGzip(handle))) return await take(chunksOf(handle));
  try {
    await pipeline(chunksOf(handle), createGunzip(), take);
  } catch (error) {
    if (!isOfZlib(error)) throw error;
    throw new CopyRefused(
      `${file}: what is packed in it cannot be unpacked after line ${lines.read()} (${error.message}): the file was cut off or changed; ${useAnother}`,
      { cause: error },
    );
  }
}

const chunkBytes = 256 * 1024;

async function* chunksOf(handle: FileHandle): AsyncGenerator<Buffer> {
  for (let at = 0; ; ) {
    // A new buffer each time: the one before may still be on its way through the unpacker.
    const { bytesRead, buffer } = await handle.read(
      Buffer.allocUnsafe(chunkBytes),
      0,
      chunkBytes,
      at,
    );
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}

async function isGzip(handle: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
  return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
}

function isOfZlib(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

const useAnother = 'use another copy of it, or export the ledger again';
const lineFeed = 0x0a;

function lineReader(file: string, onLine: OnLine) {
  let number = 0;
  let begun: Buffer[] = []; // of a line whose end has not come yet
  let begunBytes = 0;

  function refused(why: string): CopyRefused {
    return new CopyRefused(`${file}, line ${number}: ${why}; ${useAnother}`);
  }

  function take(bytes: Buffer): void {
    number += 1;
    if (bytes.length > lineBytesMax) throw refused('it is longer than any line of an export');
    try {
      onLine(bytes, number);
    } catch (error) {
      if (!(error instanceof WrongLine)) throw error;
      throw refused(error.message);
    }
  }

  return {
    push(chunk: Buffer): void {
      let from = 0;
      for (let to = chunk.indexOf(lineFeed); to !== -1; to = chunk.indexOf(lineFeed, from)) {
        const rest = chunk.subarray(from, to);
        take(begun.length === 0 ? rest : Buffer.concat([...begun, rest]));
        [begun, begunBytes] = [[], 0];
        from = to + 1;
      }
      if (from === chunk.length) return;
      begun.push(chunk.subarray(from));
      begunBytes += chunk.length - from;
      if (begunBytes > lineBytesMax) take(Buffer.concat(begun));
    },
    end(): void {
      if (begun.length === 0) return;
      if (number === 0)
        take(Buffer.concat(begun)); // of another kind of file that is said first
      else number += 1;
      throw refused('it has no end: the file was cut off here');
    },
    read: () => number,
  };
}
