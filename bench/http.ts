/** Recording over HTTP: a server process with all that it has, a client process, and the port beside them. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { appendAll, appendToStore, livesOf, storeIn } from './appends.ts';
import { Answered, type Load } from './http-client.ts';
import {
  inTurn,
  latencyRows,
  median,
  type Row,
  ratio,
  rowOf,
  type Target,
  under,
} from './measure.ts';
import { scratchFolder } from './places.ts';
import { ready, startServer, tokenIn } from './server.ts';
import type { Sizes } from './sizes.ts';

const atOnce = 32;

/** Repetitions at half of the load. */
const calmRounds = 3;

/** Facts of a dossier, about: only how many dossiers are posted depends on it. */
const factsEach = 12;

export async function measureHttp({ http, rounds }: Sizes): Promise<Row[]> {
  using folder = scratchFolder();
  using store = storeIn(join(folder.path, 'port'));
  const dir = join(folder.path, 'served');
  const token = tokenIn(dir, { role: 'clerk', centre: 'reference' });
  await using server = await startServer(dir);
  await ready(server);
  using client = clientOf({ url: server.url, token });

  const lives = livesOf();
  const append = appendToStore(store);
  const port = (events: number, writers: number) => async (): Promise<Repetition> => ({
    rate: await appendAll(append, await lives(events), writers),
    times: [],
  });
  const posts = (events: number, pace: Load['pace']) => async (): Promise<Repetition> => {
    const { events: posted, seconds, latencies } = await client.post(events, pace);
    return { rate: posted / seconds, times: latencies };
  };
  const one = await inTurn(
    { port: port(http.one, 1), posts: posts(http.one, { atOnce: 1 }) },
    rounds,
  );
  const many = await inTurn(
    { port: port(http.many, atOnce), posts: posts(http.many, { atOnce }) },
    rounds,
  );
  const half = median(ratesOf(many.posts)) / 2;
  const work = posts(half * http.seconds, { perSecond: half });
  const calm = await inTurn({ posts: work }, calmRounds, { warmUp: false });

  return [
    ...rowsOf('HTTP, 1 at a time', one),
    ...rowsOf(`HTTP, ${atOnce} at once`, many, ratio(0.3, 0.5)),
    ...latencyRows(`HTTP, at half of that (${Math.round(half)}/s)`, timesOf(calm.posts), under(50)),
  ];
}

type Repetition = {
  /** Events a second. */
  readonly rate: number;
  /** Milliseconds of each post. */
  readonly times: readonly number[];
};

const ratesOf = (repetitions: readonly Repetition[]) => repetitions.map(({ rate }) => rate);
const timesOf = (repetitions: readonly Repetition[]) => repetitions.map(({ times }) => times);

function rowsOf(
  name: string,
  { port, posts }: Readonly<Record<'port' | 'posts', readonly Repetition[]>>,
  target?: Target,
): Row[] {
  const yardstick = ratesOf(port);
  const against = 'the port with tree and witness, as many at once';
  return [
    rowOf(name, 'events/s', ratesOf(posts), { yardstick, against, ...(target && { target }) }),
    ...latencyRows(name, timesOf(posts)),
  ];
}

type Client = Disposable & {
  /** Posts about so many facts, of dossiers that were not posted before. */
  readonly post: (facts: number, pace: Load['pace']) => Promise<Answered>;
};

const Told = z.union([z.object({ answered: Answered }), z.object({ failed: z.string() })]);

function clientOf(target: Pick<Load, 'url' | 'token'>): Client {
  const child = fork(new URL('./http-client.ts', import.meta.url));
  let next = 0;
  return {
    async post(facts, pace) {
      const count = Math.max(1, Math.ceil(facts / factsEach));
      next += count;
      return await answerTo(child, { ...target, from: next - count, count, pace });
    },
    [Symbol.dispose]: () => void child.kill(),
  };
}

async function answerTo(child: ChildProcess, load: Load): Promise<Answered> {
  const answered = new AbortController();
  const { signal } = answered;
  const ended = once(child, 'exit', { signal }).then(() => {
    throw new Error('the client ended before it had answered');
  });
  ended.catch(() => undefined); // once it has answered, nobody waits for its end
  child.send(load);
  const [message] = await Promise.race([once(child, 'message', { signal }), ended]);
  answered.abort();
  const answer = Told.parse(message);
  if ('failed' in answer) throw new Error(answer.failed);
  return answer.answered;
}
