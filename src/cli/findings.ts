/** `motcua findings`: what is broken, by which article, and which events prove it. */
import { findingColumns } from '../api/csv-columns.ts';
import type { Config } from '../config.ts';
import { FindingFilters, type FindingItem, listFindings } from '../projections/lists/findings.ts';
import { type ListOptions, printList } from './list-command.ts';
import { checkRule, shownDuration, shownLateness, shownTime } from './listing.ts';

export type FindingOptions = ListOptions<FindingFilters>;

export function findingsCommand(config: Config, options: FindingOptions): void {
  printList(config, options, {
    filters: FindingFilters.strict(),
    check({ rule, lessenedRule }, centres) {
      checkRule(rule, centres);
      checkRule(lessenedRule, centres);
    },
    read: ({ database, question, centres }) => listFindings(database, question, centres),
    columns: findingColumns,
    linesOf,
    noun: options.differs === true ? 'findings' : 'findings by the strict convention',
  });
}

/** When, where, what and who; then the proof. */
export function linesOf(found: FindingItem): string[] {
  const late = found.due === null ? '' : shownLateness(found.late, found.customary.breached);
  const who =
    found.bearer === null ? '' : `  ${found.bearer.kind} ${found.bearer.code ?? '(not named)'}`;
  const from = found.inheritedFrom === null ? '' : ` (inherited from ${found.inheritedFrom})`;
  return [
    `${shownTime(found.at)}  ${found.rule}  ${found.dossier ?? found.subject}  ${found.state}${late}${who}${from}`,
    ...(found.detail === null ? [] : [`    ${found.detail}`]),
    ...(found.lessened === null ? [] : [`    ${lessenedLine(found.lessened)}`]),
    `    ${found.citation}; proved by ${found.evidence.join(', ') || 'nothing that is on record'}`,
  ];
}

/** What the detail does not tell: how it stood, and in working time. */
function lessenedLine({ by, entry, before, after }: NonNullable<FindingItem['lessened']>): string {
  return `by ${by} in ${entry}: before ${standing(before)}; after ${standing(after)}`;
}

function standing({ state, late, acts }: NonNullable<FindingItem['lessened']>['before']): string {
  if (acts !== null) return `${acts.breaches} breaches`;
  return `${state ?? 'no such duty'}${late === null ? '' : `, late by ${shownDuration(late)}`}`;
}
