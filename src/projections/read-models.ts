/**
 * The read models as the server has them: one that follows the ledger, and some of the past.
 *
 * All work is done in worker threads. While the model is built anew, one of an earlier release that
 * has the same tables goes on serving, as it stood.
 */

import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Index } from '../domain/units.ts';
import { type LogReader, openLogReader } from '../ledger/log-reader.ts';
import { type Model, openModel, type Progress } from './model.ts';
import { fingerprintOf, fits, readMarks, removeModelFile, shapeOf } from './model-file.ts';
import { type Past, pastModels } from './past-models.ts';
import { projectionsFor } from './projections.ts';
import { centresFor, nameOf, type RegulationSettings } from './settings.ts';
import { ended, notStopped, type ToWorker } from './thread-end.ts';
import type { FromWorker, WorkerJob } from './worker.ts';

export type ReadModels = AsyncDisposable & {
  /** The model that serves; null until there is one. */
  readonly current: () => Model | null;
  /** Where the model is that follows; -1n: nowhere yet. */
  readonly position: () => Index;
  /** Not null while the model is being built. */
  readonly building: () => Progress | null;
  /** Tells that there is more in the log. */
  readonly more: () => void;
  /** Resolves true once the model shows `index`, false after `milliseconds`. */
  readonly reached: (index: Index, milliseconds: number) => Promise<boolean>;
  /** The model as of `index`, or how far it is. */
  readonly asOf: (index: Index) => Past;
  /** How often the thread died and was started again. */
  readonly failures: () => number;
};

export type ReadModelOptions = {
  /** The ledger's file. */
  readonly ledger: string;
  /** Where the models are kept. */
  readonly folder: string;
  readonly settings: RegulationSettings;
  /** Told of what goes wrong in a thread. */
  readonly onError: (error: unknown) => void;
};

const restartAfterMilliseconds = 1_000;

/** @throws NotThisLedger if there is no ledger in its file. */
export function readModels({ ledger, folder, settings, onError }: ReadModelOptions): ReadModels {
  mkdirSync(folder, { recursive: true });
  const projections = projectionsFor(centresFor(settings));
  const name = fingerprintOf(projections, nameOf(settings));
  using log = openLogReader(ledger); // to see which kept files were derived from it
  const past = pastModels({ ledger, log, folder: join(folder, 'as-of'), name, settings, onError });
  const waiting = new Set<{
    readonly index: Index;
    readonly resolve: (reached: boolean) => void;
  }>();

  let serving = modelThatFits(folder, name, shapeOf(projections), log);
  let servingInode = 0;
  let position: Index = -1n;
  let building: Progress | null = null;
  let isFollowing = false;
  let isBusy = false;
  let hasMore = false;
  let failures = 0;
  let stopping = false;
  let stop = notStopped();
  let restart: NodeJS.Timeout | undefined;
  let worker = start();

  function start(): Worker {
    stop = notStopped();
    const job: WorkerJob = { kind: 'follow', ledger, settings, folder, stop };
    isBusy = true;
    const thread = new Worker(workerFile, { workerData: job });
    thread.on('message', hear);
    thread.on('error', onError);
    thread.on('exit', () => {
      if (stopping) return;
      failures += 1;
      isFollowing = false;
      restart = setTimeout(() => {
        worker = start();
      }, restartAfterMilliseconds);
    });
    return thread;
  }

  function hear(word: FromWorker): void {
    if (stopping) return;
    if (word.kind === 'building') {
      building = { position: word.position, until: word.until };
      return;
    }
    building = null;
    isFollowing = true;
    position = word.position;
    if (word.inode !== servingInode) serve(word.file, word.inode);
    for (const one of waiting) {
      if (one.index <= position) one.resolve(true);
    }
    isBusy = hasMore;
    if (hasMore) ask();
  }

  function serve(file: string, inode: number): void {
    const old = serving;
    serving = openModel(file);
    servingInode = inode;
    old?.database.close();
    removeOthers(folder, name);
  }

  function ask(): void {
    hasMore = false;
    isBusy = true;
    const word: ToWorker = 'more';
    worker.postMessage(word);
  }

  return {
    current: () => serving,
    position: () => (isFollowing ? position : (serving?.position() ?? -1n)),
    building: () => building,
    failures: () => failures,
    asOf: past.asOf,

    more() {
      if (isBusy) hasMore = true;
      else if (!stopping) ask();
    },

    async reached(index, milliseconds) {
      if (position >= index) return true;
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const one = { index, resolve };
      const timer = setTimeout(() => resolve(false), milliseconds);
      waiting.add(one);
      const answer = await promise;
      waiting.delete(one);
      clearTimeout(timer);
      return answer;
    },

    async [Symbol.asyncDispose]() {
      if (stopping) return;
      stopping = true;
      clearTimeout(restart);
      for (const one of waiting) one.resolve(false);
      await ended(worker, stop);
      await past[Symbol.asyncDispose]();
      serving?.database.close();
    },
  };
}

const workerFile = new URL('./worker.ts', import.meta.url);

/** What this release or an earlier one derived from this log, in tables of the same shape. */
function modelThatFits(folder: string, name: string, shape: string, log: LogReader): Model | null {
  const names = readdirSync(folder).filter((file) => file.endsWith('.db'));
  const file = names
    .toSorted((a, b) => Number(b.startsWith(name)) - Number(a.startsWith(name)))
    .map((one) => join(folder, one))
    .find((one) => {
      const marks = readMarks(one);
      return marks !== null && marks.shape === shape && fits(marks, log);
    });
  return file === undefined ? null : openModel(file);
}

/** Models of earlier releases, and what a killed build left behind. */
function removeOthers(folder: string, name: string): void {
  for (const file of readdirSync(folder)) {
    const isOther = /\.db(\.building)?$/.test(file) && !file.startsWith(name);
    if (isOther && existsSync(join(folder, file))) removeModelFile(join(folder, file));
  }
}
