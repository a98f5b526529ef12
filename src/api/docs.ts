/** The OpenAPI document, made from the schemas of the routes, and pages to read it. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { tidied } from './components.ts';
import { type Policy, policies } from './policy.ts';

const description = `
What happens at a Public Administrative Service Centre (its dossiers, attendance, leave, fees, complaints and its own acts), as events that are never changed, and what the centre's regulation says of it.

**Tokens.** Every route below /v1 needs one: \`Authorization: Bearer id.secret\`. A token has a role, and is for some centres or for all. Another centre's record is refused (access/other-centre).

**Numbers and times.** An index is a JSON number; a time is RFC 3339, answered in UTC to the millisecond. A date alone, where a time is asked for, is that day's start in Vietnam; as asOf it is its end.

**Lists** take \`limit\`, \`cursor\` and \`asOf\`, and answer \`{ items, total, next }\`. Answer 202 has \`progress\` and no \`total\`: what would answer is being built.

**As of** is the index of an event or a recorded time, inclusive. Before the first event a list is empty.

**Positions.** \`Ledger-Position\` is on every answer: the last event that it shows. Send it as \`Ledger-At-Least\`, and the answer shows at least as much. \`Ledger-Status\` is there when something is wrong.

**Sending twice.** With an \`Idempotency-Key\` the same body is recorded once and answered again with 200; another body under the same key is refused. Without one, each request is a new one; the key that was made is returned.

**Problems** are application/problem+json (RFC 9457); /problems lists every code.

**Personal fields** are told in the clear, sealed before they are stored, and shown sealed. POST /v1/openings opens them for a role that needs them; that they were opened is recorded first.

**Records.** Every kind of record has the same five routes: post to its \`/events\`; read its state, its trail (\`/events\`), its \`/duties\` and its \`/findings\`. POST /v1/batch records on many at once.
`.trim();

const transform = createJsonSchemaTransform({ zodToJsonConfig: { unrepresentable: 'any' } });

/** Of the interface, whose addresses begin with /v1: raised when something is added, and not with each release. */
const version = '1.0.0';

export async function document(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Sổ Cái Một Cửa: giao diện',
        version,
        description,
        license: { name: 'Apache-2.0' },
      },
      components: {
        securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'id.secret' } },
      },
    },
    transform: (route) => withPolicy(transform(route), route.route.config?.policy),
    transformObject: (made) => {
      const object = jsonSchemaTransformObject(made);
      if (!('openapi' in object)) return object;
      const { paths, schemas } = tidied(object.paths, object.components?.schemas ?? {});
      return Object.assign(object, { paths, components: { ...object.components, schemas } });
    },
  });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: {
      validatorUrl: null,
      persistAuthorization: false,
      docExpansion: 'list',
      layout: 'BaseLayout',
    },
  });
}

/** After all other routes, so that the document has them all. */
export function documentRoute(app: FastifyInstance): void {
  app.get(
    '/openapi.json',
    {
      config: { policy: policies['GET /openapi.json'] },
      schema: { summary: 'This document', tags: ['about'] },
    },
    async () => app.swagger(),
  );
}

type Documented = ReturnType<typeof transform>;

/** Says at each route who may call it, from the same line that is enforced. */
function withPolicy({ schema, url }: Documented, policy: Policy | undefined): Documented {
  if (policy === undefined || policy.access === 'public') return { schema, url };
  const who = `Roles: ${policy.roles.join(', ')}${whose[policy.access]}.`;
  const said = [schema.description, who].filter((text) => text !== undefined).join('\n\n');
  return { schema: { ...schema, description: said, security: [{ token: [] }] }, url };
}

const whose = {
  roles: '',
  machine: '; or nobody in particular, from the machine itself',
} as const satisfies Record<Exclude<Policy['access'], 'public'>, string>;
