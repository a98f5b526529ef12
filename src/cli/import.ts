/** `motcua import`: a file of another system, checked as a whole and then recorded. */
import { createHmac, randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import type { Config } from '../config.ts';
import { families } from '../domain/families.ts';
import { RecordId } from '../domain/units.ts';
import { type CompiledMapping, compileMapping } from '../intake/compile.ts';
import { loadMapping } from '../intake/mapping.ts';
import { type Plan, planImport } from '../intake/plan.ts';
import { type Recorded, recordPlan } from '../intake/record-plan.ts';
import { centresIn, ledgerOf } from '../main.ts';
import { CommandFailed, exit } from './exit.ts';
import { printResult, progressBar, say } from './output.ts';

type Options = {
  readonly mapping: string;
  readonly centre?: string;
  readonly given: readonly string[];
  readonly outage?: string;
  readonly dryRun?: boolean;
  readonly json: boolean;
};

/** Refused rows that are listed; the rest are counted. */
const listedMax = 20;

export async function importCommand(config: Config, file: string, options: Options): Promise<void> {
  const started = performance.now();
  const declared = await loadMapping(options.mapping, {
    centre: options.centre,
    given: givenIn(options.given),
  });
  const mapping = compileMapping(declared, families, centresIn(config));
  const outage = outageOf(mapping, options);
  if (!statSync(file).isFile()) throw new CommandFailed(exit.data, `${file} is not a file`);
  if (options.dryRun === true) {
    using plan = await planned(config, file, mapping, outage, underAnyKey());
    report(options, plan, null, started);
    return;
  }
  using ledger = ledgerOf(config); // before the file is read: a ledger that takes no writes is said at once
  const loss = ledger.store.loss();
  if (loss !== null) throw new CommandFailed(exit.unavailable, loss.message);
  using plan = await planned(config, file, mapping, outage, ledger.digestOf);
  using bar = progressBar('recording', 'facts');
  const recorded = await recordPlan(plan, ledger.recording, ledger.digestOf, (facts) =>
    bar.at(facts, plan.summary.facts),
  );
  bar[Symbol.dispose]();
  report(options, plan, recorded, started);
}

/** Which outage the file is the catch-up of; null for an import. */
function outageOf({ backfill }: CompiledMapping, { mapping, outage }: Options): string | null {
  if (backfill && outage === undefined) {
    const what = `${mapping} is for what was noted on paper during an outage`;
    throw new CommandFailed(exit.usage, `${what}: name it, as in --outage SC-2026-01`);
  }
  if (!backfill && outage !== undefined) {
    const what = `${mapping} is for files of another system, which no outage stopped`;
    throw new CommandFailed(exit.usage, `${what}: leave out --outage`);
  }
  if (outage === undefined) return null;
  const named = RecordId.safeParse(outage);
  if (named.success) return named.data;
  throw new CommandFailed(exit.usage, '--outage names no outage: 1 to 200 characters, not blank');
}

/** `account=0011001234567`, as often as there are values. */
function givenIn(texts: readonly string[]): Readonly<Record<string, string>> {
  const pairs = texts.map((text) => {
    const [name = '', ...value] = text.split('=');
    if (value.length > 0) return [name, value.join('=')] as const;
    throw new CommandFailed(exit.usage, `--given ${text}: write it as NAME=VALUE`);
  });
  return Object.fromEntries(pairs);
}

async function planned(
  config: Config,
  file: string,
  mapping: CompiledMapping,
  outage: string | null,
  digestOf: (text: string) => string,
): Promise<Plan> {
  using bar = progressBar(`reading ${basename(file)}`, 'bytes');
  const folder = join(config.dir, 'import');
  return await planImport({ file, mapping, folder, digestOf, outage, progress: bar.at });
}

/** For a dry run, which compares nothing with what is on record. */
function underAnyKey(): (text: string) => string {
  const key = randomBytes(32);
  return (text) => createHmac('sha256', key).update(text).digest('hex');
}

function report(options: Options, plan: Plan, recorded: Recorded | null, started: number): void {
  const { cases, rows, facts, skipped, warnings } = plan.summary;
  const refusedFacts = recorded?.refused ?? [];
  const refused = plan.summary.refused + refusedFacts.length;
  const notes = [
    ...plan.notes,
    ...refusedFacts.map((one) => ({ ...one, kind: 'refused' as const })),
  ];
  const result = {
    file: plan.file,
    digest: plan.digest,
    cases,
    rows,
    facts,
    events: recorded?.events ?? 0,
    known: recorded?.known ?? 0,
    refused,
    warnings,
    skipped,
    seconds: Math.round(performance.now() - started) / 1000,
    dryRun: recorded === null,
    notes: notes.slice(0, listedMax),
  };
  for (const { line, kind, reason } of notes.slice(0, listedMax))
    say(`line ${line}: ${kind}: ${reason}`);
  if (notes.length > listedMax) say(`… and ${notes.length - listedMax} more like these`);
  printResult(options.json, result, () => [
    `${plan.file}: ${cases} cases, ${rows} rows, ${facts} facts`,
    recorded === null
      ? 'Checked only: nothing was recorded.'
      : `${recorded.events} events newly recorded, ${recorded.known} known before`,
    `${refused} rows refused, ${warnings} remarked on, ${skipped} skipped by the mapping, ${result.seconds} s`,
  ]);
  if (refused > 0) process.exitCode = exit.partly;
}
