/** `motcua backup` and `motcua restore`. */
import { resolve } from 'node:path';
import type { Config } from '../config.ts';
import { backupKeys, backupLedger, CopyRefused, restoreLedger } from '../evidence/backup.ts';
import { pathsOf } from '../main.ts';
import { CommandFailed, exit } from './exit.ts';
import { printResult, progressBar, say } from './output.ts';

type Options = { readonly keys?: string; readonly json: boolean };

export function backupCommand(config: Config, folder: string, { keys, json }: Options): void {
  const paths = pathsOf(config);
  const verified = withBar('verifying the copy', (at) => backupLedger(paths, resolve(folder), at));
  if (keys === undefined)
    say('The keys of persons are not in this copy: copy them elsewhere with --keys FOLDER.');
  else guarded(() => backupKeys(paths, resolve(keys)));
  say('Access tokens are not copied: make new ones after a restore.');
  printCopied(json, folder, verified);
}

export function restoreCommand(config: Config, folder: string, { keys, json }: Options): void {
  const from = keys === undefined ? null : resolve(keys);
  if (from === null) say(withoutKeys);
  const verified = withBar('verifying', (at) =>
    restoreLedger(pathsOf(config), resolve(folder), from, at),
  );
  printCopied(json, config.dir, verified);
}

const withoutKeys =
  'Without --keys the ledger is for reading only, and personal fields stay sealed, until its keys.db is put back.';

function printCopied(
  json: boolean,
  folder: string,
  { ok, size, root }: { ok: boolean; size: bigint; root: string },
): void {
  if (!ok)
    throw new CommandFailed(
      exit.wrong,
      `what was written to ${folder} does not verify: do not rely on it`,
    );
  printResult(json, { ok, size, root, folder }, () => [
    `${size} events in ${folder}, verified`,
    `root ${root}`,
  ]);
}

function withBar<Result>(
  what: string,
  work: (at: (done: bigint, total: bigint) => void) => Result,
): Result {
  using bar = progressBar(what, 'events');
  return guarded(() => work((done, total) => bar.at(Number(done), Number(total))));
}

function guarded<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof CopyRefused)
      throw new CommandFailed(exit.data, error.message, { cause: error });
    throw error;
  }
}
