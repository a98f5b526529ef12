/**
 * Read models of the past: lists and figures as of an index, built beside the live ones in a thread
 * and kept for a while.
 */
import { mkdirSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Index } from '../domain/units.ts';
import type { LogReader } from '../ledger/log-reader.ts';
import { type Model, openModel, type Progress } from './model.ts';
import { fits, readMarks, removeModelFile } from './model-file.ts';
import type { RegulationSettings } from './settings.ts';
import { ended, notStopped, type Stop } from './thread-end.ts';
import type { FromWorker, WorkerJob } from './worker.ts';

export type Past =
  | { readonly kind: 'ready'; readonly model: Model }
  | { readonly kind: 'building'; readonly progress: Progress };

export type PastModels = AsyncDisposable & { readonly asOf: (index: Index) => Past };

/** Models of the past that are kept; the one that was asked for longest ago goes first. */
const keptMax = 4;

/** Questions about the past that wait at once, one after the other being built. More are told to come again. */
const queueMax = 8;

export function pastModels(options: {
  readonly ledger: string;
  /** The same ledger, read once to see which of the kept models were derived from it. */
  readonly log: LogReader;
  readonly folder: string;
  /** Fingerprint: a kept model of another release is not used. */
  readonly name: string;
  readonly settings: RegulationSettings;
  readonly onError: (error: unknown) => void;
}): PastModels {
  const { ledger, folder, name, settings, onError } = options;
  mkdirSync(folder, { recursive: true });
  removeMisfits(folder, name, options.log);
  const open = new Map<Index, Model>();
  const queue: Index[] = [];
  let current: {
    readonly index: Index;
    readonly worker: Worker;
    readonly stop: Stop;
    progress: Progress;
  } | null = null;

  const fileOf = (index: Index) => join(folder, `${name}-${index}.db`);

  function buildNext(): void {
    const index = queue.shift();
    if (index === undefined) return;
    makeRoom();
    const stop = notStopped();
    const job: WorkerJob = {
      kind: 'build',
      ledger,
      settings,
      file: fileOf(index),
      until: index,
      stop,
    };
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: job });
    const building = { index, worker, stop, progress: { position: -1n, until: index } };
    current = building;
    worker.on('message', (word: FromWorker) => {
      if (word.kind === 'building')
        building.progress = { position: word.position, until: word.until };
    });
    worker.on('error', onError);
    worker.on('exit', () => {
      current = null;
      buildNext();
    });
  }

  function makeRoom(): void {
    const files = readdirSync(folder)
      .filter((file) => file.endsWith('.db'))
      .map((file) => ({ file: join(folder, file), used: statSync(join(folder, file)).mtimeMs }))
      .toSorted((a, b) => b.used - a.used);
    for (const { file } of files.slice(keptMax - 1)) {
      for (const [index, { database }] of open) {
        if (fileOf(index) !== file) continue;
        database.close();
        open.delete(index);
      }
      removeModelFile(file);
    }
  }

  return {
    asOf(index) {
      const ready = open.get(index) ?? openKept(fileOf(index));
      if (ready !== null) {
        open.set(index, ready);
        utimesSync(fileOf(index), new Date(), new Date());
        return { kind: 'ready', model: ready };
      }
      if (current?.index === index) return { kind: 'building', progress: current.progress };
      if (!queue.includes(index) && queue.length < queueMax) queue.push(index);
      if (current === null) buildNext();
      return { kind: 'building', progress: { position: -1n, until: index } };
    },

    async [Symbol.asyncDispose]() {
      queue.length = 0;
      if (current !== null) await ended(current.worker, current.stop);
      for (const { database } of open.values()) database.close();
    },
  };
}

/** What was derived from another log or by another release, and what a killed build left behind. */
function removeMisfits(folder: string, name: string, log: LogReader): void {
  for (const file of readdirSync(folder)) {
    if (!/\.db(\.building)?$/.test(file)) continue;
    const marks = readMarks(join(folder, file));
    const isKept = marks !== null && file === `${name}-${marks.position}.db` && fits(marks, log);
    if (!isKept) removeModelFile(join(folder, file));
  }
}

function openKept(file: string): Model | null {
  return readMarks(file) === null ? null : openModel(file);
}
