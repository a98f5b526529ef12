/** Complaints, violations and ratings: nobody reads what may be about themselves. */
import { type Policy, record } from './line.ts';
import { complaintReaders, staffReaders } from './roles.ts';

export const complaintPolicies = {
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
} as const satisfies Readonly<Record<string, Policy>>;
