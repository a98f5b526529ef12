/** Ending a worker thread that uses SQLite. */
import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';

/** What a thread is told while it follows: there may be more; or that it is to end. */
export type ToWorker = 'more' | 'end';

/** A word that reaches a thread in the middle of its work: it looks from time to time. */
export type Stop = Int32Array<SharedArrayBuffer>;

export function notStopped(): Stop {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

export function isStopped(stop: Stop): boolean {
  return Atomics.load(stop, 0) !== 0;
}

/** What a build throws that was told to stop: nothing went wrong, and nothing of it is left. */
export class BuildStopped extends Error {
  override readonly name = 'BuildStopped';
}

/** A thread that is stopped inside SQLite may take the whole process with it: it is asked, and given time. */
export async function ended(worker: Worker, stop: Stop): Promise<void> {
  if (worker.threadId === -1) return; // it has ended by itself
  Atomics.store(stop, 0, 1);
  const word: ToWorker = 'end';
  const exit = once(worker, 'exit').catch(() => {}); // of what it died of has been told
  worker.postMessage(word);
  const patience = AbortSignal.timeout(patienceMilliseconds);
  await Promise.race([exit, once(patience, 'abort')]);
  await worker.terminate();
}

const patienceMilliseconds = 30_000;
