/**
 * `npm run bench`: how fast the ledger is, beside a plain table of `node:sqlite` in the same run.
 *
 * A row is the median of interleaved repetitions. The table goes to stdout, or with `--json` one line
 * of JSON; progress goes to stderr. `--quick` takes two minutes and smaller ledgers; `--only NAME`
 * runs one group. Ledgers are kept in `BENCH_DIR` (by default in the system's temporary folder; the
 * full run needs 3 GB) and used again.
 */
import '../src/cli/quiet.ts';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { measureAppends } from './appends.ts';
import { measureDueTimes } from './due-times.ts';
import { measureHttp } from './http.ts';
import { measureImport } from './importing.ts';
import { madeLedger } from './ledger-maker.ts';
import { machine, warningsAbout } from './machine.ts';
import type { Row } from './measure.ts';
import { measureMemory } from './memory.ts';
import { measureQueries } from './queries.ts';
import { measureReading } from './reading.ts';
import { measureRebuild } from './rebuilding.ts';
import { jsonOf, machineLine, tableOf } from './report.ts';
import { full, quick, type Sizes } from './sizes.ts';

type Group = {
  readonly measure: (sizes: Sizes) => Promise<Row[]>;
  /** Which of the made ledgers it reads. */
  readonly reads: readonly ('small' | 'large')[];
};

const groups: Readonly<Record<string, Group>> = {
  appends: { measure: measureAppends, reads: [] },
  http: { measure: measureHttp, reads: [] },
  import: { measure: measureImport, reads: [] },
  read: { measure: measureReading, reads: ['small'] },
  rebuild: { measure: measureRebuild, reads: ['small', 'large'] },
  queries: { measure: measureQueries, reads: ['large'] },
  memory: { measure: measureMemory, reads: ['large'] },
  'due-times': { measure: measureDueTimes, reads: [] },
};

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
  },
});

process.exitCode = await run();

async function run(): Promise<number> {
  const only = options.only ?? Object.keys(groups);
  const unknown = only.filter((name) => !Object.hasOwn(groups, name));
  if (unknown.length > 0) {
    say(`there is no group ${unknown.join(', ')}; there are: ${Object.keys(groups).join(', ')}`);
    return 2;
  }
  const sizes = options.quick ? quick : full;
  const on = machine();
  say(machineLine(on));
  for (const warning of warningsAbout(on)) say(`WARNING: ${warning}`);

  const rows: Row[] = [];
  for (const [name, group] of Object.entries(groups)) {
    if (!only.includes(name)) continue;
    for (const size of group.reads) await madeLedger(sizes[size], say);
    const started = performance.now();
    rows.push(...(await group.measure(sizes)));
    say(`${name}: ${Math.round((performance.now() - started) / 1_000)} s`);
  }
  process.stdout.write(`${options.json ? jsonOf(rows, on) : tableOf(rows)}\n`);
  return 0;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
