/** Dossiers, and what is owed, broken and late. */
import { type Policy, record } from './line.ts';
import { readers } from './roles.ts';

export const dossierPolicies = {
  ...record('/v1/dossiers/:code', {
    write: ['clerk', 'director', 'service'],
    read: readers.roles,
  }),
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
} as const satisfies Readonly<Record<string, Policy>>;
