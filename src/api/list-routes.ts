/** Lists: what the read models show, now or as of the past, a page at a time. */
import type { FastifyInstance } from 'fastify';
import type { Centres } from '../domain/regulations/centre.ts';
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
import { decodeAll } from './subject.ts';

export function listRoutes(app: FastifyInstance, parts: RouteParts): void {
  const { centres, log, ledger } = parts;

  listRoute(app, parts, {
    path: '/v1/duties',
    policy: policies['GET /v1/duties'],
    summary: 'Duties, the one that is due first before the others',
    description:
      'Without a state, those that are open or broken. What was kept or ended is judged again when it is asked for, so that a page of it may be short while there is a next one.',
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
        return verdictOn(subject, entriesOf(subject), centres, registers).verdict.duties;
      });
    },
  });

  listRoute(app, parts, {
    path: '/v1/findings',
    policy: policies['GET /v1/findings'],
    summary: 'What was broken, the latest first',
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
      'Strict, as the list of findings is: by the due time as it stood when it passed. How many of them are late also by the due time as it was corrected or moved, stands beside it.',
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
}

/** A rule that does not exist is a typing error, and not a rule that nobody broke. @throws ApiProblem */
function knownRule<Filters extends { readonly rule?: string | undefined }>(
  filters: Filters,
  centres: Centres,
): Filters {
  if (filters.rule === undefined || filters.rule === lessenedRule) return filters;
  const demands = [...centres.values()].flatMap((centre) => centre.demands);
  const keys = [...new Set(demands.map(({ rule }) => rule.key))];
  if (keys.includes(filters.rule)) return filters;
  const message = `there is no such rule; there are: ${[...keys, lessenedRule].join(', ')}`;
  throw invalid([{ path: 'rule', message }]);
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
