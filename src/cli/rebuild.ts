/** `motcua rebuild`: the read models anew, beside those that serve; a running server takes them up. */
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { openLogReader } from '../ledger/log-reader.ts';
import { pathsOf } from '../main.ts';
import { buildTogether, hands } from '../projections/build-together.ts';
import { fingerprintOf } from '../projections/model-file.ts';
import { projectionsFor } from '../projections/projections.ts';
import { centresFor, nameOf } from '../projections/settings.ts';
import { printResult, progressBar } from './output.ts';

export async function rebuildCommand(
  config: Config,
  { json }: { readonly json: boolean },
): Promise<void> {
  const started = performance.now();
  const paths = pathsOf(config);
  using log = openLogReader(paths.ledger);
  const name = fingerprintOf(projectionsFor(centresFor(config)), nameOf(config));
  const file = join(paths.models, `${name}.db`);
  const until = log.size() - 1n;
  using bar = progressBar('rebuilding', 'events');
  const job = { ledger: paths.ledger, settings: config, file, until };
  await buildTogether(job, hands(until), (position) => bar.at(Number(position), Number(until)));
  bar[Symbol.dispose]();
  const seconds = (performance.now() - started) / 1000;
  printResult(json, { events: log.size(), position: until, seconds }, () => [
    `${log.size()} events in ${seconds.toFixed(1)} s`,
  ]);
}
