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
    ...whatLines(found),
    `    ${found.citation}; proved by ${found.evidence.join(', ') || 'nothing that is on record'}`,
  ];
}

/** Of a lessening the fields alone: its detail is the same in a sentence, and the time is that of the finding. */
function whatLines({ detail, lessened }: FindingItem): string[] {
  if (lessened !== null) return [`    ${lessenedLine(lessened)}`];
  return detail === null ? [] : [`    ${detail}`];
}

type Lessened = NonNullable<FindingItem['lessened']>;
type Standing = Lessened['before'];

function lessenedLine({ rule, by, entry, before, after }: Lessened): string {
  const isOwedByAnother = ownerOf(before) !== ownerOf(after) && after.bearer !== null;
  const said = (one: Standing) =>
    `${standing(one)}${isOwedByAnother ? `, owed by ${ownerOf(one)}` : ''}`;
  return `${rule}: ${said(before)} before, and ${said(after)} after ${entry} by ${by}`;
}

function standing({ state, late, acts }: Standing): string {
  if (acts !== null) {
    const [breaches, events] = [counted(acts.breaches, 'breach'), counted(acts.events, 'event')];
    return acts.breaches === 0 ? 'no breach' : `${breaches} proved by ${events}`;
  }
  return `${state ?? 'no such duty'}${late === null ? '' : ` by ${shownDuration(late)}`}`;
}

function ownerOf({ bearer }: Standing): string {
  return `${bearer?.kind ?? 'nobody'} ${bearer?.code ?? '(not named)'}`;
}

function counted(count: number, noun: 'breach' | 'event'): string {
  if (count === 1) return `1 ${noun}`;
  return `${count} ${noun === 'breach' ? 'breaches' : 'events'}`;
}
