/**
 * The thread that keeps the read models: it builds them, follows the log, and never makes anyone wait.
 *
 * It reads the ledger's file by itself. What it is told is only that there is more; what it tells is
 * which file to read, and how far that is.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { families } from '../domain/families.ts';
import type { Index } from '../domain/units.ts';
import { codec } from '../ledger/codec.ts';
import { type LogReader, openLogReader } from '../ledger/log-reader.ts';
import { type BuildParts, buildModel, type Follower, followIn } from './build.ts';
import { buildApart, buildHereMax } from './build-apart.ts';
import { fingerprintOf, fits, isWhole, readMarks, removeModelFile } from './model-file.ts';
import { projectionsFor } from './projections.ts';
import { centresFor, nameOf, type RegulationSettings } from './settings.ts';
import { BuildStopped, begins, isStopped, type Stop, type ToWorker } from './thread-end.ts';

export type WorkerJob = {
  readonly ledger: string;
  readonly settings: RegulationSettings;
  readonly stop: Stop;
} & (
  | { readonly kind: 'follow'; readonly folder: string }
  | { readonly kind: 'build'; readonly file: string; readonly until: Index }
);

export type FromWorker =
  | { readonly kind: 'building'; readonly position: Index; readonly until: Index }
  /** `file` is whole and shows everything up to `position`. */
  | {
      readonly kind: 'serving';
      readonly file: string;
      readonly inode: number;
      readonly position: Index;
    };

const port = parentPort;
if (port === null) throw new TypeError('this file is run as a worker thread');
const say = (word: FromWorker) => port.postMessage(word);

const job: WorkerJob = workerData;
if (begins(job.stop)) await work(openLogReader(job.ledger));

async function work(log: LogReader): Promise<void> {
  const regulations = nameOf(job.settings);
  const projections = projectionsFor(centresFor(job.settings));
  const parts: BuildParts = {
    log,
    codec: codec(families),
    projections,
    regulations,
    isStopped: () => isStopped(job.stop),
  };
  try {
    if (job.kind === 'follow') return await follow(job.folder, parts);
    await build(job.file, parts, job.until);
    say({ kind: 'serving', file: job.file, inode: 0, position: job.until });
  } catch (error) {
    if (!(error instanceof BuildStopped)) throw error;
    log[Symbol.dispose]();
  }
}

async function build(file: string, parts: BuildParts, until: Index): Promise<void> {
  const { ledger, settings } = job;
  const onProgress = (position: Index) => say({ kind: 'building', position, until });
  onProgress(-1n);
  if (until < buildHereMax) buildModel(file, parts, until, onProgress);
  else await buildApart({ ledger, settings, file, until }, onProgress, job.stop);
}

async function follow(folder: string, parts: BuildParts): Promise<void> {
  const { log, projections, regulations } = parts;
  const name = fingerprintOf(projections, regulations);
  const file = join(folder, `${name}.db`);
  const marks = readMarks(file);
  if (marks === null || marks.fingerprint !== name || !fits(marks, log))
    await build(file, parts, log.size() - 1n);
  let inode = statSync(file).ino;
  let follower: Follower = followIn(file, parts);

  /** A rebuild by another process puts another file in the place of this one. */
  function goOn(): void {
    const now = statSync(file, { throwIfNoEntry: false })?.ino;
    if (now !== undefined && now !== inode) {
      follower[Symbol.dispose]();
      follower = followIn(file, parts);
      inode = now;
    }
    say({ kind: 'serving', file, inode, position: follower.catchUp() });
  }

  /** The thread dies of what it cannot do; the one that is started in its place builds anew what is broken. */
  function goOnOrDie(): void {
    try {
      goOn();
    } catch (error) {
      if (!isWhole(file)) removeModelFile(file);
      throw error;
    }
  }

  /** Words that were said before the thread was told to end still arrive after it: none is heard. */
  function hear(word: ToWorker): void {
    if (word === 'more') return goOnOrDie();
    port?.off('message', hear);
    port?.close(); // nothing is left to do, and the thread ends
    follower[Symbol.dispose]();
    log[Symbol.dispose]();
  }

  port?.on('message', hear);
  goOnOrDie();
}
