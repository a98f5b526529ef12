/** Requests about personal data and breaches of it: as private as complaints, and read by the same. */
import { type Policy, record } from './line.ts';
import { complaintReaders } from './roles.ts';

export const privacyPolicies = {
  // A clerk records the reception and no more: `secrecy.ts`.
  ...record('/v1/data-requests/:id', {
    write: ['clerk', 'complaint-officer', 'director', 'service'],
    read: complaintReaders,
  }),
  'GET /v1/data-requests': { access: 'roles', roles: complaintReaders, scope: 'own' },
  ...record('/v1/data-breaches/:id', {
    write: ['complaint-officer', 'director', 'service'],
    read: complaintReaders,
  }),
  'GET /v1/data-breaches': { access: 'roles', roles: complaintReaders, scope: 'own' },
} as const satisfies Readonly<Record<string, Policy>>;
