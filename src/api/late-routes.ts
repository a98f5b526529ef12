/** Late processing over HTTP: the dossiers, and how many they are under both conventions. */
import type { FastifyInstance } from 'fastify';
import { LateFilters, LateItem, listLate } from '../projections/lists/late.ts';
import {
  LateTotalFilters,
  LateTotalItem,
  listLateTotals,
} from '../projections/lists/late-totals.ts';
import { lateColumns } from './csv-columns.ts';
import { checkRole, mayCall } from './guard.ts';
import { listRoute } from './list-route.ts';
import type { RouteParts } from './parts.ts';
import { policies } from './policy.ts';
import { ownAgency, ownOfficial } from './scope.ts';

/** Whom a measure is proposed against is told to those alone who may read the centre's record, where it stands. */
const measures = policies['GET /v1/centres/:centre/:year'];

export function lateRoutes(app: FastifyInstance, parts: RouteParts): void {
  listRoute(app, parts, {
    path: '/v1/late',
    policy: policies['GET /v1/late'],
    summary: 'Dossiers that are overdue, soon due or were late, the first due before the others',
    description:
      'With whom each lay and for how long, what was done about it, and what is to be done next. Late is said under two conventions, strict (by the instant, nothing excused) and customary (by date; returned, withdrawn and waiting excused): convention says which of them overdue and was-late mean, and so what total counts, and differs=true lists those on which they differ. The delay is strict.',
    filters: LateFilters.strict(),
    item: LateItem,
    csv: lateColumns,
    narrow(holder, filters) {
      if (filters.escalated !== undefined) checkRole(holder, measures);
      return {
        ...filters,
        official: ownOfficial(holder, filters.official),
        agency: ownAgency(holder, filters.agency),
      };
    },
    show: (holder, item) => (mayCall(holder.role, measures) ? item : { ...item, escalated: null }),
    list: (database, question) => listLate(database, question, parts.centres),
  });

  listRoute(app, parts, {
    path: '/v1/late-totals',
    policy: policies['GET /v1/late-totals'],
    summary: 'How many dossiers were late, by the month in which they were due',
    description:
      'Strict (by the instant, nothing excused) and customary (by date; returned, withdrawn and waiting excused), each with its count and rate. Both are of the same dossiers: those that were due in the month by the strict due time. Each line says where those are listed on which they differ.',
    filters: LateTotalFilters.strict(),
    item: LateTotalItem,
    narrow: (holder, filters) => ({ ...filters, agency: ownAgency(holder, filters.agency) }),
    list: listLateTotals,
  });
}
