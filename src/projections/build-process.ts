/** The process that builds one model and ends; see `build-apart.ts`. Its job comes as its first message. */
import { once } from 'node:events';
import { setPriority } from 'node:os';
import process from 'node:process';
import type { BuildJob } from './build-job.ts';
import { buildTogether, hands } from './build-together.ts';

/** Whoever asks the server comes first: nobody waits for a build. */
const niceness = 10;

const [message] = await once(process, 'message');
const job: BuildJob = message;
setPriority(niceness);
await buildTogether(job, hands(job.until), (position) => process.send?.({ position }));
process.disconnect();
