/**
 * The feed: every event of the ledger in its order, as they are and as they come (server-sent events).
 *
 * Whoever was cut off says which event came last and gets those after it: none twice, none missing.
 */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Index } from '../domain/units.ts';
import type { Holder } from '../ledger/access.ts';
import type { StoredEvent } from '../ledger/event-store.ts';
import type { Api, RouteParts } from './parts.ts';
import { holderOf, policies } from './policy.ts';
import { ApiProblem } from './problem.ts';
import { isFor } from './scope.ts';
import { shownEvent } from './shown.ts';
import { statusOf } from './standing.ts';
import { decodeAll } from './subject.ts';

/** Feeds that are open at once: of all callers, and of one token. */
const [feedsMax, feedsOfOneMax] = [100, 10];

/** So that whoever is between us keeps the connection open. */
const heartbeatMilliseconds = 15_000;

const Place = z.string().regex(/^(-1|\d{1,15})$/, 'this is the index of an event');

export function feedRoutes(app: Api, parts: RouteParts): void {
  const open = new Map<AbortController, string>();
  app.addHook('preClose', async () => {
    for (const stop of open.keys()) stop.abort();
  });

  app.get(
    '/v1/events',
    {
      config: { policy: policies['GET /v1/events'] },
      exposeHeadRoute: false,
      schema: {
        summary: 'Every event, as they come',
        description:
          'A stream of server-sent events: id is the index of the event, event its type, data the event with personal fields sealed. Events of centres that the token is not for are left out.',
        tags: ['feed'],
        querystring: z.strictObject({
          after: Place.optional().describe(
            'The last event that you have; left out: from the first.',
          ),
        }),
        headers: z.object({
          'last-event-id': Place.optional().describe('The same, as browsers send it.'),
        }),
        produces: ['text/event-stream'],
      },
    },
    async (request, reply) => {
      const holder = holderOf(request);
      checkRoom([...open.values()], holder.id);
      const after = request.headers['last-event-id'] ?? request.query.after ?? '-1';
      const stop = new AbortController();
      open.set(stop, holder.id);
      parts.counts.feeds(open.size);
      request.raw.once('close', () => stop.abort());
      try {
        const response = begin(reply, parts);
        await follow(response, parts, holder, BigInt(after), stop);
      } catch (error) {
        request.log.error({ err: error }, 'a feed broke off');
      } finally {
        open.delete(stop);
        parts.counts.feeds(open.size);
        reply.raw.end();
      }
    },
  );
}

function checkRoom(holders: readonly string[], id: string): void {
  const ofThisOne = holders.filter((holder) => holder === id).length;
  if (holders.length >= feedsMax || ofThisOne >= feedsOfOneMax) {
    throw new ApiProblem('feed/too-many');
  }
}

/** From here on the answer is ours: no time limit of a handler cuts it off. */
function begin(reply: FastifyReply, { ledger }: RouteParts): ServerResponse {
  reply.hijack();
  const status = statusOf(ledger.store.loss());
  reply.raw.writeHead(200, {
    ...Object.fromEntries(
      Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined),
    ),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'ledger-position': String(ledger.store.head().size - 1n),
    ...(status !== null && { 'ledger-status': status }),
  });
  reply.raw.write('retry: 2000\n\n');
  return reply.raw;
}

async function follow(
  response: ServerResponse,
  { ledger }: RouteParts,
  holder: Holder,
  after: Index,
  stop: AbortController,
): Promise<void> {
  const heartbeat = setInterval(() => {
    if (!response.writableNeedDrain) response.write(':\n\n');
  }, heartbeatMilliseconds);
  try {
    for await (const page of ledger.store.subscribe(after, stop.signal)) {
      for (const event of page) {
        const text = eventText(event, holder, ledger.codec);
        if (text === null || response.write(text)) continue;
        await once(response, 'drain', { signal: stop.signal }); // as fast as it is read, and no faster
      }
      await setImmediate(); // others have their turn, also where nothing was sent
      if (stop.signal.aborted) return;
    }
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    clearInterval(heartbeat);
  }
}

/** Null for what the holder may not see. */
function eventText(
  stored: StoredEvent,
  holder: Holder,
  codec: RouteParts['ledger']['codec'],
): string | null {
  const { entries, unreadable } = decodeAll([stored], codec);
  const [entry] = entries;
  const [broken] = unreadable;
  if (entry !== undefined && isFor(holder, entry.centre)) {
    return textOf(stored.index, entry.type, shownEvent(entry));
  }
  if (broken === undefined || holder.centres !== null) return null;
  const { index, stream, revision, id, type } = stored;
  const data = { index: Number(index), stream, revision, id, type, unreadable: broken.why };
  return textOf(index, type, data);
}

function textOf(index: Index, type: string, data: unknown): string {
  return `id: ${index}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}
