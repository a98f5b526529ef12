/**
 * Making a demo: quickly, since nobody's fact is in it yet, and whole or not at all.
 *
 * Nothing is waited for to be on disk until all of it is made. A folder in which that was not finished
 * says so, and the demo is made anew; one in which it was says from what.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../config.ts';
import {
  type DemoSize,
  demoEvents,
  demoSize,
  demoSizeFor,
  demoWorld,
  fillDemo,
} from '../demo/demo.ts';
import type { Plant } from '../demo/plants.ts';
import { plusDays } from '../domain/time/date.ts';
import { hoChiMinh, localDateOf, startOfDay } from '../domain/time/zone.ts';
import { CalendarDate, type Instant, instantAt, millisecondsOf } from '../domain/units.ts';
import { syncPath } from '../evidence/sync-path.ts';
import { takeLock } from '../ledger/sqlite/lock.ts';
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
  const size = sizeFrom(options);
  const until = untilFrom(options);
  const unfinished = join(config.dir, 'demo-unfinished');
  if (existsSync(unfinished)) removeDemo(config);
  const world = demoWorld(`${options.seed} ${until}`);
  using ledger = ledgerOf({ ...config, name: 'demo' }, 'demo', { ...world, durable: false });
  if ((await ledger.store.size()) > 0n) {
    const from = madeFrom(config);
    const made = from === null ? '' : `, made from ${from}`;
    say(`The demo in ${config.dir} is there already${made}; remove the folder to make another.`);
    return;
  }
  writeFileSync(unfinished, 'This demo was not finished. It is made anew by "motcua demo".\n');
  using bar = progressBar('making a demo', 'days');
  const plants: Plant[] = [];
  const events = await fillDemo(
    ledger,
    world,
    { seed: options.seed, until, ...size },
    bar.at,
    (plant) => plants.push(plant),
  );
  bar[Symbol.dispose]();
  const { root } = ledger.store.head();
  ledger[Symbol.dispose](); // which moves what is in the logs into the files
  const note = noteIn(config);
  const from = { seed: options.seed, days: size.days, perDay: size.perDay, until };
  writeFileSync(note, `${JSON.stringify(from)}\n`);
  const planted = plants.filter((plant) => plant.from <= endOf(until));
  const ledgerOfPlants = join(config.dir, 'demo-plants.ndjson'); // what the rules are to find in it
  writeFileSync(ledgerOfPlants, planted.map((plant) => `${JSON.stringify(plant)}\n`).join(''));
  const { ledger: file, witness, keys } = pathsOf(config);
  for (const path of [file, witness, keys, note, ledgerOfPlants, config.dir]) syncPath(path);
  rmSync(unfinished);
  say(
    `A demo of ${events} events, made from seed ${options.seed} up to ${until}; root ${Buffer.from(root).toString('hex')}`,
  );
}

/** The last instant of its last day: what would be broken later is not in it. */
function endOf(until: CalendarDate): Instant {
  return instantAt(millisecondsOf(startOfDay(plusDays(until, 1), hoChiMinh)) - 1);
}

/** What a finished demo was made from. Of no use to the ledger: only whoever asks for another demo is told. */
function noteIn(config: Config): string {
  return join(config.dir, 'demo-made-from.json');
}

const MadeFrom = z.object({
  seed: z.string(),
  days: z.int(),
  perDay: z.number(),
  until: CalendarDate,
});

/** Null: nobody wrote it down, as for a demo that was restored from a copy. */
function madeFrom(config: Config): string | null {
  const note = noteIn(config);
  if (!existsSync(note)) return null;
  const { success, data } = MadeFrom.safeParse(jsonIn(readFileSync(note, 'utf8')));
  return success ? `seed ${data.seed}, ${data.days} days up to ${data.until}` : null;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * What is left of a demo that was not finished. Never a ledger: only a demo's folder has the mark.
 *
 * @throws SecondWriter while another process is making it.
 */
function removeDemo(config: Config): void {
  const { ledger, witness, keys, models } = pathsOf(config);
  using resources = new DisposableStack();
  resources.use(takeLock(`${ledger}.lock`));
  const files = [ledger, keys].flatMap((file) => [file, `${file}-wal`, `${file}-shm`]);
  for (const file of [...files, witness]) rmSync(file, { force: true });
  rmSync(models, { recursive: true, force: true });
  mkdirSync(config.dir, { recursive: true });
}

/** Yesterday, where it is not said: nothing in a demo may lie ahead. @throws CommandFailed unless it is a day. */
function untilFrom({ until }: MakeOptions): CalendarDate {
  if (until === undefined) return plusDays(localDateOf(instantAt(Date.now()), hoChiMinh), -1);
  const { success, data } = CalendarDate.safeParse(until);
  if (success) return data;
  throw new CommandFailed(exit.usage, `--until is a day like 2026-03-31, not ${until}`);
}

/** @throws CommandFailed unless each is a whole number within its bounds, and only one is given. */
function sizeFrom({ days, events }: MakeOptions): DemoSize {
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
