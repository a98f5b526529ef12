/** Ending a worker thread that uses SQLite. */
import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';

/** What a thread is told while it follows: there may be more; or that it is to end. */
export type ToWorker = 'more' | 'end';

/** A word that a thread and its owner share: how far the one is, and whether the other wants its end. */
export type Stop = Int32Array<SharedArrayBuffer>;

const [starting, working, stopping] = [0, 1, 2];

export function notStopped(): Stop {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** Of the thread, before it touches a file. @returns false if it is to end without having begun. */
export function begins(stop: Stop): boolean {
  return Atomics.compareExchange(stop, 0, starting, working) === starting;
}

/** Looked at from time to time in the middle of the work. */
export function isStopped(stop: Stop): boolean {
  return Atomics.load(stop, 0) === stopping;
}

/** What a build throws that was told to stop: nothing went wrong, and nothing of it is left. */
export class BuildStopped extends Error {
  override readonly name = 'BuildStopped';
}

/** A thread that is stopped inside SQLite may take the whole process with it: it is asked, and given time. */
export async function ended(worker: Worker, stop: Stop): Promise<void> {
  if (worker.threadId === -1) return; // it has ended by itself
  if (Atomics.exchange(stop, 0, stopping) === starting) {
    await worker.terminate(); // it has touched nothing, and will not
    return;
  }
  const word: ToWorker = 'end';
  const exit = once(worker, 'exit').catch(() => {}); // of what it died of has been told
  worker.postMessage(word);
  const patience = AbortSignal.timeout(patienceMilliseconds);
  await Promise.race([exit, once(patience, 'abort')]);
  await worker.terminate();
}

const patienceMilliseconds = 30_000;
