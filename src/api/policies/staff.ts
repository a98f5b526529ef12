/** Officials and agencies, their presence and their leave. */
import { type Policy, record } from './line.ts';
import { staffKeepers, staffReaders } from './roles.ts';

export const staffPolicies = {
  'GET /v1/official-months': {
    access: 'roles',
    roles: ['official', 'roster-manager', 'complaint-officer', 'director', 'inspector', 'service'],
    scope: 'own',
  },
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
  'GET /v1/loads': {
    access: 'roles',
    roles: staffReaders.filter((role) => role !== 'official'),
    scope: 'own',
  },
  'GET /v1/staffing-calls': {
    access: 'roles',
    roles: staffReaders.filter((role) => role !== 'official'), // it tells what was asked about colleagues
    scope: 'own',
  },
  ...record('/v1/officials/:id', { write: staffKeepers, read: staffReaders }),
  'GET /v1/officials': { access: 'roles', roles: staffReaders, scope: 'own' },
  'GET /v1/postings': { access: 'roles', roles: staffReaders, scope: 'own' },
  ...record('/v1/agencies/:code', { write: staffKeepers, read: staffReaders }),
  'GET /v1/agencies': { access: 'roles', roles: staffReaders, scope: 'own' },
} as const satisfies Readonly<Record<string, Policy>>;
