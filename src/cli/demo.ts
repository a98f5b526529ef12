/** `motcua demo`: a ledger with something to look at, and tokens to look with. */
import type { Config } from '../config.ts';
import {
  type DemoSize,
  demoEvents,
  demoSize,
  demoSizeFor,
  demoWorld,
  fillDemo,
} from '../demo/demo.ts';
import { plusDays } from '../domain/time/date.ts';
import { hoChiMinh, localDateOf } from '../domain/time/zone.ts';
import { CalendarDate, instantAt } from '../domain/units.ts';
import { ledgerOf } from '../main.ts';
import { guide } from './demo-guide.ts';
import { CommandFailed, exit } from './exit.ts';
import { progressBar, say } from './output.ts';
import { serveUntilTold } from './serve.ts';

type Options = {
  readonly seed: string;
  readonly until?: string;
  readonly days?: string;
  readonly events?: string;
  readonly serve: boolean;
};

export async function demoCommand(config: Config, options: Options): Promise<void> {
  await makeDemo(config, options);
  if (!options.serve) return;
  using ledger = ledgerOf(config, 'demo');
  await serveUntilTold(config, ledger, guide);
}

/** Fills the folder unless it holds a demo already. */
async function makeDemo(config: Config, options: Options): Promise<void> {
  const { seed } = options;
  const until = untilFrom(options);
  const size = sizeFrom(options);
  const world = demoWorld(`${seed} ${until}`);
  using ledger = ledgerOf({ ...config, name: 'demo' }, 'demo', world);
  if ((await ledger.store.size()) > 0n) {
    say(`The demo in ${config.dir} is there already; remove the folder to make another.`);
    return;
  }
  using bar = progressBar('making a demo', 'days');
  const events = await fillDemo(ledger, world, { seed, until, ...size }, bar.at);
  bar[Symbol.dispose]();
  const root = Buffer.from(ledger.store.head().root).toString('hex');
  say(`A demo of ${events} events, made from seed ${seed} up to ${until}; root ${root}`);
}

/** Yesterday, where it is not said: nothing in a demo may lie ahead. @throws CommandFailed unless it is a day. */
function untilFrom({ until }: Options): CalendarDate {
  if (until === undefined) return plusDays(localDateOf(instantAt(Date.now()), hoChiMinh), -1);
  const { success, data } = CalendarDate.safeParse(until);
  if (success) return data;
  throw new CommandFailed(exit.usage, `--until is a day like 2026-03-31, not ${until}`);
}

/** @throws CommandFailed unless each is a whole number within its bounds, and only one is given. */
function sizeFrom({ days, events }: Options): DemoSize {
  if (days !== undefined && events !== undefined) {
    throw new CommandFailed(exit.usage, 'give --days or --events, not both');
  }
  if (events !== undefined) {
    const { least, most } = demoEvents;
    return demoSizeFor(wholeNumber('--events', events, least, most));
  }
  return days === undefined
    ? demoSize
    : { ...demoSize, days: wholeNumber('--days', days, 1, 3_650) };
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new CommandFailed(
    exit.usage,
    `${option} is a whole number from ${least} to ${most}, not ${text}`,
  );
}
