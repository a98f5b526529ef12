/** Copies of a ledger: made while it runs, and believed only once they have been verified. */
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Paths } from '../ledger/ledger.ts';
import { pathsIn } from '../ledger/ledger.ts';
import { identityOf, openReader, originOf } from '../ledger/sqlite/open.ts';
import { treeAt } from '../ledger/sqlite/tree.ts';
import { openWitness, readWitness, type Testimony } from '../ledger/witness.ts';
import { type Verification, verifyLedger } from './verify.ts';

/** The copy cannot be made or put back: what is wrong, and what to do. */
export class CopyRefused extends Error {
  override readonly name = 'CopyRefused';
}

type OnProgress = (done: bigint, total: bigint) => void;

/**
 * Copies the ledger as it stands at one instant into `folder`, which must be new or empty. Works
 * beside a writer and never makes it wait. The keys of persons are not in it: see `backupKeys`.
 *
 * @throws CopyRefused if the folder is in use, or the ledger is not what its witness vouches for: also where there
 *   is none, or none that can be read, for the copy would come with a new one, and the loss would not show again.
 */
export function backupLedger(paths: Paths, folder: string, onProgress?: OnProgress): Verification {
  mustBeEmpty(folder);
  const testimony = readWitness(paths.witness); // first: the copy is then at it or ahead of it
  mkdirSync(folder, { recursive: true });
  const copy = pathsIn(folder);
  using source = openReader(paths.ledger);
  const origin = originOf(source);
  source.prepare('VACUUM INTO ?').run(copy.ledger);
  syncFile(copy.ledger);

  using database = new DatabaseSync(copy.ledger, { readOnly: true });
  const size = Number(database.prepare('SELECT count(*) AS n FROM event').get()?.['n']);
  const doubt = size === 0 ? null : doubtOf(database, testimony, size);
  if (doubt !== null) {
    throw new CopyRefused(
      `${doubt}, so a copy would hide a loss; run "motcua verify". What was copied lies in ${folder}`,
    );
  }
  using witness = openWitness(copy.witness, identityOf(database));
  witness.write({ size: BigInt(size), root: treeAt(database, size).root() });
  const verified = verifyLedger(copy, onProgress);
  const manifest = { origin, size, root: verified.root, verified: verified.ok };
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return verified;
}

/** Why the witness does not vouch for the copy, which is not empty; null if it does. */
function doubtOf(database: DatabaseSync, testimony: Testimony, size: number): string | null {
  if (testimony.kind === 'absent') return 'this ledger has no witness';
  if (testimony.kind === 'unreadable') return 'the witness of this ledger cannot be read';
  const isAt =
    testimony.size <= BigInt(size) &&
    Buffer.from(treeAt(database, Number(testimony.size)).root()).equals(testimony.root) &&
    Buffer.from(identityOf(database)).equals(testimony.identity);
  return isAt ? null : 'this ledger is not what its witness vouches for';
}

/** Copies the keys of persons into `folder`, readable by this user alone. Keep it apart from the ledger's copy. */
export function backupKeys(paths: Paths, folder: string): void {
  mustBeEmpty(folder);
  if (!existsSync(paths.keys)) throw new CopyRefused(`there are no keys in ${paths.keys}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const copy = pathsIn(folder).keys;
  using source = new DatabaseSync(paths.keys, { timeout: 5_000 });
  source.prepare('VACUUM INTO ?').run(copy);
  chmodSync(copy, 0o600);
  syncFile(copy);
}

/**
 * Puts the copy in `folder` back as the ledger in `paths`, which must not exist yet.
 *
 * @param keys folder of `backupKeys`; null: the ledger serves reads only, with personal fields sealed, until `keys.db` is put back.
 * @throws CopyRefused if there is a ledger already, no copy, or the copy does not verify: nothing is put back then.
 */
export function restoreLedger(
  paths: Paths,
  folder: string,
  keys: string | null,
  onProgress?: OnProgress,
): Verification {
  const copy = pathsIn(folder);
  if (existsSync(paths.ledger) || existsSync(paths.witness)) {
    throw new CopyRefused(
      `there is a ledger in ${paths.dir} already: name an empty LEDGER_DIR, or move this one away`,
    );
  }
  if (!existsSync(copy.ledger))
    throw new CopyRefused(
      `there is no ledger.db in ${folder}: name the folder that "motcua backup" made`,
    );
  if (keys !== null && !existsSync(pathsIn(keys).keys))
    throw new CopyRefused(`there is no keys.db in ${keys}`);
  const before = verifyLedger(copy, onProgress);
  if (!before.ok) {
    throw new CopyRefused(
      `the copy in ${folder} does not verify (${before.problems.join('; ')}): use another one`,
    );
  }
  mkdirSync(paths.dir, { recursive: true });
  if (keys !== null) putBack(pathsIn(keys).keys, paths.keys, 0o600);
  putBack(copy.ledger, paths.ledger, 0o644);
  putBack(copy.witness, paths.witness, 0o644);
  return verifyLedger(paths, onProgress);
}

function putBack(from: string, to: string, mode: number): void {
  copyFileSync(from, to);
  chmodSync(to, mode);
  syncFile(to);
}

function syncFile(file: string): void {
  const fd = openSync(file, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function mustBeEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new CopyRefused(`${folder} is not empty: name a new folder for the copy`);
  }
}
