/** `motcua serve`: the server process, until it is told to stop. */
import { once } from 'node:events';
import process from 'node:process';
import type { Config } from '../config.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { ledgerOf, type Server, serve } from '../main.ts';
import { say } from './output.ts';

export async function serveCommand(config: Config): Promise<void> {
  using ledger = ledgerOf(config);
  await serveUntilTold(config, ledger);
}

/** Serves, and on SIGTERM or SIGINT ends the requests in flight first, then closes the ledger. */
export async function serveUntilTold(
  config: Config,
  ledger: Ledger,
  onServing: (server: Server) => void = () => {},
): Promise<void> {
  const told = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  await using server = await serve(config, ledger);
  const loss = ledger.store.loss();
  if (loss !== null) say(`motcua: READ-ONLY. ${loss.message}`);
  say(`The ledger "${ledger.store.origin.name}" is served on ${server.url}`);
  onServing(server);
  await told;
  say('stopping: requests in flight end first');
}
