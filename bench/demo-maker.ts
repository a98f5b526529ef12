/** Demos to measure: five centres with all that happens in them, as `motcua demo` makes them. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoSizeFor, demoWorld, fillDemo } from '../src/demo/demo.ts';
import { families } from '../src/domain/families.ts';
import { CalendarDate } from '../src/domain/units.ts';
import { openLedger, type Paths, pathsIn } from '../src/ledger/ledger.ts';
import { openLogReader } from '../src/ledger/log-reader.ts';
import type { MadeLedger } from './ledger-maker.ts';
import { benchFolder } from './places.ts';
import { copyLedger } from './plain-store.ts';

/** Raised when the demo changes so that figures change with it: demos of another recipe are made anew. */
const recipe = 'demo 1';

const options = { seed: 'bench', until: CalendarDate.parse('2026-03-31') };

/** A demo of about `events` events, made now if it is not kept: a million take some five minutes. */
export async function madeDemo(events: number): Promise<MadeLedger> {
  const folder = join(benchFolder, `demo-${events}`);
  const paths = pathsIn(folder);
  if (!isMade(folder)) {
    const making = `${folder}.making`;
    for (const old of [making, folder]) rmSync(old, { recursive: true, force: true });
    mkdirSync(making, { recursive: true });
    await fill(pathsIn(making), events);
    copyLedger(pathsIn(making).ledger, join(making, 'plain.db'));
    writeFileSync(join(making, 'recipe'), recipe);
    renameSync(making, folder);
  }
  using log = openLogReader(paths.ledger);
  return { events: Number(log.size()), paths, plain: join(folder, 'plain.db') };
}

function isMade(folder: string): boolean {
  const file = join(folder, 'recipe');
  return existsSync(file) && readFileSync(file, 'utf8') === recipe;
}

async function fill(paths: Paths, events: number): Promise<void> {
  const world = demoWorld(options.seed);
  const origin = { name: 'demo', kind: 'demo' } as const;
  const ledgerOptions = { paths, families, origin, isCentre: () => true, durable: false };
  using ledger = openLedger({ ...ledgerOptions, ...world });
  await fillDemo(ledger, world, { ...options, ...demoSizeFor(events) });
}
