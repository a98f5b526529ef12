/** Recording: what has happened goes onto the record that it is about, once, or is refused with a reason. */
import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Family } from '../domain/family.ts';
import type { Holder } from '../ledger/access.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import type { Recorded } from '../ledger/record.ts';
import { holderOf } from './guard.ts';
import type { Api, RouteParts } from './parts.ts';
import { policyOf } from './policy.ts';
import { ApiProblem, invalid } from './problem.ts';
import { isProblemCode } from './problem-table.ts';
import { factsIn, factsMax, type PostedFacts, postableOf } from './proposal.ts';
import { isFor } from './scope.ts';
import { stated } from './stating.ts';

const Headers = z.object({
  'idempotency-key': z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe(
      'Chosen by you, for this record: the same key with the same body is recorded once and answered again. Left out, one is made and returned.',
    ),
  'if-match': z
    .string()
    .regex(/^(W\/)?"-?\d{1,15}"$/, 'this is the revision that you have read, as in ETag: "12"')
    .optional()
    .describe('The ETag of the record as you have read it: refused if it has changed since.'),
});

export const RecordedAnswer = z
  .object({
    ids: z.array(z.string()).describe('Of the events, in the order of the facts.'),
    revision: z.int().describe('Of the last of them, in its record.'),
    index: z.int().describe('Of the last of them, in the ledger.'),
    recordedAt: z.string().describe("By the ledger's clock."),
    again: z.boolean().describe('It had been recorded before, under the same key.'),
  })
  .meta({ id: 'Recorded' });

/** A kind of record that is posted to: see `resource.ts`. */
export type Posting = {
  readonly family: Family;
  /** Its address: `/v1/receipts/:centre/:book/:year/:number`, with the parts of the family's key, in order. */
  readonly path: string;
  /** Under which heading the documentation has it. */
  readonly tag: string;
  /** As the documentation calls it: `a receipt`. */
  readonly what: string;
};

/** What is posted to one kind of record. @param streamOf the record that a request is about. */
export function postingRoute(
  app: Api,
  parts: RouteParts,
  { family, path, tag, what }: Posting,
  streamOf: (request: FastifyRequest) => string,
): void {
  app.post(
    `${path}/events`,
    {
      config: { policy: policyOf('POST', `${path}/events`) },
      schema: {
        summary: `Record what has happened: ${what}`,
        description: `One fact, or up to ${factsMax} under "events", of which all are recorded or none. Personal fields are sealed before they are stored.`,
        tags: [tag],
        params: z.object(family.key),
        headers: Headers,
        body: postableOf(family).body,
        response: {
          201: RecordedAnswer.describe('Recorded: durable, and vouched for.'),
          200: RecordedAnswer.describe('It had been recorded before: the same answer again.'),
        },
      },
    },
    async (request, reply) => {
      checkWritable(parts);
      const body: unknown = request.body; // as it came: checked by `factsIn`, one type at a time
      const holder = holderOf(request);
      const { facts, expectedRevision } = factsIn(body, family);
      const key = request.headers['idempotency-key'] ?? randomUUID();
      reply.header('idempotency-key', key);
      const recorded = await recordFacts(
        {
          facts,
          expectedRevision: revisionExpected(expectedRevision, request.headers['if-match']),
          stream: streamOf(request),
          key,
          digest: parts.ledger.digestOf(canonicalJson(body)),
          holder,
        },
        parts,
      );
      parts.models.more();
      return reply
        .code(recorded.again ? 200 : 201)
        .headers({ etag: `"${recorded.revision}"`, 'ledger-position': String(recorded.index) })
        .send(recorded);
    },
  );
}

/** Facts for one record, all of them or none. */
export type Posted = PostedFacts & {
  readonly stream: string;
  readonly key: string;
  readonly digest: string;
  readonly holder: Holder;
};

/** Puts `facts` on record. @throws ApiProblem saying why it does not. */
export async function recordFacts(
  { facts, expectedRevision, stream, key, digest, holder }: Posted,
  parts: RouteParts,
): Promise<z.output<typeof RecordedAnswer>> {
  const recorded = await parts.ledger.record({
    stream,
    key,
    digest,
    facts: (entries) => stated(facts, stream, entries, holder, parts.centres),
    expectedRevision,
    mayWriteFor: (centre) => isFor(holder, centre),
  });
  parts.counts.recorded(
    facts.map(({ type }) => type),
    outcomeOf(recorded),
  );
  return answerOf(recorded, facts.length);
}

/** Before anything is decided: on a record that has lost something no decision is sound. */
export function checkWritable({ ledger }: Pick<RouteParts, 'ledger'>): void {
  const loss = ledger.store.loss();
  if (loss !== null) throw new ApiProblem('ledger/read-only', { detail: loss.message });
}

function answerOf(recorded: Recorded, facts: number): z.output<typeof RecordedAnswer> {
  if (recorded.kind === 'busy') throw new ApiProblem('ledger/busy');
  if (recorded.kind === 'refused') {
    const { because, says, at } = recorded;
    if (!isProblemCode(because)) throw new TypeError(`no HTTP status for the refusal ${because}`);
    throw new ApiProblem(because, { detail: says, ...(facts > 1 && { at }) });
  }
  const { ids, revision, recordedAt, again } = recorded;
  return { ids: [...ids], revision, index: Number(recorded.index), recordedAt, again };
}

function outcomeOf(recorded: Recorded): string {
  if (recorded.kind === 'refused') return recorded.because;
  return recorded.kind === 'recorded' && recorded.again ? 'again' : recorded.kind;
}

/** The revision that the client has read, by its body or its header; null where neither says. */
function revisionExpected(inBody: number | null, ifMatch: string | undefined): number | null {
  if (ifMatch === undefined) return inBody;
  const inHeader = Number(ifMatch.replaceAll(/[W/"]/g, ''));
  if (inBody !== null && inBody !== inHeader) {
    const message = 'If-Match says another revision: send one of the two';
    throw invalid([{ path: '/expectedRevision', message }]);
  }
  return inHeader;
}
