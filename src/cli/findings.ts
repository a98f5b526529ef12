/** `motcua findings`: what is broken, by which article, and which events prove it. */
import type { Config } from '../config.ts';
import { instantAt } from '../domain/units.ts';
import { centresIn } from '../main.ts';
import { FindingFilters, type FindingItem, listFindings } from '../projections/lists/findings.ts';
import { limitMax } from '../projections/lists/paging.ts';
import { CommandFailed, exit } from './exit.ts';
import { printResult } from './output.ts';
import { presentModel } from './present-model.ts';

type Options = {
  readonly rule?: string;
  readonly centre?: string;
  readonly limit: string;
  readonly json: boolean;
};

export function findingsCommand(config: Config, { rule, centre, limit, json }: Options): void {
  const count = Number(limit);
  if (!(Number.isSafeInteger(count) && count >= 1 && count <= limitMax)) {
    throw new CommandFailed(
      exit.usage,
      `--limit is a whole number from 1 to ${limitMax}, not ${limit}`,
    );
  }
  const centres = centresIn(config);
  const rules = new Set(
    [...centres.values()].flatMap(({ demands }) => demands.map((one) => one.rule.key)),
  );
  if (rule !== undefined && !rules.has(rule) && rule !== 'breach-lessened') {
    throw new CommandFailed(
      exit.usage,
      `no rule ${rule}; there are: ${[...rules].join(', ')}, breach-lessened`,
    );
  }
  using model = presentModel(config);
  const filters = FindingFilters.parse({ rule, centre });
  const at = instantAt(Date.now());
  const question = { filters, limit: count, cursor: null, centres: null, at };
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
    `${found.at}  ${found.rule}  ${found.dossier ?? found.subject}  ${found.state}${late}${who}`,
    ...(found.detail === null ? [] : [`    ${found.detail}`]),
    `    ${found.citation}; proved by ${found.evidence.join(', ') || 'nothing that is on record'}`,
  ];
}

/** `3 d 4 h 5 min`: by the clock. */
function duration(minutes: number): string {
  const [days, hours] = [Math.floor(minutes / (24 * 60)), Math.floor(minutes / 60) % 24];
  return [
    ...(days > 0 ? [`${days} d`] : []),
    ...(hours > 0 ? [`${hours} h`] : []),
    `${minutes % 60} min`,
  ].join(' ');
}
