/** Recording: what has happened to a dossier goes onto its record, once, or is refused with a reason. */
import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { streamOfCode } from '../domain/dossier/code.ts';
import { DossierCode } from '../domain/units.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import type { Recorded } from '../ledger/record.ts';
import type { Api, RouteParts } from './parts.ts';
import { holderOf, policies } from './policy.ts';
import { ApiProblem, invalid } from './problem.ts';
import { isProblemCode } from './problem-table.ts';
import { FactsBody, factsIn } from './proposal.ts';
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

const RecordedAnswer = z
  .object({
    ids: z.array(z.string()).describe('Of the events, in the order of the facts.'),
    revision: z.int().describe('Of the last of them, in its record.'),
    index: z.int().describe('Of the last of them, in the ledger.'),
    recordedAt: z.string().describe("By the ledger's clock."),
    again: z.boolean().describe('It had been recorded before, under the same key.'),
  })
  .meta({ id: 'Recorded' });

export function recordRoutes(app: Api, parts: RouteParts): void {
  app.post(
    '/v1/dossiers/:code/events',
    {
      config: { policy: policies['POST /v1/dossiers/:code/events'] },
      schema: {
        summary: 'Record what has happened to a dossier',
        description:
          'One fact, or up to 20 under "events", of which all are recorded or none. Personal fields are sealed before they are stored.',
        tags: ['record'],
        params: z.object({ code: DossierCode }),
        headers: Headers,
        body: FactsBody,
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
      const { facts, expectedRevision } = factsIn(body);
      const key = request.headers['idempotency-key'] ?? randomUUID();
      reply.header('idempotency-key', key);

      const recorded = await parts.ledger.record({
        stream: streamOfCode(request.params.code),
        key,
        digest: parts.ledger.digestOf(canonicalJson(body)),
        facts: await stated(facts, request.params.code, holder, parts),
        expectedRevision: revisionExpected(expectedRevision, request.headers['if-match']),
        mayWriteFor: (centre) => isFor(holder, centre),
      });

      parts.models.more();
      parts.counts.recorded(
        facts.map(({ type }) => type),
        outcomeOf(recorded),
      );
      return answer(reply, recorded, facts.length);
    },
  );
}

/** Before anything is decided: on a record that has lost something no decision is sound. */
function checkWritable({ ledger }: RouteParts): void {
  const loss = ledger.store.loss();
  if (loss !== null) throw new ApiProblem('ledger/read-only', { detail: loss.message });
}

function answer(reply: FastifyReply, recorded: Recorded, facts: number): FastifyReply {
  if (recorded.kind === 'busy') throw new ApiProblem('ledger/busy');
  if (recorded.kind === 'refused') {
    const { because, says, at } = recorded;
    if (!isProblemCode(because)) throw new TypeError(`no HTTP status for the refusal ${because}`);
    throw new ApiProblem(because, { detail: says, ...(facts > 1 && { at }) });
  }
  const { ids, revision, recordedAt, again } = recorded;
  const index = Number(recorded.index);
  return reply
    .code(again ? 200 : 201)
    .headers({ etag: `"${revision}"`, 'ledger-position': String(index) })
    .send({ ids, revision, index, recordedAt, again });
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
