/** The machine itself, what goes for all records, and who looked into them. */
import { roles } from '../../ledger/access.ts';
import { open, type Policy, readOnly } from './line.ts';

export const machinePolicies = {
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
  'GET /v1/centres': { access: 'roles', roles, scope: 'none' },
  'GET /v1/quarantine': {
    access: 'roles',
    roles: ['administrator', 'director', 'inspector'],
    scope: 'own',
  },
  'GET /v1/events': { access: 'roles', roles: ['director', 'inspector', 'service'], scope: 'own' },
} as const satisfies Readonly<Record<string, Policy>>;
