/** `motcua backup` and `motcua restore`. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config } from '../config.ts';
import { backupKeys, backupLedger, restoreLedger } from '../evidence/backup.ts';
import { restoreExport } from '../evidence/restore-export.ts';
import type { Verification } from '../evidence/verify.ts';
import type { OnProgress } from '../evidence/walk.ts';
import { pathsOf } from '../main.ts';
import { guarded } from './copying.ts';
import { CommandFailed, exit } from './exit.ts';
import { type Bar, printResult, progressBar, say } from './output.ts';

type Options = { readonly keys?: string; readonly json: boolean };

export async function backupCommand(
  config: Config,
  folder: string,
  { keys, json }: Options,
): Promise<void> {
  const paths = pathsOf(config);
  using bar = progressBar('verifying the copy', 'events');
  const verified = await guarded(() => backupLedger(paths, resolve(folder), told(bar)));
  if (keys === undefined)
    say('The keys of persons are not in this copy: copy them elsewhere with --keys FOLDER.');
  else await guarded(() => backupKeys(paths, resolve(keys)));
  say('Access tokens are not copied: make new ones after a restore.');
  printCopied(json, folder, verified);
}

/** @param from the folder of a backup, or the file of an export: told by what is there. */
export async function restoreCommand(
  config: Config,
  from: string,
  { keys, json }: Options,
): Promise<void> {
  const keysIn = keys === undefined ? null : resolve(keys);
  if (keysIn === null) say(withoutKeys);
  const isFolder = statSync(from).isDirectory();
  const verified = await guarded(() =>
    (isFolder ? putBackup : putExport)(config, resolve(from), keysIn),
  );
  printCopied(json, config.dir, verified);
}

async function putBackup(
  config: Config,
  folder: string,
  keys: string | null,
): Promise<Verification> {
  using bar = progressBar('verifying', 'events');
  return await restoreLedger(pathsOf(config), folder, keys, told(bar));
}

async function putExport(config: Config, file: string, keys: string | null): Promise<Verification> {
  using reading = progressBar('reading', 'events');
  using verifying = progressBar('verifying', 'events');
  return await restoreExport(pathsOf(config), file, keys, {
    reading: told(reading),
    verifying(done, total) {
      reading[Symbol.dispose]();
      told(verifying)(done, total);
    },
  });
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

function told(bar: Bar): OnProgress {
  return (done, total) => bar.at(Number(done), Number(total));
}
