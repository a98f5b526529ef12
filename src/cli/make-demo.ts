/**
 * Making a demo: quickly, since nobody's fact is in it yet, and whole or not at all.
 *
 * Nothing is waited for to be on disk until all of it is made. A folder in which that was not finished
 * says so, and the demo is made anew.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { type DemoOptions, demoSize, demoSizeFor, demoWorld, fillDemo } from '../demo/demo.ts';
import { plusDays } from '../domain/time/date.ts';
import { localDateOf, zoneNamed } from '../domain/time/zone.ts';
import { CalendarDate, instantAt } from '../domain/units.ts';
import { syncPath } from '../evidence/sync-path.ts';
import { ledgerOf, pathsOf } from '../main.ts';
import { CommandFailed, exit } from './exit.ts';
import { progressBar, say } from './output.ts';

export type MakeOptions = {
  readonly seed: string;
  readonly until?: string;
  readonly days?: string;
  readonly events?: string;
};

/** Fills the folder unless it holds a demo already. */
export async function makeDemo(config: Config, options: MakeOptions): Promise<void> {
  const size = sizeOf(options);
  const until = options.until === undefined ? yesterday() : dayFrom(options.until); // nothing in it may lie ahead
  const unfinished = join(config.dir, 'demo-unfinished');
  if (existsSync(unfinished)) removeDemo(config);
  const world = demoWorld(`${options.seed} ${until}`);
  using ledger = ledgerOf({ ...config, name: 'demo' }, 'demo', { ...world, durable: false });
  if ((await ledger.store.size()) > 0n) {
    say(`The demo in ${config.dir} is there already; remove the folder to make another.`);
    return;
  }
  writeFileSync(unfinished, 'This demo was not finished. It is made anew by "motcua demo".\n');
  using bar = progressBar('making a demo', 'days');
  const events = await fillDemo(ledger, world, { seed: options.seed, until, ...size }, bar.at);
  bar[Symbol.dispose]();
  const { root } = ledger.store.head();
  ledger[Symbol.dispose](); // which moves what is in the logs into the files
  const { ledger: file, witness, keys } = pathsOf(config);
  for (const path of [file, witness, keys, config.dir]) syncPath(path);
  rmSync(unfinished);
  say(
    `A demo of ${events} events, made from seed ${options.seed} up to ${until}; root ${Buffer.from(root).toString('hex')}`,
  );
}

/** What is left of a demo that was not finished. Never a ledger: only a demo's folder has the mark. */
function removeDemo(config: Config): void {
  const { ledger, witness, keys, models } = pathsOf(config);
  const files = [ledger, keys].flatMap((file) => [file, `${file}-wal`, `${file}-shm`]);
  for (const file of [...files, witness]) rmSync(file, { force: true });
  rmSync(models, { recursive: true, force: true });
  mkdirSync(config.dir, { recursive: true });
}

function yesterday(): CalendarDate {
  const today = localDateOf(instantAt(Date.now()), zoneNamed('Asia/Ho_Chi_Minh'));
  return plusDays(today, -1);
}

/** @throws CommandFailed for a number that is none, or too large. */
function sizeOf({ days, events }: MakeOptions): Pick<DemoOptions, 'days' | 'perDay'> {
  if (events !== undefined) return demoSizeFor(wholeFrom(events, '--events', 10_000_000));
  return days === undefined ? demoSize : { ...demoSize, days: wholeFrom(days, '--days', 3_650) };
}

function wholeFrom(text: string, option: string, max: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= max) return number;
  throw new CommandFailed(exit.usage, `${option} is a whole number from 1 to ${max}, not ${text}`);
}

function dayFrom(text: string): CalendarDate {
  const { success, data } = CalendarDate.safeParse(text);
  if (success) return data;
  throw new CommandFailed(exit.usage, `--until is a day like 2026-03-31, not ${text}`);
}
