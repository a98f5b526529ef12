/**
 * The client of the HTTP measurements: a process of its own, so that its work is not the server's.
 *
 * It is told what to post, and tells how long each post took.
 */
import { Agent, request as httpRequest } from 'node:http';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { streamOfCode } from '../src/domain/dossier/code.ts';
import { eventId } from '../src/ledger/record.ts';
import { type LifeFact, lifeOf } from './dossier-life.ts';
import { keyOf } from './encoded-life.ts';

export const Load = z.object({
  url: z.string(),
  token: z.string(),
  /** Dossiers to post: the first, and how many. */
  from: z.int(),
  count: z.int(),
  /** Requests at once, each sent when the one before it was answered; or so many a second, whatever the answers. */
  pace: z.union([z.object({ atOnce: z.int() }), z.object({ perSecond: z.number() })]),
});
export type Load = z.output<typeof Load>;

export const Answered = z.object({
  events: z.int(),
  seconds: z.number(),
  /** Milliseconds of each post; at a given rate, from when it was to be sent. */
  latencies: z.array(z.number()),
});
export type Answered = z.output<typeof Answered>;

type Post = { readonly path: string; readonly key: string; readonly body: Buffer };

/** Posts of one dossier, in the order in which they are entered. */
function postsOf(number: number): Post[] {
  const { code, facts } = lifeOf(number);
  const path = `/v1/dossiers/${encodeURIComponent(code)}/events`;
  return facts.map((fact, place) => ({
    path,
    key: keyOf(place),
    body: Buffer.from(JSON.stringify(bodyOf(fact, streamOfCode(code)))),
  }));
}

function bodyOf({ type, occurredAt, data, corrects }: LifeFact, stream: string) {
  const entry = corrects === null ? null : eventId(stream, keyOf(corrects), 0);
  return { type, occurredAt, data, ...(entry !== null && { corrects: entry }) };
}

function poster({ url, token }: Load): (post: Post) => Promise<void> {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true });
  return ({ path, key, body }) =>
    new Promise((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'content-length': body.length,
        'idempotency-key': key,
      };
      const sending = httpRequest({ agent, hostname, port, path, method: 'POST', headers });
      sending.on('error', reject);
      sending.on('response', (answer) => {
        const { statusCode } = answer;
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          if (statusCode === 201) resolve();
          else reject(new Error(`answered ${statusCode}: ${Buffer.concat(chunks).toString()}`));
        });
      });
      sending.end(body);
    });
}

async function run(load: Load): Promise<Answered> {
  const dossiers = Array.from({ length: load.count }, (_, place) => postsOf(load.from + place));
  const post = poster(load);
  const latencies: number[] = [];
  const timed = async (one: Post, from: number) => {
    await post(one);
    latencies.push(performance.now() - from);
  };
  const started = performance.now();
  if ('atOnce' in load.pace) await closedLoop(dossiers, load.pace.atOnce, timed);
  else await openLoop(dossiers, load.pace.perSecond, timed);
  const seconds = (performance.now() - started) / 1_000;
  return { events: latencies.length, seconds, latencies };
}

type Timed = (post: Post, from: number) => Promise<void>;

/** Clerks who each enter one dossier after another. */
async function closedLoop(dossiers: Post[][], atOnce: number, timed: Timed): Promise<void> {
  const queue = dossiers.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const posts of queue) {
        for (const one of posts) await timed(one, performance.now());
      }
    }),
  );
}

/** Posts at even times, over all dossiers by turns. One waits for the one before it of its dossier, and that counts. */
async function openLoop(dossiers: Post[][], perSecond: number, timed: Timed): Promise<void> {
  const longest = Math.max(...dossiers.map((posts) => posts.length));
  const order = Array.from({ length: longest }, (_, place) =>
    dossiers.flatMap((posts, dossier) => {
      const post = posts[place];
      return post === undefined ? [] : [{ dossier, post }];
    }),
  ).flat();
  const before = new Map<number, Promise<void>>();
  const sent: Promise<void>[] = [];
  const started = performance.now();
  for (const [place, { dossier, post }] of order.entries()) {
    const due = started + (place / perSecond) * 1_000;
    const wait = due - performance.now();
    if (wait > 1) await sleep(wait);
    const sending = (before.get(dossier) ?? Promise.resolve()).then(() => timed(post, due));
    before.set(dossier, sending);
    sent.push(sending);
  }
  await Promise.all(sent);
}

process.on('message', (message) => {
  void run(Load.parse(message)).then(
    (answered) => process.send?.({ answered }),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});
