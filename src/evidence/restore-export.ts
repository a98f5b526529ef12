/** An export put back as a ledger: every line believed only because the hashes say so. */
import type { Paths } from '../ledger/ledger.ts';
import { type Head, openWitness } from '../ledger/witness.ts';
import { CopyRefused } from './copy-refused.ts';
import {
  type ExportHeader,
  type ExportTrailer,
  readHeader,
  readLine,
  WrongLine,
} from './export-lines.ts';
import { readLines } from './export-reading.ts';
import { toHex } from './leaf-hashes.ts';
import { type LedgerBuilder, ledgerBuilder } from './ledger-builder.ts';
import { beginRestoring } from './restoring.ts';
import type { Verification } from './verify.ts';
import type { OnProgress } from './walk.ts';

/** Told how far each of the two goes: reading the file, and verifying the ledger made from it. */
export type OnRestore = { readonly reading?: OnProgress; readonly verifying?: OnProgress };

const linesPerWord = 500;

/**
 * Puts the export in `file`, of a whole ledger, back into `paths`: the same rows, and so the same root and
 * the same identity; a witness vouches for them. What is there until it is complete is no ledger.
 *
 * @param keys as `beginRestoring`. The ledger remembers which key ring it was written with, and takes no other.
 * @throws CopyRefused naming the line and what to do: for a file that is cut off, changed, out of order or of
 *   another version; for a folder that is in use, and for keys that are another ledger's. Nothing is put back then.
 */
export async function restoreExport(
  paths: Paths,
  file: string,
  keys: string | null,
  { reading, verifying }: OnRestore = {},
): Promise<Verification> {
  using restoring = beginRestoring(paths, keys);
  const { making } = restoring;
  {
    using made = ledgerFrom(making.ledger, reading);
    await readLines(file, made.take);
    const { head, identity } = made.complete(file);
    using witness = openWitness(making.witness, identity);
    witness.write(head);
  }
  return await restoring.finish(`what was made from ${file}`, verifying);
}

/** Makes the ledger `ledger` of the lines that it is handed. */
function ledgerFrom(ledger: string, onProgress: OnProgress | undefined) {
  let header: ExportHeader | undefined;
  let builder: LedgerBuilder | undefined;
  let isComplete = false;

  function take(line: Buffer, number: number): void {
    if (isComplete) throw new WrongLine('nothing comes after the last line of an export');
    if (header === undefined || builder === undefined) {
      header = readHeader(line);
      builder = ledgerBuilder(ledger, header);
      mustBeWhole(header, builder);
      return;
    }
    const read = readLine(line);
    if ('count' in read) {
      mustAgree(header, read, builder.head());
      isComplete = true;
    } else builder.add(read);
    if (isComplete || number % linesPerWord === 0) {
      onProgress?.(BigInt(number - (isComplete ? 2 : 1)), BigInt(header.size));
    }
  }

  return {
    take,
    /** @throws CopyRefused if the last line has not come. */
    complete(file: string): { readonly head: Head; readonly identity: Uint8Array } {
      if (header === undefined || builder === undefined)
        throw new CopyRefused(`${file} is empty: name another copy of the export`);
      const { size } = header;
      const head = builder.head();
      if (!isComplete) {
        throw new CopyRefused(
          `${file} was cut off: it ends after ${head.size} of ${size} events, and has no last line; use another copy of it, or export the ledger again`,
        );
      }
      builder.finish();
      return { head, identity: builder.identity() };
    },
    [Symbol.dispose]: () => builder?.[Symbol.dispose](),
  };
}

function mustBeWhole({ from, identity }: ExportHeader, builder: LedgerBuilder): void {
  if (toHex(builder.identity()) !== identity) {
    throw new WrongLine('what it says of the ledger is not what its identity was made from');
  }
  if (from === 0) return;
  throw new WrongLine(
    `the export begins with event ${from}, and a ledger is put back from its first event on: export it without --from`,
  );
}

/** Held against the tree over the events as they were read, whatever the lines say of themselves. */
function mustAgree(header: ExportHeader, trailer: ExportTrailer, { size, root }: Head): void {
  if (size !== BigInt(header.size)) {
    throw new WrongLine(
      `the export ends here after ${size} events, and its first line speaks of ${header.size}: lines are missing, or that line was changed`,
    );
  }
  if (trailer.count !== header.size || trailer.root !== header.root) {
    throw new WrongLine(
      'it does not say what the first line says: one of the two was changed, or they are of different exports',
    );
  }
  if (toHex(root) !== header.root) {
    throw new WrongLine(
      `the events before it have the root ${toHex(root)}, and the first and last lines state ${header.root}: it is not the log that was exported`,
    );
  }
}
