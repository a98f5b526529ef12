/** Lists: what the read models show, now or as of the past, a page at a time. */
import type { FastifyInstance } from 'fastify';
import type { Centres } from '../domain/regulations/centre.ts';
import { historyOf } from '../domain/regulations/history.ts';
import { lessenedRule } from '../domain/regulations/judge.ts';
import type { Holder } from '../ledger/access.ts';
import { DutyFilters, DutyItem, listDuties } from '../projections/lists/duties.ts';
import type { Owing } from '../projections/lists/duty-rows.ts';
import {
  FindingTotalFilters,
  FindingTotalItem,
  listFindingTotals,
} from '../projections/lists/finding-totals.ts';
import { FindingFilters, FindingItem, listFindings } from '../projections/lists/findings.ts';
import { keptFilters, listKept } from '../projections/lists/kept.ts';
import { listOfficials, OfficialFilters, OfficialItem } from '../projections/lists/officials.ts';
import {
  listQuarantine,
  QuarantineFilters,
  QuarantineItem,
} from '../projections/lists/quarantine.ts';
import { registersByModel } from '../projections/registers-of.ts';
import { verdictOn } from '../projections/verdict.ts';
import { dutyColumns, findingColumns } from './csv-columns.ts';
import { lateRoutes } from './late-routes.ts';
import { listRoute } from './list-route.ts';
import type { RouteParts } from './parts.ts';
import { policies } from './policy.ts';
import { invalid } from './problem.ts';
import { ownAgency, ownOfficial } from './scope.ts';
import { staffingRoutes } from './staffing-routes.ts';
import { decodeAll } from './subject.ts';

export function listRoutes(app: FastifyInstance, parts: RouteParts): void {
  const { centres, log, ledger } = parts;

  listRoute(app, parts, {
    path: '/v1/duties',
    policy: policies['GET /v1/duties'],
    summary: 'Duties, the one that is due first before the others',
    description:
      'State, breached and late are strict (by the instant, nothing excused); customary (by date; returned, withdrawn and waiting excused) stands beside them, and differs=true lists the duties on which they differ. Without a state, those that are open, or late by either. What was kept or ended is judged again when it is asked for, so that a page of it may be short while there is a next one.',
    filters: DutyFilters.strict(),
    item: DutyItem,
    csv: dutyColumns,
    narrow: (holder, filters) => ownBearer(holder, knownRule(filters, centres)),
    list: (database, question) => {
      const kept = keptFilters(question.filters);
      if (kept === null) return listDuties(database, question, centres);
      return listKept(database, { ...question, filters: kept }, centres, (subject, upTo) => {
        const entriesOf = (stream: string) => {
          const stored = log.ofStream(stream).filter(({ index }) => index <= upTo);
          return decodeAll(stored, ledger.codec).entries;
        };
        const registers = registersByModel(database, entriesOf);
        return verdictOn(subject, historyOf(entriesOf(subject)), centres, registers).verdict.duties;
      });
    },
  });

  listRoute(app, parts, {
    path: '/v1/findings',
    policy: policies['GET /v1/findings'],
    summary: 'What was broken, the latest first',
    description:
      'By the strict convention (by the instant, nothing excused); each says whether it is broken by the customary one, too (by date; returned, withdrawn and waiting excused). differs=true lists the duties that are late by one of them and not by the other.',
    filters: FindingFilters.strict(),
    item: FindingItem,
    csv: findingColumns,
    narrow: (holder, filters) => ownBearer(holder, knownRule(filters, centres)),
    list: (database, question) => listFindings(database, question, centres),
  });

  listRoute(app, parts, {
    path: '/v1/finding-totals',
    policy: policies['GET /v1/finding-totals'],
    summary: 'How many findings there are, by rule, centre, bearer or state',
    description:
      'Findings are strict, as their list is. How many duties are late stands beside them under both conventions, strict and customary, and of each line which list shows those on which they differ.',
    filters: FindingTotalFilters.strict(),
    item: FindingTotalItem,
    narrow: (holder, filters) => ownBearer(holder, knownRule(filters, centres)),
    list: listFindingTotals,
  });

  listRoute(app, parts, {
    path: '/v1/official-months',
    policy: policies['GET /v1/official-months'],
    summary: 'Officials seen in steps',
    filters: OfficialFilters.strict(),
    item: OfficialItem,
    narrow: (holder, filters) => ({
      ...filters,
      official: ownOfficial(holder, filters.official),
    }),
    list: listOfficials,
  });

  listRoute(app, parts, {
    path: '/v1/quarantine',
    policy: policies['GET /v1/quarantine'],
    summary: 'What could not be shown: defects of the program',
    filters: QuarantineFilters.strict(),
    item: QuarantineItem,
    narrow: (_, filters) => filters,
    list: listQuarantine,
  });

  lateRoutes(app, parts);
  staffingRoutes(app, parts);
}

/** A rule that does not exist is a typing error, and not a rule that nobody broke. @throws ApiProblem */
function knownRule<
  Filters extends {
    readonly rule?: string | undefined;
    readonly lessenedRule?: string | undefined;
  },
>(filters: Filters, centres: Centres): Filters {
  const demands = [...centres.values()].flatMap((centre) => centre.demands);
  const keys = [...new Set(demands.map(({ rule }) => rule.key))];
  const known = { rule: [...keys, lessenedRule], lessenedRule: keys };
  for (const path of ['rule', 'lessenedRule'] as const) {
    const asked = filters[path];
    if (asked === undefined || known[path].includes(asked)) continue;
    throw invalid([
      { path, message: `there is no such rule; there are: ${known[path].join(', ')}` },
    ]);
  }
  return filters;
}

/** @throws ApiProblem for an official or an agency's officer who asks about another. */
function ownBearer<Filters extends Owing>(holder: Holder, filters: Filters): Filters {
  return {
    ...filters,
    bearer: ownAgency(holder, ownOfficial(holder, filters.bearer)),
    ...(filters.agency !== undefined && { agency: ownAgency(holder, filters.agency) }),
    ...(filters.official !== undefined && { official: ownOfficial(holder, filters.official) }),
  };
}
