/** The one way by which a personal field is read over HTTP. */
import { z } from 'zod';
import { personalKinds } from '../domain/personal.ts';
import { Name } from '../domain/vocabulary/fields.ts';
import { holderOf, mayCall } from './guard.ts';
import { openable, opened } from './opening.ts';
import type { Api, RouteParts } from './parts.ts';
import { policyOf } from './policy.ts';
import { ApiProblem } from './problem.ts';
import { inBody } from './proposal.ts';
import { recordNamed } from './record-name.ts';
import { checkWritable } from './record-routes.ts';
import { resources } from './resources.ts';
import { isOfficialsOwn } from './scope.ts';
import { recordBehind } from './subject.ts';

const Asked = z.strictObject({
  stream: z.string().min(1).max(512).describe('The record, as its state and its trail name it.'),
  revision: z.int().min(0).describe('The entry, as the trail numbers it.'),
  fields: z
    .array(z.string().min(1).max(100))
    .min(1)
    .max(50)
    .optional()
    .describe('Which of its personal fields; left out: all that your role may open.'),
  purpose: Name.describe('What for: it is recorded, so name nobody.'),
});

const OpenedAnswer = z
  .object({
    stream: z.string(),
    event: z.string(),
    index: z.int().describe('Of the entry on record that says that you were shown this.'),
    fields: z.array(
      z.object({
        name: z.string(),
        about: z.enum(personalKinds).describe('About whom it tells.'),
        person: z.string(),
        text: z.string().nullable().describe('Null: the person has been erased.'),
        salt: z.string().nullable().describe('In hex: SHA-256 of salt and text is the commitment.'),
        commitment: z.string(),
      }),
    ),
  })
  .meta({ id: 'Opened' });

export function openingRoutes(app: Api, parts: RouteParts): void {
  app.post(
    '/v1/openings',
    {
      config: { policy: policyOf('POST', '/v1/openings') },
      schema: {
        summary: 'Open personal fields of one entry',
        description:
          'For those who may read the record, and whose role needs what the field tells. That you were shown it is recorded first, on access-{you}-{month}; if that fails, nothing is opened.',
        tags: ['access'],
        body: Asked,
        response: { 201: OpenedAnswer },
      },
    },
    async (request, reply) => {
      checkWritable(parts);
      const { revision, fields = null, purpose, ...stated } = inBody(Asked, request.body);
      const holder = holderOf(request);
      const named = recordNamed(stated.stream);
      const read = resources.find(({ family }) => family === named?.family);
      if (named === null || read === undefined) throw new ApiProblem('record/unknown');
      const { stream } = named;
      if (!mayCall(holder.role, policyOf('GET', read.path))) throw new ApiProblem('access/role');
      const found = await recordBehind(parts, stream, {
        holder,
        asOf: undefined,
        atLeast: undefined,
      });
      const entry = found.entries.find((one) => one.revision === revision);
      if (entry === undefined) throw new ApiProblem('entry/unknown');
      const sealed = openable(entry, fields, holder.role, {
        isSecret: found.isSecret,
        isOwn: isOfficialsOwn(holder.official, stream, found.entries),
      });
      const { fields: shown, index } = await opened(sealed, entry, holder, purpose, parts);
      parts.models.more();
      return reply
        .code(201)
        .headers({ 'ledger-position': String(index) })
        .send({ stream, event: entry.id, index: Number(index), fields: [...shown] });
    },
  );
}
