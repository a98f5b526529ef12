/**
 * A ledger that is put back: made in a folder of its own, and in its place only when it is whole.
 *
 * That folder lies inside LEDGER_DIR, which may be a volume by itself: nothing beside it could be renamed
 * into it. `ledger.db` is put in its place last, so a restore that is killed leaves no ledger.
 */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Paths, pathsIn } from '../ledger/ledger.ts';
import { takeLock } from '../ledger/sqlite/lock.ts';
import { openWitness, readWitness } from '../ledger/witness.ts';
import { CopyRefused } from './copy-refused.ts';
import { keysMustFit } from './keys-fit.ts';
import { syncPath } from './sync-path.ts';
import type { Verification } from './verify.ts';
import { verifyInParts } from './verify-in-parts.ts';
import type { OnProgress } from './walk.ts';

/** Disposing of it throws away what was not put in its place. */
export type Restoring = Disposable & {
  /** Where `ledger.db` and `head.witness` are to be made. */
  readonly making: Paths;
  /**
   * Verifies what was made, and puts it in its place; it is then on the disk.
   *
   * @param what it was made from, for people.
   * @throws CopyRefused if it does not verify, or the keys are another ledger's: nothing is put in its place then.
   */
  readonly finish: (what: string, onProgress?: OnProgress) => Promise<Verification>;
};

/**
 * Begins to put a ledger back into `paths`.
 *
 * @param keys folder of `backupKeys`; null: the ledger serves reads only, with personal fields sealed, until `keys.db` is put back.
 * @throws CopyRefused if something is in the way, or there are no such keys; SecondWriter if somebody else puts one back there.
 */
export function beginRestoring(paths: Paths, keys: string | null): Restoring {
  mustBeEmpty(paths);
  const keyFile = keys === null ? null : pathsIn(keys).keys;
  if (keyFile !== null && !existsSync(keyFile)) {
    throw new CopyRefused(`there is no keys.db in ${keys}`);
  }
  mkdirSync(paths.dir, { recursive: true });
  const lock = takeLock(lockOf(paths));
  const folder = folderIn(paths);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  const making = pathsIn(folder);

  return {
    making,
    async finish(what, onProgress) {
      if (keyFile !== null) {
        copyFileSync(keyFile, making.keys);
        keysMustFit(making, keyFile);
      }
      const verified = await verifyInParts(making, onProgress);
      if (!verified.ok) {
        const problems = verified.problems.join('; ');
        throw new CopyRefused(`${what} does not verify (${problems}): use another one`);
      }
      put(paths, making);
      return verified;
    },
    [Symbol.dispose]() {
      rmSync(folder, { recursive: true, force: true });
      lock[Symbol.dispose]();
    },
  };
}

function folderIn({ dir }: Paths): string {
  return join(dir, 'restoring');
}

/** As the store has it, so that nobody begins a ledger there meanwhile. */
function lockOf({ ledger }: Paths): string {
  return `${ledger}.lock`;
}

/** A restore that was killed leaves its folder, and what it had put in its place already. */
function mustBeEmpty(paths: Paths): void {
  const { dir } = paths;
  if (existsSync(paths.ledger)) throw inTheWay(`there is a ledger in ${dir} already`);
  const wasKilled = existsSync(folderIn(paths));
  if (existsSync(paths.witness) && !wasKilled) {
    throw inTheWay(`there is the witness of a ledger in ${paths.witness}`);
  }
  const own = wasKilled ? [folderIn(paths), paths.witness, paths.keys] : [];
  const there = existsSync(dir) ? readdirSync(dir).map((name) => join(dir, name)) : [];
  const strange = there
    .filter((path) => !own.includes(path) && !path.startsWith(lockOf(paths)))
    .map((path) => basename(path));
  if (strange.length > 0) throw inTheWay(`${dir} is not empty (${strange.join(', ')})`);
}

function inTheWay(what: string): CopyRefused {
  return new CopyRefused(`${what}: name an empty LEDGER_DIR, or move this one away`);
}

/** Keys and witness first: until `ledger.db` is there, there is no ledger. */
function put(paths: Paths, making: Paths): void {
  if (existsSync(making.keys)) putKeys(making.keys, paths.keys);
  putWitness(making.witness, paths.witness);
  chmodSync(making.ledger, 0o644);
  syncPath(making.ledger);
  syncPath(paths.dir); // the names of the others, before that of the ledger
  if (existsSync(paths.ledger)) throw inTheWay(`there is a ledger in ${paths.dir} already`);
  renameSync(making.ledger, paths.ledger);
  syncPath(paths.dir);
}

function putKeys(from: string, to: string): void {
  if (existsSync(to) && !readFileSync(to).equals(readFileSync(from))) {
    throw inTheWay(`there are other keys in ${to}`);
  }
  chmodSync(from, 0o600);
  syncPath(from);
  renameSync(from, to);
}

/** Written and not moved: it may be on another volume. */
function putWitness(from: string, to: string): void {
  const testimony = readWitness(from);
  if (testimony.kind !== 'head') return; // of a ledger without events, which needs none
  const there = readWitness(to);
  const isAnother =
    there.kind === 'head' &&
    !(
      there.size === testimony.size &&
      Buffer.from(there.root).equals(testimony.root) &&
      Buffer.from(there.identity).equals(testimony.identity)
    );
  if (isAnother) throw inTheWay(`there is the witness of another ledger in ${to}`);
  mkdirSync(dirname(to), { recursive: true });
  using witness = openWitness(to, testimony.identity);
  witness.write(testimony);
}
