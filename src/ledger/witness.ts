/**
 * The head witness: what the ledger last vouched for, kept apart from the ledger.
 *
 * SQLite drops the end of a write-ahead log whose checksums do not fit, and calls the rest
 * healthy: one flipped bit there loses acknowledged events in silence. The witness holds the size and
 * the root of the tree after every commit, so that such a loss, or a file put back from yesterday, shows;
 * and a digest of what the ledger says that it is, which no event holds.
 *
 * Two slots are written in turn, each with its own checksum: a write that is torn leaves the other.
 */
import { hash } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  openSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** How many events, and the root hash (32 bytes) of the tree over them. */
export type Head = { readonly size: bigint; readonly root: Uint8Array };

export type Witness = Disposable & {
  /** Durable when it returns. @throws if the disk does not confirm it. */
  readonly write: (head: Head) => void;
};

/** What a witness file says. `absent`: there is no file. `unreadable`: there is, and neither slot can be believed. */
export type Testimony =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable' }
  | ({
      readonly kind: 'head' /** `identityOf` the ledger. */;
      readonly identity: Uint8Array;
    } & Head);

const magic = Buffer.from('MCWITNS2', 'latin1');
const slotBytes = 4096; // a sector or more, so that one torn write cannot touch both
const bodyBytes = magic.length + 8 + 8 + 32 + 32;
const checksumBytes = 32;
const noIdentity = new Uint8Array(32);

/** What `file` testifies to: the newer slot that is whole. */
export function readWitness(file: string): Testimony {
  if (!existsSync(file)) return { kind: 'absent' };
  const newest = newestOf(readSlots(file));
  if (newest === undefined) return { kind: 'unreadable' };
  const { size, root, identity } = newest;
  return { kind: 'head', size, root, identity };
}

/**
 * Opens `file` for writing, creating it if need be.
 *
 * @param identity 32 bytes, `identityOf` the ledger; undefined: what the witness said of it last.
 * @param durable false: what is written is left to the system to put on disk, in its time.
 * @throws if its folder is missing or cannot be written.
 */
export function openWitness(file: string, identity?: Uint8Array, durable = true): Witness {
  const isNew = !existsSync(file);
  const newest = isNew ? undefined : newestOf(readSlots(file));
  const fd = openSync(file, constants.O_RDWR | constants.O_CREAT, 0o644);
  if (isNew || statSync(file).size < 2 * slotBytes) {
    writeSync(fd, Buffer.alloc(2 * slotBytes), 0, 2 * slotBytes, 0); // room now, so that a full disk never stops a witness
    fsyncSync(fd);
    syncFolder(dirname(file));
  }
  const of = identity ?? newest?.identity ?? noIdentity;
  let turn = newest?.turn ?? 0n;

  return {
    write({ size, root }) {
      turn += 1n;
      const slot = Buffer.alloc(bodyBytes + checksumBytes);
      magic.copy(slot);
      slot.writeBigUInt64BE(turn, magic.length);
      slot.writeBigUInt64BE(size, magic.length + 8);
      slot.set(root, magic.length + 16);
      slot.set(of, magic.length + 48);
      slot.set(checksum(slot.subarray(0, bodyBytes)), bodyBytes);
      writeSync(fd, slot, 0, slot.length, Number(turn % 2n) * slotBytes);
      if (durable) fdatasyncSync(fd);
    },
    [Symbol.dispose]: () => closeSync(fd),
  };
}

type Slot = Head & { readonly turn: bigint; readonly identity: Uint8Array };

function newestOf(slots: readonly Slot[]): Slot | undefined {
  return slots.toSorted((a, b) => (a.turn < b.turn ? 1 : -1))[0];
}

function readSlots(file: string): Slot[] {
  const fd = openSync(file, 'r');
  try {
    return [0, 1].flatMap((place) => {
      const bytes = Buffer.alloc(bodyBytes + checksumBytes);
      if (readSync(fd, bytes, 0, bytes.length, place * slotBytes) < bytes.length) return [];
      const body = bytes.subarray(0, bodyBytes);
      if (!body.subarray(0, magic.length).equals(magic)) return [];
      if (!checksum(body).equals(bytes.subarray(bodyBytes))) return [];
      return [
        {
          turn: body.readBigUInt64BE(magic.length),
          size: body.readBigUInt64BE(magic.length + 8),
          root: new Uint8Array(body.subarray(magic.length + 16, magic.length + 48)),
          identity: new Uint8Array(body.subarray(magic.length + 48)),
        },
      ];
    });
  } finally {
    closeSync(fd);
  }
}

function checksum(body: Uint8Array): Buffer {
  return hash('sha256', body, 'buffer');
}

/** So that the name of a new file survives a loss of power too. */
function syncFolder(folder: string): void {
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
