/** What a calendar notice does to duties that are open. */
import { z } from 'zod';
import { MovedDuty, movedBy } from '../projections/notice-moves.ts';
import { holderOf } from './guard.ts';
import type { Api, RouteParts } from './parts.ts';
import { policyOf } from './policy.ts';
import { ApiProblem } from './problem.ts';
import { isFor } from './scope.ts';
import { decodeAll } from './subject.ts';

export function noticeRoutes(app: Api, parts: RouteParts): void {
  const { centres, ledger, log, models } = parts;
  app.get(
    '/v1/calendar-notices/:centre/:notice/moves',
    {
      config: { policy: policyOf('GET', '/v1/calendar-notices/:centre/:notice/moves') },
      schema: {
        summary: 'The open duties whose due times a calendar notice moves',
        description:
          'Each with its due time without the notice and with it, by subject. A page may be short, or empty, while there is a next one.',
        tags: ['lists'],
        params: z.object({ centre: z.string().max(200), notice: z.string().max(200) }),
        querystring: z.strictObject({
          cursor: z.string().max(600).optional().describe('The "next" of the page before.'),
        }),
        response: {
          200: z.object({ items: z.array(MovedDuty), next: z.string().nullable() }),
        },
      },
    },
    async (request, reply) => {
      const { centre: code, notice } = request.params;
      if (!isFor(holderOf(request), code)) throw new ApiProblem('access/other-centre');
      const centre = centres.get(code);
      const model = models.current();
      if (centre === undefined) throw new ApiProblem('record/unknown');
      if (model === null) throw new ApiProblem('list/building');
      const upTo = model.position();
      const entriesOf = (stream: string) => {
        const stored = log.ofStream(stream).filter(({ index }) => index <= upTo);
        return decodeAll(stored, ledger.codec).entries;
      };
      const { database } = model;
      const cursor = request.query.cursor ?? null;
      const { items, next } = movedBy(notice, centre, cursor, { database, entriesOf });
      return reply.header('ledger-position', String(upTo)).send({ items: [...items], next });
    },
  );
}
