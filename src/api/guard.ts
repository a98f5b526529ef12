/**
 * The checks that hold every route to its line of the table (`policy.ts`).
 *
 * A route states its policy in its `config`. One that does not fails at the start, so that nothing
 * is ever open by an oversight.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Access, Holder, Role } from '../ledger/access.ts';
import { type Policy, policies } from './policy.ts';
import { ApiProblem } from './problem.ts';

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
  checkRole(holder, policy);
}

/** @throws ApiProblem that says whom it is for, where the holder's role may not call what `policy` guards. */
export function checkRole({ role }: Holder, policy: Policy): void {
  if (policy.access === 'public' || mayCall(role, policy)) return;
  const detail = `The role ${role} may not do this. It is for: ${policy.roles.join(', ')}.`;
  throw new ApiProblem('access/role', { detail });
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
