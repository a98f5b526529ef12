/** Ending a worker thread that uses SQLite. */
import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import type { ToWorker } from './worker.ts';

/** A thread that is stopped inside SQLite may take the whole process with it: it is asked, and given time. */
export async function ended(worker: Worker): Promise<void> {
  if (worker.threadId === -1) return; // it has ended by itself
  const word: ToWorker = 'end';
  const exit = once(worker, 'exit').catch(() => {}); // of what it died of has been told
  worker.postMessage(word);
  const patience = AbortSignal.timeout(patienceMilliseconds);
  await Promise.race([exit, once(patience, 'abort')]);
  await worker.terminate();
}

const patienceMilliseconds = 10_000;
