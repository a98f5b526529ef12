/** Late processing over HTTP: the dossiers, and how many they are under both conventions. */
import type { FastifyInstance } from 'fastify';
import { LateFilters, LateItem, listLate } from '../projections/lists/late.ts';
import {
  LateTotalFilters,
  LateTotalItem,
  listLateTotals,
} from '../projections/lists/late-totals.ts';
import { lateColumns } from './csv-columns.ts';
import { listRoute } from './list-route.ts';
import type { RouteParts } from './parts.ts';
import { policies } from './policy.ts';
import { ownAgency, ownOfficial } from './scope.ts';

export function lateRoutes(app: FastifyInstance, parts: RouteParts): void {
  listRoute(app, parts, {
    path: '/v1/late',
    policy: policies['GET /v1/late'],
    summary: 'Dossiers that are overdue, soon due or were late, the first due before the others',
    description:
      'With whom each lay and for how long, what was done about it, and what is to be done next. Late is said under two conventions, strict (by the instant, nothing excused) and customary (by date; returned, withdrawn and waiting excused): differs=true lists those on which they differ.',
    filters: LateFilters.strict(),
    item: LateItem,
    csv: lateColumns,
    narrow: (holder, filters) => ({
      ...filters,
      official: ownOfficial(holder, filters.official),
      agency: ownAgency(holder, filters.agency),
    }),
    list: (database, question) => listLate(database, question, parts.centres),
  });

  listRoute(app, parts, {
    path: '/v1/late-totals',
    policy: policies['GET /v1/late-totals'],
    summary: 'How many dossiers were late, by the month in which they were due',
    description:
      'Both conventions are of the same dossiers: those that were due in the month by the strict due time.',
    filters: LateTotalFilters.strict(),
    item: LateTotalItem,
    narrow: (holder, filters) => ({ ...filters, agency: ownAgency(holder, filters.agency) }),
    list: listLateTotals,
  });
}
