/** `motcua accept-loss`: a person decides that what is lost stays lost. */
import type { Config } from '../config.ts';
import { ActorId } from '../domain/units.ts';
import { acceptLoss } from '../ledger/accept-loss.ts';
import { ledgerOf } from '../main.ts';
import { CommandFailed, exit } from './exit.ts';
import { printResult } from './output.ts';

type Options = { readonly by: string; readonly reason: string; readonly json: boolean };

export async function acceptLossCommand(config: Config, options: Options): Promise<void> {
  using ledger = ledgerOf(config);
  const accepted = await acceptLoss(ledger, ActorId.parse(options.by), options.reason);
  if (accepted === null) {
    throw new CommandFailed(
      exit.usage,
      'this ledger has lost nothing: its log, its witness and its keys agree',
    );
  }
  const { loss, id } = accepted;
  printResult(
    options.json,
    { accepted: loss.kind, event: id, size: ledger.store.head().size },
    () => [`Recorded as ${id}: ${loss.message.split('. ')[0]}.`, 'The ledger takes entries again.'],
  );
}
