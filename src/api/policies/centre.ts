/** What a centre is and does, and its procedures. */
import { type Policy, record } from './line.ts';
import { centreReaders, openToStaff, staffKeepers, staffReaders } from './roles.ts';

export const centrePolicies = {
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
} as const satisfies Readonly<Record<string, Policy>>;
