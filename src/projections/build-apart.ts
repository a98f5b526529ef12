/**
 * Building a large model in a process of its own.
 *
 * A build holds tens of thousands of events, and the memory of a thread that ends is not given back to the
 * system: a server that had once built a million events would hold three times what it needs, for ever.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Index } from '../domain/units.ts';
import type { BuildJob } from './build-job.ts';
import { removeUnfinished } from './build-together.ts';
import { BuildStopped, isStopped, type Stop } from './thread-end.ts';

/** Events up to which a thread builds by itself: starting a process would take longer. */
export const buildHereMax = 50_000n;

/** How often it is looked whether to stop. */
const lookMilliseconds = 200;

const program = fileURLToPath(new URL('./build-process.ts', import.meta.url));

/**
 * Resolves once the model is whole, under its name.
 *
 * @throws BuildStopped if it is told to stop; Error if the process ended without it: what it had to say is on stderr.
 */
export async function buildApart(
  job: BuildJob,
  onProgress: (position: Index) => void,
  stop: Stop,
): Promise<void> {
  const child = fork(program, {
    serialization: 'advanced', // positions are bigint
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  child.on('message', ({ position }: { readonly position: Index }) => onProgress(position));
  const ended = once(child, 'exit');
  child.send(job);
  using _ = setInterval(() => {
    if (isStopped(stop)) child.kill();
  }, lookMilliseconds);
  const [code] = await ended;
  if (code !== 0) removeUnfinished(job.file);
  if (isStopped(stop)) throw new BuildStopped('the build was told to stop');
  if (code !== 0) throw new Error(`the read model was not built: its process ended with ${code}`);
}
