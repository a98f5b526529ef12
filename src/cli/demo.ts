/** `motcua demo`: a ledger with something to look at, and tokens to look with. */
import type { Config } from '../config.ts';
import { ledgerOf } from '../main.ts';
import { guide } from './demo-guide.ts';
import { type MakeOptions, makeDemo } from './make-demo.ts';
import { serveUntilTold } from './serve.ts';

type Options = MakeOptions & { readonly serve: boolean };

export async function demoCommand(config: Config, options: Options): Promise<void> {
  await makeDemo(config, options);
  if (!options.serve) return;
  using ledger = ledgerOf(config, 'demo');
  await serveUntilTold(config, ledger, (server) => guide(server, config.dir));
}
