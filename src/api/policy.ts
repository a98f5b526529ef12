/**
 * Who may call what: one table of routes, and the checks that hold every route to its line.
 *
 * A route states its policy in its `config`. One that does not fails at the start, so that nothing
 * is ever open by an oversight.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Access, type Holder, type Role, roles } from '../ledger/access.ts';
import { ApiProblem } from './problem.ts';

export type Policy =
  /** Whoever asks. */
  | { readonly access: 'public' }
  /** One of `roles`, or whoever asks from the machine itself and not through a proxy. */
  | { readonly access: 'machine'; readonly roles: readonly Role[] }
  | {
      readonly access: 'roles';
      readonly roles: readonly Role[];
      /**
       * `own`: of the centres that the token is for, and for an official or an agency's officer only
       * what concerns them. `none`: it says nothing of any centre's work.
       */
      readonly scope: 'own' | 'none';
    };

const open: Policy = { access: 'public' };

const readers = {
  access: 'roles',
  roles: [
    'clerk',
    'official',
    'agency-officer',
    'complaint-officer',
    'director',
    'inspector',
    'service',
  ],
  scope: 'own',
} as const satisfies Policy;

type Method = 'GET' | 'POST';
type RecordRoute<Path extends string> =
  | `POST ${Path}/events`
  | `GET ${Path}`
  | `GET ${Path}/${'events' | 'duties' | 'findings'}`;

/** The routes of one kind of record: who may write to it, and who may read it, each within their scope. */
function record<Path extends string>(
  path: Path,
  { write, read }: { readonly write: readonly Role[]; readonly read: readonly Role[] },
): Record<RecordRoute<Path>, Policy>;
function record(
  path: string,
  { write, read }: { readonly write: readonly Role[]; readonly read: readonly Role[] },
): Record<string, Policy> {
  const reading: Policy = { access: 'roles', roles: read, scope: 'own' };
  return {
    [`POST ${path}/events`]: { access: 'roles', roles: write, scope: 'own' },
    [`GET ${path}`]: reading,
    [`GET ${path}/events`]: reading,
    [`GET ${path}/duties`]: reading,
    [`GET ${path}/findings`]: reading,
  };
}

/** Every route, and who may call it. An administrator keeps the machine, and sees no dossier. */
export const policies = {
  'GET /': open,
  'GET /health/live': open,
  'GET /health/ready': open,
  'GET /openapi.json': open,
  'GET /docs': open,
  'GET /problems': open,
  'GET /problems/*': open,
  'GET /metrics': {
    access: 'machine',
    roles: ['administrator', 'director', 'inspector', 'service'],
  },
  ...record('/v1/dossiers/:code', {
    write: ['clerk', 'director', 'service'],
    read: readers.roles,
  }),
  'GET /v1/dossiers': readers,
  'GET /v1/duties': readers,
  'GET /v1/findings': readers,
  'GET /v1/official-months': {
    access: 'roles',
    roles: ['official', 'roster-manager', 'complaint-officer', 'director', 'inspector', 'service'],
    scope: 'own',
  },
  'GET /v1/centres': { access: 'roles', roles, scope: 'none' },
  'GET /v1/quarantine': {
    access: 'roles',
    roles: ['administrator', 'director', 'inspector'],
    scope: 'own',
  },
  'GET /v1/events': { access: 'roles', roles: ['director', 'inspector', 'service'], scope: 'own' },
} as const satisfies Readonly<Record<string, Policy>>;

export type Route = keyof typeof policies;

/** The line of the table for a route. @throws TypeError if it has none: then it fails at the start. */
export function policyOf(method: Method, path: string): Policy {
  const table: Readonly<Record<string, Policy>> = policies;
  const policy = table[`${method} ${path}`];
  if (policy === undefined) throw new TypeError(`${method} ${path} does not say who may call it`);
  return policy;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: Policy;
  }
  interface FastifyRequest {
    /** Who calls; null without a token that counts. */
    holder: Holder | null;
  }
}

/** Whether `role` may call what `policy` guards, whatever the scope. */
export function mayCall(role: Role | null, policy: Policy): boolean {
  if (policy.access === 'public') return true;
  return role !== null && policy.roles.includes(role);
}

/** Who calls a route that only holders of tokens reach. */
export function holderOf({ holder }: FastifyRequest): Holder {
  if (holder === null) throw new ApiProblem('access/no-token');
  return holder;
}

/** Finds who calls, before anything else; refuses after the rate has been limited, and before a body is read. */
export function guard(app: FastifyInstance, access: Access): void {
  app.decorateRequest('holder', null);

  app.addHook('onRoute', (route) => {
    if (route.url.startsWith('/docs'))
      route.config = { ...route.config, policy: policies['GET /docs'] };
    if (route.config?.policy === undefined) {
      throw new TypeError(`${String(route.method)} ${route.url} does not say who may call it`);
    }
  });

  app.addHook('onRequest', async (request) => {
    const token = bearerOf(request);
    request.holder = token === null ? null : access.find(token);
  });

  app.addHook('preParsing', async (request: FastifyRequest) => {
    const { policy } = request.routeOptions.config;
    if (policy !== undefined) check(policy, request);
  });
}

function check(policy: Policy, request: FastifyRequest): void {
  if (policy.access === 'public') return;
  const { holder } = request;
  if (policy.access === 'machine' && isFromMachine(request)) return;
  if (holder === null) {
    throw new ApiProblem(bearerOf(request) === null ? 'access/no-token' : 'access/bad-token');
  }
  if (!mayCall(holder.role, policy)) {
    const detail = `The role ${holder.role} may not do this. It is for: ${policy.roles.join(', ')}.`;
    throw new ApiProblem('access/role', { detail });
  }
}

/** The token that a request was sent with; null where there is none. */
export function bearerOf({ headers }: FastifyRequest): string | null {
  const [, token = null] = /^bearer +(\S+) *$/i.exec(headers.authorization ?? '') ?? [];
  return token;
}

/** A proxy on the same machine speaks for others, and says so. */
function isFromMachine({ headers, socket }: FastifyRequest): boolean {
  const forwarded = headers['forwarded'] ?? headers['x-forwarded-for'] ?? headers['x-real-ip'];
  const { remoteAddress = '' } = socket;
  return forwarded === undefined && /^(127\.|::1$|::ffff:127\.)/.test(remoteAddress);
}
