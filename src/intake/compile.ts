/**
 * A mapping made to run: its columns, and functions from a row to its case, stream and facts.
 *
 * All that can be known to be wrong without a file is refused here, with its place: events and fields that are not in the
 * vocabulary, fields that an event needs, parts that name no record, constants that a schema does not take.
 */
import type { Family } from '../domain/family.ts';
import { columnsOf } from './columns.ts';
import type { Remark } from './dates.ts';
import { type Compiling, identifier } from './expression.ts';
import type { Mapping } from './mapping.ts';
import type { Columns, Values } from './raw-record.ts';
import { compileStream } from './record-name.ts';
import { type MappingProblem, MappingRefused } from './refusal.ts';
import { type Centres, compileStating } from './stating.ts';
import { compileRowTemplate, compileTemplate, type Stating, type Template } from './template.ts';
import { compileWhen, exclude } from './when.ts';
import { zoneOf } from './zone.ts';

/** The words of every record family, and what its records are named by, by category. */
export type Words = ReadonlyMap<string, Pick<Family, 'vocabulary' | 'key'>>;

export type CompiledMapping = {
  readonly source: string;
  readonly format: Mapping['format'];
  readonly backfill: boolean;
  readonly columns: Columns;
  readonly records: readonly CompiledRecord[];
  /** A row that makes no event is refused, and not only passed over. */
  readonly refusesUnmatched: boolean;
};

/** One kind of record that rows are about. */
export type CompiledRecord = {
  readonly applies: (values: Values) => boolean;
  /** Columns that tell its cases apart. */
  readonly keyColumns: readonly number[];
  /** Columns that must be the same in all rows of a case, because events of the case are made of them. */
  readonly caseColumns: readonly number[];
  /** @throws RowRefused */
  readonly caseOf: (values: Values, remark: Remark) => string;
  /** @throws RowRefused */
  readonly streamOf: (values: Values, remark: Remark) => string;
  readonly perCase: readonly (Template & { readonly place: 'before' | 'after' })[];
  readonly perRow: readonly Template[];
};

/**
 * @param centres of the ledger; left out where it is not known yet which there are.
 * @throws MappingRefused naming every place that is wrong.
 */
export function compileMapping(
  mapping: Mapping,
  words: Words,
  centres: Centres | null = null,
): CompiledMapping {
  const problems: MappingProblem[] = [...mapping.problems];
  const columns = columnsOf(mapping);
  const zone = zoneOf(mapping.zone);
  const { source, asks, given } = mapping;
  const base = { source, zone, column: columns.ask, problems, asks, given };
  const { stating, centre } = compileStating(mapping, base, columns, centres);
  const compiling = { ...base, centre };
  const records = mapping.records.map((record) =>
    compileRecord(record, words, compiling, stating, columns),
  );
  problems.push(...clashes(mapping));
  if (problems.length > 0) throw new MappingRefused(problems);
  return {
    source,
    format: mapping.format,
    backfill: mapping.backfill,
    columns: columns.all(),
    records,
    refusesUnmatched: mapping.unmatched === 'refused',
  };
}

type Record = Mapping['records'][number];

function compileRecord(
  { at, when, stream, case: column, ...record }: Record,
  words: Words,
  compiling: Compiling,
  stating: Stating,
  columns: ReturnType<typeof columnsOf>,
): CompiledRecord {
  const family = words.get(stream.category);
  if (family === undefined) {
    const known = [...words.keys()].join(', ');
    const problem = `no records are kept of that: ${known}`;
    compiling.problems.push({ place: `${at}stream.category`, problem });
  }
  const { vocabulary = {}, key } = family ?? {};
  const common = { compiling, stating, vocabulary };
  const caseAt = column === undefined ? null : columns.ask(column, `${at}case`);
  const applies = compileWhen(when, `${at}when`, compiling);
  const ofStream = new Set<number>();
  const streamOf = columns.collecting(ofStream, () =>
    key === undefined ? () => '' : compileStream(stream, key, `${at}stream`, compiling),
  );
  // Where a column tells the cases apart, every row of a case must name the same record.
  const ofCase = new Set(caseAt === null ? [] : ofStream);
  const perCase = record.perCase.map((declared, place) => ({
    ...columns.collecting(ofCase, () =>
      compileTemplate(declared, `${at}perCase[${place}]`, common),
    ),
    place: declared.place,
  }));
  const perRow = record.perRow.map((declared, place) =>
    compileRowTemplate(declared, `${at}perRow[${place}]`, common, columns),
  );
  return {
    applies,
    keyColumns: caseAt === null ? [...ofStream.union(stating.columns)] : [caseAt],
    caseColumns: [...ofCase],
    caseOf: caseAt === null ? streamOf : (values) => caseIn(values[caseAt] ?? '', column ?? ''),
    streamOf,
    perCase,
    perRow,
  };
}

function caseIn(text: string, column: string): string {
  return identifier(text.normalize('NFC'), column);
}

function* clashes({ records, asks, given }: Mapping): Generator<MappingProblem> {
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(asks, name)) continue;
    yield { place: 'asks', problem: `${name} is given, and the mapping does not ask for it` };
  }
  for (const { at, perCase, perRow } of records) {
    if (perCase.length + perRow.length === 0) {
      yield { place: at.slice(0, -1), problem: 'neither "perCase" nor "perRow" makes an event' };
    }
    for (const [place, { event, id, when }] of perCase.entries()) {
      const first = perCase.findIndex(
        (other, before) =>
          before < place && other.event === event && other.id === id && !exclude(other.when, when),
      );
      if (first === -1) continue;
      const problem = `${at}perCase[${first}] makes the same event: give each an "id" of its own, or a "when" that no row of the other meets`;
      yield { place: `${at}perCase[${place}].id`, problem };
    }
  }
  for (const [at, { stream }] of records.entries()) {
    const first = records.findIndex((other) => other.stream.category === stream.category);
    if (first === at) continue;
    const problem = `records[${first}] is about the same: put the events of a category into one of the "records"`;
    yield { place: `records[${at}].stream.category`, problem };
  }
}
