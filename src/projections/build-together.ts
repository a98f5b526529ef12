/**
 * Building one model by several threads: each goes through the events of its own records, into a file
 * of its own, and at the end their rows are put together.
 *
 * The rows are those that one alone would make: what a subject's rows are follows from its own records
 * and from registers, which each makes for itself from the whole log. A test holds the two together.
 */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import type { Index } from '../domain/units.ts';
import { openLogReader } from '../ledger/log-reader.ts';
import { begin, buildModel, unfinished } from './build.ts';
import { type BuildJob, partsOf } from './build-job.ts';
import { moveModelFile, removeModelFile } from './model-file.ts';
import type { Projection } from './projection.ts';
import type { Passed, Share } from './share.ts';
import { addRows } from './table.ts';

/** What a helper is to do. Its file is a share of the model, and no model. */
export type ShareJob = BuildJob & { readonly share: Share };

/** What a helper tells: what all need of it, and that its file is whole. */
export type FromHelper =
  | { readonly kind: 'passed'; readonly passed: readonly Passed[] }
  | { readonly kind: 'whole' };

/** What a helper is told: what all of them passed on. */
export type ToHelper = { readonly passed: readonly (readonly Passed[])[] };

/** More would each hold events that wait for the rest of their subject, and wait for the disk themselves. */
const handsMax = 4;

/** Events up to which one thread is done before another has read the program. */
const aloneMax = 50_000n;

/** How many threads build a model up to `until` on this machine. */
export function hands(until: Index): number {
  return until < aloneMax ? 1 : Math.min(availableParallelism(), handsMax);
}

/**
 * Builds the file of `job`, in this thread and `many - 1` others. It appears under its name when it is whole.
 *
 * @throws whatever a helper died of; nothing is left then.
 */
export async function buildTogether(
  job: BuildJob,
  many: number,
  onProgress: (position: Index) => void = () => {},
): Promise<void> {
  using log = openLogReader(job.ledger);
  const parts = partsOf(job, log);
  if (many === 1) return buildModel(job.file, parts, job.until, onProgress);
  mkdirSync(dirname(job.file), { recursive: true });
  const others = Array.from({ length: many - 1 }, (_, n) => ({ number: n + 1, of: many }));
  const building = begin(unfinished(job.file), parts, job.until, { number: 0, of: many });
  const helpers = others.map((share) => helperFor(job, share));
  try {
    building.goThrough(onProgress);
    const theirs = await Promise.all(helpers.map((helper) => helper.passed));
    const passed = [building.passed(), ...theirs];
    for (const helper of helpers) helper.takeOver(passed);
    building.takeOver(passed);
    building.finish();
    await Promise.all(helpers.map((helper) => helper.whole));
    for (const { file } of helpers) addAll(building.database, file, parts.projections);
    building.close();
  } catch (error) {
    await Promise.all(helpers.map((helper) => helper.end()));
    building.abandon();
    throw error;
  } finally {
    for (const { file } of helpers) removeModelFile(file);
  }
  moveModelFile(unfinished(job.file), job.file);
}

/** What a build left behind that was killed. */
export function removeUnfinished(file: string): void {
  const folder = dirname(file);
  if (!existsSync(folder)) return;
  const isPart = (name: string) =>
    name.startsWith(`${basename(file)}.`) && name.endsWith('.building');
  for (const name of readdirSync(folder)) if (isPart(name)) removeModelFile(join(folder, name));
}

type Helper = {
  readonly file: string;
  readonly passed: Promise<readonly Passed[]>;
  readonly whole: Promise<void>;
  readonly takeOver: (passed: readonly (readonly Passed[])[]) => void;
  readonly end: () => Promise<unknown>;
};

function helperFor(job: BuildJob, share: Share): Helper {
  const file = `${job.file}.${share.number}.building`;
  const workerData: ShareJob = { ...job, file, share };
  const worker = new Worker(new URL('./build-share.ts', import.meta.url), { workerData });
  const passed = Promise.withResolvers<readonly Passed[]>();
  const whole = Promise.withResolvers<void>();
  for (const { promise } of [passed, whole]) promise.catch(() => {}); // told to whoever waits for it
  const failed = (error: unknown) => {
    passed.reject(error);
    whole.reject(error);
  };
  worker.on('error', failed);
  worker.on('exit', (code) => failed(new Error(`a thread of the build ended with ${code}`)));
  worker.on('message', (word: FromHelper) => {
    if (word.kind === 'passed') passed.resolve(word.passed);
    else whole.resolve();
  });
  return {
    file,
    passed: passed.promise,
    whole: whole.promise,
    takeOver(all) {
      const word: ToHelper = { passed: all };
      worker.postMessage(word);
    },
    end: () => worker.terminate(),
  };
}

/** Adds the rows of a share: no two shares have rows of one subject, and what they counted is added up. */
function addAll(database: DatabaseSync, file: string, projections: readonly Projection[]): void {
  database.prepare('ATTACH ? AS share').run(file);
  database.exec('BEGIN');
  const tables = projections.flatMap((one) => one.tables);
  for (const table of new Map(tables.map((one) => [one.name, one])).values()) {
    addRows(database, table, 'share'); // once, also where several projections write to it
  }
  database.exec('INSERT OR REPLACE INTO quarantine SELECT * FROM share.quarantine');
  database.exec('COMMIT; DETACH share');
}
