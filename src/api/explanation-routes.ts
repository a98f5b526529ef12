/** Why a duty is due when it is. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { families } from '../domain/families.ts';
import { categoryOf } from '../domain/stream.ts';
import { instantAt } from '../domain/units.ts';
import { explainedDuty, subjectsIn } from '../projections/explanation.ts';
import { Explanation } from '../projections/explanation-item.ts';
import { registersByModel } from '../projections/registers-of.ts';
import { AsOf, thenOf } from './as-of.ts';
import { holderOf } from './guard.ts';
import type { Api, RouteParts } from './parts.ts';
import { policyOf } from './policy.ts';
import { ApiProblem } from './problem.ts';
import { isFor } from './scope.ts';
import { askingOf, decodeAll, recordOf } from './subject.ts';

export function explanationRoutes(app: Api, parts: RouteParts): void {
  app.get(
    '/v1/duties/:id/explanation',
    {
      config: { policy: policyOf('GET', '/v1/duties/:id/explanation') },
      schema: {
        summary: 'Why a duty is due when it is',
        description:
          'The term in words, where its count began (again, after a wait that starts it again), every interval or day that was counted, every pause with the entries that say so and what it did, every day off with the notice that made it one, whether the last day moved and why, the rule and its version. By the strict convention. The id is that of the list of duties, percent-encoded.',
        tags: ['lists'],
        params: z.object({ id: z.string().min(3).max(1_500) }),
        querystring: AsOf.strict(),
        response: { 200: Explanation },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const then = thenOf(parts, request.query.asOf);
      const upTo = then?.upTo ?? (await parts.ledger.store.size()) - 1n;
      const at = then?.at ?? instantAt(parts.now().getTime());
      const model = parts.models.current();
      if (model === null) throw new ApiProblem('list/building');
      const entriesOf = (stream: string) => {
        const stored = parts.log.ofStream(stream).filter(({ index }) => index <= upTo);
        return decodeAll(stored, parts.ledger.codec).entries;
      };
      const registers = registersByModel(model.database, entriesOf);
      for (const subject of subjectsIn(id)) {
        const own = entriesOf(subject);
        const told = explainedDuty(id, { subject, own, at, centres: parts.centres, registers });
        if (told === null) continue;
        await checkReadable(request, subject, told, parts);
        return reply.header('ledger-position', String(upTo)).send(told);
      }
      throw new ApiProblem('duty/unknown');
    },
  );
}

/** A duty on one record is for who may read that; one of a centre or of a month there for who may see its list of duties. */
async function checkReadable(
  request: FastifyRequest & { readonly query: { readonly asOf?: string | undefined } },
  subject: string,
  { duty: { centre, bearer } }: Explanation,
  parts: RouteParts,
): Promise<void> {
  const holder = holderOf(request);
  if (!isFor(holder, centre)) throw new ApiProblem('access/other-centre');
  if (families.has(categoryOf(subject)) && parts.log.ofStream(subject).length > 0) {
    await recordOf(parts, subject, askingOf(request));
    return;
  }
  const own = { official: holder.official, 'agency-officer': holder.agency };
  const isLimited = holder.role === 'official' || holder.role === 'agency-officer';
  if (isLimited && own[holder.role] !== bearer.code) throw new ApiProblem('access/not-yours');
}
