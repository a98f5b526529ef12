/** Recording in bulk: many records at once, each all or nothing, one answer for each. */
import { z } from 'zod';
import { families } from '../domain/families.ts';
import { partsOf } from '../domain/stream.ts';
import type { Holder } from '../ledger/access.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { categoryOf, LedgerUnavailable } from '../ledger/event-store.ts';
import { problemOf } from './errors.ts';
import type { Api, RouteParts } from './parts.ts';
import { holderOf, mayCall, policyOf } from './policy.ts';
import { ApiProblem, Problem, problemBody } from './problem.ts';
import { FactsOnly, factsIn, inBody } from './proposal.ts';
import { checkWritable, RecordedAnswer, recordFacts } from './record-routes.ts';
import { resources } from './resources.ts';

/** Items of one request. */
const itemsMax = 500;
/** Bytes of one request. */
const bytesMax = 1024 * 1024;
/** Items under way at once: their appends commit together. */
const atOnce = 32;

const Item = z.strictObject({
  stream: z
    .string()
    .min(1)
    .max(512)
    .describe('The record, named as its state names it: attendance-cb%2D0417-2026-03.'),
  key: z
    .string()
    .min(1)
    .max(200)
    .describe('The idempotency key, for this record: an item that is sent again is recorded once.'),
  ...FactsOnly.shape,
});

const Body = z.strictObject({
  items: z.array(z.unknown()).min(1).max(itemsMax),
});

const DocumentedBody = z.strictObject({
  items: z.array(Item).min(1).max(itemsMax).describe('Each is recorded whole, or not at all.'),
});

const BatchAnswer = z
  .object({
    recorded: z.int().describe('Items that were newly recorded.'),
    again: z.int().describe('Items that had been recorded before.'),
    refused: z.int(),
    items: z.array(
      z.union([
        RecordedAnswer.extend({ status: z.union([z.literal(200), z.literal(201)]) }),
        Problem,
      ]),
    ),
  })
  .meta({ id: 'BatchAnswer' });

type Answer = z.output<typeof BatchAnswer>['items'][number];

export function batchRoutes(app: Api, parts: RouteParts): void {
  app.post(
    '/v1/batch',
    {
      config: { policy: policyOf('POST', '/v1/batch') },
      bodyLimit: bytesMax,
      schema: {
        summary: 'Record on many records at once',
        description: `For systems that deliver in bulk: up to ${itemsMax} items, 1 MiB. Each item is recorded whole or not at all, whatever becomes of the others; items of one record in the order in which they stand. The answers stand in the order of the items: what was recorded, or a problem with its own status.`,
        tags: ['record'],
        body: DocumentedBody,
        response: { 200: BatchAnswer },
      },
    },
    async (request, reply) => {
      checkWritable(parts);
      const { items } = inBody(Body, request.body);
      const holder = holderOf(request);
      const answers = await recordAll(items, holder, parts);
      parts.models.more();
      const count = (status: number) => answers.filter((one) => one.status === status).length;
      const [recorded, again] = [count(201), count(200)];
      const position = (await parts.ledger.store.size()) - 1n;
      return reply
        .headers({ 'ledger-position': String(position) })
        .send({ recorded, again, refused: items.length - recorded - again, items: answers });
    },
  );
}

/** Items of one record one after the other, those of different records side by side. */
async function recordAll(
  items: readonly unknown[],
  holder: Holder,
  parts: RouteParts,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  const byRecord = Map.groupBy(items.entries(), ([, item]) => streamIn(item));
  const queue = [...byRecord.values()];
  await Promise.all(
    Array.from({ length: Math.min(atOnce, queue.length) }, async () => {
      for (let record = queue.shift(); record !== undefined; record = queue.shift()) {
        for (const [place, item] of record)
          answers[place] = await answerTo(item, place, holder, parts);
      }
    }),
  );
  return answers;
}

function streamIn(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'stream' in item ? item.stream : item;
}

/** @throws what is wrong with the ledger itself, and so with every item. */
async function answerTo(
  item: unknown,
  place: number,
  holder: Holder,
  parts: RouteParts,
): Promise<Answer> {
  try {
    return await recordItem(item, holder, parts);
  } catch (error) {
    const isOfAll = error instanceof LedgerUnavailable && error.code === 'read-only';
    if (isOfAll) throw error;
    const problem = problemOf(error);
    parts.counts.recorded([], problem.code);
    return problemBody(problem, `/v1/batch#/items/${place}`);
  }
}

async function recordItem(item: unknown, holder: Holder, parts: RouteParts): Promise<Answer> {
  const { stream, key, events, expectedRevision } = inBody(
    Item.extend({ events: z.array(z.unknown()).min(1) }),
    item,
  );
  const family = families.get(categoryOf(stream));
  const written = resources.find((one) => one.family === family && one.isPosted !== false);
  const values = family && partsOf(stream, Object.keys(family.key));
  if (family === undefined || written === undefined || !values) {
    throw new ApiProblem('batch/no-such-record');
  }
  const named = z.object(family.key).safeParse(values);
  if (!named.success) throw new ApiProblem('batch/no-such-record');
  if (!mayCall(holder.role, policyOf('POST', `${written.path}/events`))) {
    throw new ApiProblem('access/role');
  }
  const posted = factsIn(
    { events, ...(expectedRevision !== undefined && { expectedRevision }) },
    family,
  );
  const digest = parts.ledger.digestOf(
    canonicalJson({ events, expectedRevision: expectedRevision ?? null }),
  );
  const recorded = await recordFacts({ ...posted, stream, key, digest, holder }, parts);
  return { ...recorded, status: recorded.again ? 200 : 201 };
}
