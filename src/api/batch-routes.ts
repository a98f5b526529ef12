/** Recording in bulk: many records at once, each all or nothing, one answer for each. */
import { z } from 'zod';
import type { Holder } from '../ledger/access.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { LedgerUnavailable } from '../ledger/event-store.ts';
import { problemOf } from './errors.ts';
import { checkRole, holderOf } from './guard.ts';
import type { Api, RouteParts } from './parts.ts';
import { policyOf } from './policy.ts';
import { ApiProblem, Problem, problemBody } from './problem.ts';
import { FactsOnly, factsIn, inBody } from './proposal.ts';
import { recordNamed } from './record-name.ts';
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

const RefusedItem = Problem.extend({
  stream: z.string().optional().describe('As the item names its record.'),
  key: z.string().optional().describe('As the item has it.'),
}).meta({ id: 'RefusedItem' });

const BatchAnswer = z
  .object({
    recorded: z.int().describe('Items that were newly recorded.'),
    again: z.int().describe('Items that had been recorded before.'),
    refused: z.int(),
    items: z.array(
      z.union([
        RecordedAnswer.extend({ status: z.union([z.literal(200), z.literal(201)]) }),
        RefusedItem,
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

/** Two ways to write the name of one record are that record. */
function streamIn(item: unknown): unknown {
  const isNamed = typeof item === 'object' && item !== null && 'stream' in item;
  if (!isNamed || typeof item.stream !== 'string') return item;
  return recordNamed(item.stream)?.stream ?? item.stream;
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
    return { ...problemBody(problem, `/v1/batch#/items/${place}`), ...namesIn(item) };
  }
}

/** By which the sender finds a refused item again, where it has them. */
function namesIn(item: unknown): { readonly stream?: string; readonly key?: string } {
  const { stream, key } = Names.safeParse(item).data ?? {};
  return { ...(stream !== undefined && { stream }), ...(key !== undefined && { key }) };
}

const Named = z.string().max(512).optional().catch(undefined);
const Names = z.object({ stream: Named, key: Named });

async function recordItem(item: unknown, holder: Holder, parts: RouteParts): Promise<Answer> {
  const { key, events, expectedRevision, ...stated } = inBody(
    Item.extend({ events: z.array(z.unknown()).min(1) }),
    item,
  );
  const named = recordNamed(stated.stream);
  const written = resources.find((one) => one.family === named?.family && one.isPosted !== false);
  if (named === null || written === undefined) throw new ApiProblem('batch/no-such-record');
  const { family, stream } = named;
  checkRole(holder, policyOf('POST', `${written.path}/events`));
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
