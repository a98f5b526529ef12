/** Where an export is written to. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import process from 'node:process';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { CopyRefused } from './copy-refused.ts';
import { syncPath } from './sync-path.ts';

/**
 * Writes `pieces` into the new file `file`, readable by this user alone. It has its name only once it is
 * complete and on the disk; a process that is killed leaves `FILE.PID.part`.
 *
 * @throws CopyRefused if there is such a file; what `pieces` throws; what the system says of the disk.
 */
export async function writeNewFile(
  file: string,
  pieces: Iterable<string>,
  gzip: boolean,
): Promise<void> {
  mustBeNew(file);
  const part = `${file}.${process.pid}.part`;
  try {
    await using handle = await open(part, 'wx', 0o600);
    await throughGzip(pieces, gzip, (chunks) => handle.writeFile(chunks));
    await handle.sync();
    mustBeNew(file); // somebody may have been quicker
    await rename(part, file);
    syncPath(dirname(file));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

function mustBeNew(file: string): void {
  if (existsSync(file)) throw new CopyRefused(`${file} exists already: name a new file`);
}

/** Writes `pieces` as fast as `output` takes them, and leaves it open. */
export async function writePieces(
  output: Writable,
  pieces: Iterable<string>,
  gzip: boolean,
): Promise<void> {
  await throughGzip(pieces, gzip, async (chunks) => {
    for await (const chunk of chunks) {
      if (!output.write(chunk)) await once(output, 'drain');
    }
  });
}

type Chunks = AsyncIterable<string | Uint8Array>;

/** @param gzip without a time or a name in it, so that the same pieces give the same bytes. */
async function throughGzip(
  pieces: Iterable<string>,
  gzip: boolean,
  take: (chunks: Chunks) => Promise<void>,
): Promise<void> {
  if (gzip) await pipeline(pieces, createGzip(), take);
  else await pipeline(pieces, take);
}
