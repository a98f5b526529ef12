/** `motcua verify`: whether the ledger is what its tree and its witness say. */
import { existsSync } from 'node:fs';
import process from 'node:process';
import type { Config } from '../config.ts';
import { verifyInParts } from '../evidence/verify-in-parts.ts';
import { pathsOf } from '../main.ts';
import { exit } from './exit.ts';
import { printResult, progressBar, say } from './output.ts';

export async function verifyCommand(
  config: Config,
  { json }: { readonly json: boolean },
): Promise<void> {
  const paths = pathsOf(config);
  using bar = progressBar('verifying', 'events');
  const found = await verifyInParts(paths, (done, total) => bar.at(Number(done), Number(total)));
  bar[Symbol.dispose]();
  printResult(json, found, () => [
    found.ok ? 'The ledger is whole.' : 'THE LEDGER IS NOT WHAT IT SAYS.',
    `events    ${found.size}`,
    `root      ${found.root}`,
    ...(found.firstWrong === null
      ? []
      : [
          `first wrong: event ${found.firstWrong.index} ${found.firstWrong.stream ?? ''}`,
          `           ${found.firstWrong.why}`,
        ]),
    ...found.problems.map((problem) => `problem   ${problem}`),
  ]);
  if (!existsSync(paths.keys))
    say(
      `There is no key ring in ${paths.keys}: until it is put back this ledger is for reading only.`,
    );
  if (!found.ok) process.exitCode = exit.wrong;
}
