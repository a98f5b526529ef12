/** Copies of a ledger: made while it runs, and believed only once they have been verified. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Paths } from '../ledger/ledger.ts';
import { pathsIn } from '../ledger/ledger.ts';
import { identityOf, openReader, originOf } from '../ledger/sqlite/open.ts';
import { treeAt } from '../ledger/sqlite/tree.ts';
import { openWitness, readWitness } from '../ledger/witness.ts';
import { CopyRefused } from './copy-refused.ts';
import { doubtOf } from './doubt.ts';
import { beginRestoring } from './restoring.ts';
import { syncPath } from './sync-path.ts';
import type { Verification } from './verify.ts';
import { verifyInParts } from './verify-in-parts.ts';
import type { OnProgress } from './walk.ts';

/**
 * Copies the ledger as it stands at one instant into `folder`, which must be new or empty. Works
 * beside a writer and never makes it wait. The keys of persons are not in it: see `backupKeys`.
 *
 * @throws CopyRefused if the folder is in use, or the ledger is not what its witness vouches for: also where there
 *   is none, or none that can be read, for the copy would come with a new one, and the loss would not show again.
 */
export async function backupLedger(
  paths: Paths,
  folder: string,
  onProgress?: OnProgress,
): Promise<Verification> {
  mustBeEmpty(folder);
  const testimony = readWitness(paths.witness); // first: the copy is then at it or ahead of it
  mkdirSync(folder, { recursive: true });
  const copy = pathsIn(folder);
  using source = openReader(paths.ledger);
  const origin = originOf(source);
  source.prepare('VACUUM INTO ?').run(copy.ledger);
  syncPath(copy.ledger);

  using database = new DatabaseSync(copy.ledger, { readOnly: true });
  const size = Number(database.prepare('SELECT count(*) AS n FROM event').get()?.['n']);
  const doubt = doubtOf(database, testimony, size);
  if (doubt !== null) {
    throw new CopyRefused(
      `${doubt}, so a copy would hide a loss; run "motcua verify". What was copied lies in ${folder}`,
    );
  }
  using witness = openWitness(copy.witness, identityOf(database));
  witness.write({ size: BigInt(size), root: treeAt(database, size).root() });
  const verified = await verifyInParts(copy, onProgress);
  const manifest = { origin, size, root: verified.root, verified: verified.ok };
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return verified;
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
  syncPath(copy);
}

/**
 * Puts the copy in `folder` back as the ledger in `paths`, which must not exist yet.
 *
 * @param keys as `beginRestoring`.
 * @throws CopyRefused if something is in the way, or there is no copy, or it does not verify, or the keys are
 *   another ledger's: nothing is put back then.
 */
export async function restoreLedger(
  paths: Paths,
  folder: string,
  keys: string | null,
  onProgress?: OnProgress,
): Promise<Verification> {
  const copy = pathsIn(folder);
  if (!existsSync(copy.ledger)) {
    throw new CopyRefused(
      `there is no ledger.db in ${folder}: name the folder that "motcua backup" made, or a file of "motcua export"`,
    );
  }
  using restoring = beginRestoring(paths, keys);
  const { making } = restoring;
  copyFileSync(copy.ledger, making.ledger);
  if (existsSync(copy.witness)) copyFileSync(copy.witness, making.witness);
  return await restoring.finish(`the copy in ${folder}`, onProgress);
}

function mustBeEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new CopyRefused(`${folder} is not empty: name a new folder for the copy`);
  }
}
