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
  return {
    [`POST ${path}/events`]: { access: 'roles', roles: write, scope: 'own' },
    ...readOnly(path, read),
  };
}

/** The same of a record that nobody posts to. */
function readOnly<Path extends string>(
  path: Path,
  read: readonly Role[],
): Record<Exclude<RecordRoute<Path>, `POST ${string}`>, Policy>;
function readOnly(path: string, read: readonly Role[]): Record<string, Policy> {
  const reading: Policy = { access: 'roles', roles: read, scope: 'own' };
  return {
    [`GET ${path}`]: reading,
    [`GET ${path}/events`]: reading,
    [`GET ${path}/duties`]: reading,
    [`GET ${path}/findings`]: reading,
  };
}

/** Who reads complaints and violations: nobody whom they may be about. */
const complaintReaders: readonly Role[] = [
  'agency-officer',
  'complaint-officer',
  'director',
  'inspector',
  'service',
];

/** Who keeps the records of officials, of their leave and of their agencies; and who reads them. */
const staffKeepers = ['roster-manager', 'director', 'service'] as const satisfies readonly Role[];
const staffReaders: readonly Role[] = [
  'official',
  'agency-officer',
  'roster-manager',
  'complaint-officer',
  'director',
  'inspector',
  'service',
];

/** Who keeps the money's records (the accounts and the months of fees), who reads them, and who reads a receipt. */
const moneyKeepers = ['fee-accountant', 'director', 'service'] as const satisfies readonly Role[];
const moneyReaders = [
  'fee-accountant',
  'director',
  'inspector',
  'service',
] as const satisfies readonly Role[];
const receiptReaders: readonly Role[] = [
  'clerk',
  'official',
  'agency-officer',
  'complaint-officer',
  ...moneyReaders,
];

/** Who reads all that a centre did: what it says of one official is not for another. */
const centreReaders = [
  'roster-manager',
  'complaint-officer',
  'director',
  'inspector',
  'service',
] as const satisfies readonly Role[];

/** What anybody at a counter needs, and the public may know: counters, days off, procedures and rates. */
const openToStaff = [
  'clerk',
  'official',
  'agency-officer',
  'fee-accountant',
  'roster-manager',
  'complaint-officer',
  'director',
  'inspector',
  'service',
] as const satisfies readonly Role[];

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
  'POST /v1/batch': {
    access: 'roles',
    roles: [
      'clerk',
      'fee-accountant',
      'roster-manager',
      'complaint-officer',
      'director',
      'service',
    ],
    scope: 'own',
  },
  'POST /v1/openings': {
    access: 'roles',
    roles: [
      'clerk',
      'official',
      'agency-officer',
      'fee-accountant',
      'roster-manager',
      'complaint-officer',
      'director',
      'inspector',
    ],
    scope: 'own',
  },
  'GET /v1/openings': { access: 'roles', roles: ['access-auditor', 'inspector'], scope: 'own' },
  ...readOnly('/v1/access/:actor/:month', ['access-auditor', 'inspector']),
  'GET /v1/dossiers': readers,
  'GET /v1/duties': readers,
  'GET /v1/duties/:id/explanation': readers,
  'GET /v1/findings': readers,
  'GET /v1/finding-totals': readers,
  'GET /v1/late': readers,
  'GET /v1/late-totals': {
    access: 'roles',
    roles: readers.roles.filter((role) => role !== 'official'), // figures of all, and not of one's own
    scope: 'own',
  },
  'GET /v1/official-months': {
    access: 'roles',
    roles: ['official', 'roster-manager', 'complaint-officer', 'director', 'inspector', 'service'],
    scope: 'own',
  },
  // A clerk records the reception and no more; what an agency's officer reads: `secrecy.ts`.
  ...record('/v1/complaints/:id', {
    write: ['clerk', 'complaint-officer', 'director', 'service'],
    read: complaintReaders,
  }),
  'GET /v1/complaints': { access: 'roles', roles: complaintReaders, scope: 'own' },
  ...record('/v1/violations/:id', {
    write: ['complaint-officer', 'director', 'service'],
    read: complaintReaders,
  }),
  'GET /v1/violations': { access: 'roles', roles: complaintReaders, scope: 'own' },
  'GET /v1/ratings': { access: 'roles', roles: staffReaders, scope: 'own' },
  'GET /v1/rating-totals': { access: 'roles', roles: staffReaders, scope: 'own' },
  ...record('/v1/leave/:id', { write: staffKeepers, read: staffReaders }),
  'GET /v1/leave': { access: 'roles', roles: staffReaders, scope: 'own' },
  'GET /v1/leave-balances': {
    access: 'roles',
    roles: ['official', 'roster-manager', 'director', 'inspector', 'service'],
    scope: 'own',
  },
  ...record('/v1/attendance/:official/:month', { write: staffKeepers, read: staffReaders }),
  'GET /v1/attendance': { access: 'roles', roles: staffReaders, scope: 'own' },
  'GET /v1/conduct-notes': { access: 'roles', roles: staffReaders, scope: 'own' },
  'GET /v1/overtime': {
    access: 'roles',
    roles: staffReaders.filter((role) => role !== 'complaint-officer'),
    scope: 'own',
  },
  ...record('/v1/rosters/:centre/:month', {
    write: staffKeepers,
    read: staffReaders.filter((role) => role !== 'official'), // it tells also what was asked about colleagues
  }),
  'GET /v1/rosters': { access: 'roles', roles: ['clerk', ...staffReaders], scope: 'own' },
  ...record('/v1/officials/:id', { write: staffKeepers, read: staffReaders }),
  'GET /v1/officials': { access: 'roles', roles: staffReaders, scope: 'own' },
  'GET /v1/postings': { access: 'roles', roles: staffReaders, scope: 'own' },
  ...record('/v1/agencies/:code', { write: staffKeepers, read: staffReaders }),
  'GET /v1/agencies': { access: 'roles', roles: staffReaders, scope: 'own' },
  ...record('/v1/centres/:centre/:year', { write: staffKeepers, read: centreReaders }),
  ...record('/v1/months/:centre/:month', { write: staffKeepers, read: centreReaders }),
  ...record('/v1/procedures/:code', {
    write: ['fee-accountant', 'director', 'service'],
    read: openToStaff,
  }),
  'GET /v1/counters': { access: 'roles', roles: openToStaff, scope: 'own' },
  'GET /v1/outages': { access: 'roles', roles: openToStaff, scope: 'own' },
  'GET /v1/calendar-notices/:centre/:notice/moves': {
    access: 'roles',
    roles: centreReaders,
    scope: 'own',
  },
  'GET /v1/calendar-notices': { access: 'roles', roles: openToStaff, scope: 'own' },
  'GET /v1/procedures': { access: 'roles', roles: openToStaff, scope: 'own' },
  'GET /v1/rates': { access: 'roles', roles: openToStaff, scope: 'own' },
  'GET /v1/reports': { access: 'roles', roles: staffReaders, scope: 'own' },
  'GET /v1/proceedings': { access: 'roles', roles: staffReaders, scope: 'own' },
  ...record('/v1/receipts/:centre/:book/:year/:number', {
    write: ['clerk', 'fee-accountant', 'director', 'service'],
    read: receiptReaders,
  }),
  'GET /v1/receipts': { access: 'roles', roles: receiptReaders, scope: 'own' },
  'GET /v1/receipt-books': { access: 'roles', roles: moneyReaders, scope: 'own' },
  'GET /v1/fee-totals': {
    access: 'roles',
    roles: ['agency-officer', ...moneyReaders],
    scope: 'own',
  },
  ...record('/v1/statements/:account/:id', { write: moneyKeepers, read: moneyReaders }),
  'GET /v1/statements': { access: 'roles', roles: moneyReaders, scope: 'own' },
  'GET /v1/bank-credits': { access: 'roles', roles: moneyReaders, scope: 'own' },
  ...record('/v1/fee-months/:centre/:month', {
    write: moneyKeepers,
    read: ['agency-officer', ...moneyReaders],
  }),
  'GET /v1/fee-months': {
    access: 'roles',
    roles: ['agency-officer', ...moneyReaders],
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
