/** `motcua findings`: what is broken, by which article, and which events prove it. */
import { findingColumns } from '../api/csv-columns.ts';
import type { Config } from '../config.ts';
import { instantAt } from '../domain/units.ts';
import { centresIn } from '../main.ts';
import { FindingFilters, type FindingItem, listFindings } from '../projections/lists/findings.ts';
import { limitMax } from '../projections/lists/paging.ts';
import {
  checkCentre,
  checkRule,
  duration,
  filtersIn,
  limitIn,
  printCsv,
  shownTime,
} from './listing.ts';
import { printResult } from './output.ts';
import { presentModel } from './present-model.ts';

export type FindingOptions = Partial<Record<keyof FindingFilters, string>> & {
  readonly limit: string;
  readonly csv: boolean;
  readonly json: boolean;
};

export function findingsCommand(config: Config, options: FindingOptions): void {
  const { limit, csv, json, ...asked } = options;
  const count = limitIn(limit);
  const centres = centresIn(config);
  const filters = filtersIn(FindingFilters.strict(), asked);
  checkRule(filters.rule, centres);
  checkCentre(filters.centre, centres);
  using model = presentModel(config);
  const at = instantAt(Date.now());
  const question = { filters, limit: count, cursor: null, centres: null, at };
  if (csv) {
    const all = { ...question, limit: limitMax, isUncounted: true };
    printCsv(findingColumns, (cursor) => listFindings(model.database, { ...all, cursor }, centres));
    return;
  }
  const { items, total, position } = listFindings(model.database, question, centres);
  printResult(json, { items, total, position, at }, () => [
    ...items.flatMap(linesOf),
    `${items.length} of ${total} findings, as of event ${position}`,
  ]);
}

/** When, where, what and who; then the proof. */
export function linesOf(found: FindingItem): string[] {
  const late = found.late === null ? '' : `, late by ${duration(found.late.clockMinutes)}`;
  const who =
    found.bearer === null ? '' : `  ${found.bearer.kind} ${found.bearer.code ?? '(not named)'}`;
  return [
    `${shownTime(found.at)}  ${found.rule}  ${found.dossier ?? found.subject}  ${found.state}${late}${who}`,
    ...(found.detail === null ? [] : [`    ${found.detail}`]),
    `    ${found.citation}; proved by ${found.evidence.join(', ') || 'nothing that is on record'}`,
  ];
}
