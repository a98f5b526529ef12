/** Staffing over HTTP: the load at counters, and what was asked of the agencies that send officials. */
import type { FastifyInstance } from 'fastify';
import { LoadFilters, LoadItem, listLoads } from '../projections/lists/loads.ts';
import {
  listStaffingCalls,
  StaffingCallFilters,
  StaffingCallItem,
} from '../projections/lists/staffing-calls.ts';
import { listRoute } from './list-route.ts';
import type { RouteParts } from './parts.ts';
import { policies } from './policy.ts';
import { ownAgency } from './scope.ts';

export function staffingRoutes(app: FastifyInstance, parts: RouteParts): void {
  listRoute(app, parts, {
    path: '/v1/loads',
    policy: policies['GET /v1/loads'],
    summary: 'The load at counters as it was noted, the latest first',
    description:
      'past=true and asked=false: more than the centre set, and nobody asked for more officials.',
    filters: LoadFilters.strict(),
    item: LoadItem,
    narrow: (holder, filters) => ({ ...filters, agency: ownAgency(holder, filters.agency) }),
    list: (database, question) => listLoads(database, question, parts.centres),
  });

  listRoute(app, parts, {
    path: '/v1/staffing-calls',
    policy: policies['GET /v1/staffing-calls'],
    summary: 'What was asked of the agencies that send officials, the latest first',
    description: 'Another official, more or fewer of them, or that one comes; with the answer.',
    filters: StaffingCallFilters.strict(),
    item: StaffingCallItem,
    narrow: (holder, filters) => ({ ...filters, agency: ownAgency(holder, filters.agency) }),
    list: listStaffingCalls,
  });
}
