/** The thread that builds one share of a model; see `build-together.ts`. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { openLogReader } from '../ledger/log-reader.ts';
import { begin } from './build.ts';
import { partsOf } from './build-job.ts';
import type { FromHelper, ShareJob, ToHelper } from './build-together.ts';

const port = parentPort;
if (port === null) throw new TypeError('this file is run as a worker thread');
const say = (word: FromHelper) => port.postMessage(word);

const job: ShareJob = workerData;
using log = openLogReader(job.ledger);
const building = begin(job.file, partsOf(job, log), job.until, job.share);
building.goThrough(() => {});
const answer = once(port, 'message');
say({ kind: 'passed', passed: building.passed() });
const [word] = await answer;
const { passed }: ToHelper = word;
building.takeOver(passed);
building.finish();
building.database.close();
say({ kind: 'whole' });
