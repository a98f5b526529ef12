/**
 * A mapping made to run: its columns, and functions from a row to its case, stream and facts.
 *
 * All that can be known to be wrong without a file is refused here, with its place: events and fields that are not in the
 * vocabulary, fields that an event needs, constants that its schema does not take.
 */

import { streamName } from '../domain/stream.ts';
import { ActorId, type CentreCode } from '../domain/units.ts';
import type { Vocabulary } from '../domain/vocabulary.ts';
import { columnsOf } from './columns.ts';
import type { Remark } from './dates.ts';
import {
  type Compiling,
  compileExpression,
  identifier,
  missing,
  type Values,
} from './expression.ts';
import type { Mapping } from './mapping.ts';
import type { Columns } from './raw-record.ts';
import { type MappingProblem, MappingRefused, RowRefused } from './refusal.ts';
import { compileRowTemplate, compileTemplate, type Template } from './template.ts';
import { zoneOf } from './zone.ts';

/** The words of every record family, by the category of its streams. */
export type Words = ReadonlyMap<string, { readonly vocabulary: Vocabulary }>;

export type CompiledMapping = {
  readonly source: string;
  readonly centre: CentreCode;
  readonly format: Mapping['format'];
  readonly columns: Columns;
  readonly caseColumn: number;
  /** Columns that must be the same in all rows of a case, because events of the case are made of them. */
  readonly caseColumns: readonly number[];
  /** @throws RowRefused */
  readonly caseOf: (values: Values) => string;
  /** @throws RowRefused */
  readonly streamOf: (values: Values, remark: Remark) => string;
  readonly perCase: readonly (Template & { readonly place: 'before' | 'after' })[];
  readonly perRow: readonly Template[];
};

/** @throws MappingRefused naming every place that is wrong. */
export function compileMapping(mapping: Mapping, words: Words): CompiledMapping {
  const problems: MappingProblem[] = [];
  const columns = columnsOf(mapping);
  const zone = zoneOf(mapping.zone);
  const compiling = { source: mapping.source, zone, column: columns.ask, problems };

  const caseAt = columns.ask(mapping.case, 'case');
  const ofActor = new Set<number>();
  const actor = columns.collecting(ofActor, () => compileActor(mapping, compiling));
  const vocabulary = words.get(mapping.stream.category)?.vocabulary;
  if (vocabulary === undefined) {
    const known = [...words.keys()].join(', ');
    problems.push({ place: 'stream.category', problem: `no records are kept of that: ${known}` });
  }
  const common = { compiling, actor, ofActor, vocabulary: vocabulary ?? {} };
  const ofCase = new Set<number>();
  const streamOf = columns.collecting(ofCase, () => compileStream(mapping, compiling));
  const perCase = mapping.perCase.map((declared, at) => ({
    ...columns.collecting(ofCase, () => compileTemplate(declared, `perCase[${at}]`, common)),
    place: declared.place,
  }));
  const perRow = mapping.perRow.map((declared, at) =>
    compileRowTemplate(declared, `perRow[${at}]`, common, columns),
  );
  problems.push(...clashes(mapping));
  if (problems.length > 0) throw new MappingRefused(problems);

  return {
    source: mapping.source,
    centre: mapping.centre,
    format: mapping.format,
    columns: columns.all(),
    caseColumn: caseAt,
    caseColumns: [...ofCase],
    caseOf: (values) => caseIn(values[caseAt] ?? '', mapping.case),
    streamOf,
    perCase,
    perRow,
  };
}

type Actor = (values: Values, remark: Remark) => string;

function compileActor({ actor }: Mapping, compiling: Compiling): Actor {
  const evaluate = compileExpression(actor, 'actor', compiling);
  const checked = new Map<unknown, string>();
  if (actor.const !== undefined && !ActorId.safeParse(actor.const).success) {
    compiling.problems.push({ place: 'actor.const', problem: 'it does not name an actor' });
  }
  return (values, remark) => {
    const value = evaluate(values, remark);
    const known = checked.get(value);
    if (known !== undefined) return known;
    const parsed = ActorId.safeParse(value === missing ? '' : value);
    if (!parsed.success) throw new RowRefused('who recorded it is not stated');
    if (checked.size >= actorsMax) checked.clear();
    checked.set(value, parsed.data);
    return parsed.data;
  };
}

const actorsMax = 10_000;

function compileStream({ stream }: Mapping, compiling: Compiling) {
  const evaluate = compileExpression(stream.code, 'stream.code', compiling);
  return (values: Values, remark: Remark): string => {
    const code = evaluate(values, remark);
    if (typeof code !== 'string') throw new RowRefused('the code of the record is not stated');
    return streamName(stream.category, identifier(code, 'the code of the record'));
  };
}

function caseIn(text: string, column: string): string {
  return identifier(text.normalize('NFC'), column);
}

function* clashes({ perCase, perRow }: Mapping): Generator<MappingProblem> {
  if (perCase.length + perRow.length === 0) {
    yield { place: '', problem: 'neither "perCase" nor "perRow" makes an event' };
  }
  for (const [at, { event, id }] of perCase.entries()) {
    const first = perCase.findIndex((other) => other.event === event && other.id === id);
    if (first === at) continue;
    const problem = `perCase[${first}] makes the same event: give each an "id" of its own`;
    yield { place: `perCase[${at}].id`, problem };
  }
}
