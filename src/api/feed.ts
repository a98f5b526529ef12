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
import { bearerOf, holderOf } from './guard.ts';
import type { Api, RouteParts } from './parts.ts';
import { policies } from './policy.ts';
import { ApiProblem } from './problem.ts';
import { shownEvent } from './shown.ts';
import { type Sight, sightOf } from './sight.ts';
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
          'A stream of server-sent events: id is the index of the event, event its type, data the event with personal fields sealed. Events on records of centres that the token is not for are left out, and those of a denunciation of its holder. It ends when the token is revoked.',
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
      const after = BigInt(request.headers['last-event-id'] ?? request.query.after ?? '-1');
      checkPlace(after, parts.log.size());
      const token = bearerOf(request) ?? '';
      const stop = new AbortController();
      open.set(stop, holder.id);
      parts.counts.feeds(open.size);
      request.raw.once('close', () => stop.abort());
      try {
        const response = begin(reply, parts);
        await follow(response, parts, () => parts.access.find(token), after, stop);
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

/**
 * A place that is not there yet is of another past of the ledger, before a restore or a loss: whoever
 * went on from it would miss what is recorded up to there.
 */
function checkPlace(after: Index, size: Index): void {
  if (after < size) return;
  throw new ApiProblem('list/not-yet', {
    detail: `The last event of the ledger has the index ${size - 1n}. If you have had later ones, events have been lost since: compare what you have with the ledger.`,
  });
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

/** @param holderNow who holds the token now: null ends the feed, at the next page or heartbeat. */
async function follow(
  response: ServerResponse,
  { ledger }: RouteParts,
  holderNow: () => Holder | null,
  after: Index,
  stop: AbortController,
): Promise<void> {
  const heartbeat = setInterval(() => {
    if (!stillHeld(holderNow)) stop.abort();
    else if (!response.writableNeedDrain) response.write(':\n\n');
  }, heartbeatMilliseconds);
  const sight = sightOf(ledger);
  try {
    for await (const page of ledger.store.subscribe(after, stop.signal)) {
      const holder = holderNow();
      if (holder === null) return;
      for (const event of page) {
        const text = await eventText(event, holder, ledger.codec, sight);
        if (stop.signal.aborted) return;
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

/** Called by a timer, where nothing may be thrown: a token that cannot be looked up is not held. */
function stillHeld(holderNow: () => Holder | null): boolean {
  try {
    return holderNow() !== null;
  } catch {
    return false;
  }
}

/** Null for what the holder may not see. */
async function eventText(
  stored: StoredEvent,
  holder: Holder,
  codec: RouteParts['ledger']['codec'],
  sight: Sight,
): Promise<string | null> {
  const { entries, unreadable } = decodeAll([stored], codec);
  const [entry] = entries;
  const [broken] = unreadable;
  const seen = entry === undefined ? null : await sight(holder, entry);
  if (seen !== null) return textOf(stored.index, seen.type, shownEvent(seen));
  if (broken === undefined || holder.centres !== null) return null;
  const { index, stream, revision, id, type } = stored;
  const data = { index: Number(index), stream, revision, id, type, unreadable: broken.why };
  return textOf(index, type, data);
}

function textOf(index: Index, type: string, data: unknown): string {
  return `id: ${index}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}
