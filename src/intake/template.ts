/** One event of a mapping: a function from a row to what is to be recorded. */
import type { Precision } from '../domain/entry.ts';
import type { Definition, Vocabulary } from '../domain/vocabulary.ts';
import type { columnsOf } from './columns.ts';
import { dataMaker, type MakeData } from './data.ts';
import { type Moment, type Remark, readMoment } from './dates.ts';
import {
  type Compiling,
  compileExpression,
  compileText,
  type Evaluate,
  identifier,
  missing,
  naming,
} from './expression.ts';
import type { RecordKind } from './mapping.ts';
import { checkData } from './mapping-check.ts';
import type { OccurredAt } from './mapping-values.ts';
import type { Values } from './raw-record.ts';
import { RowRefused } from './refusal.ts';
import { compileWhen } from './when.ts';

export type Template = {
  readonly type: string;
  readonly applies: (values: Values) => boolean;
  /** @throws RowRefused */
  readonly make: (values: Values, remark: Remark) => Made;
};

export type Made = {
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly precision: Precision;
  readonly actor: string;
  readonly centre: string;
  /** Empty: none. */
  readonly correlation: string;
  /** As its schema gives it out, in canonical JSON. */
  readonly data: string;
  /**
   * What tells it from the others of its type in its case: `case:…`, `id:` and the row's own id, or `row:` and what the
   * row states in the columns that the event is made of and no file lacks, in clear: whoever keeps it digests it under a key.
   * Rows may be equal in the last.
   */
  readonly identity: string;
};

type Declared = RecordKind['perCase'][number] | RecordKind['perRow'][number];

/** What every fact of a mapping says of itself in the same way. */
export type Stating = {
  /** @throws RowRefused */
  readonly of: (values: Values, remark: Remark) => Pick<Made, 'actor' | 'centre' | 'correlation'>;
  /** The columns that it is read from. */
  readonly columns: ReadonlySet<number>;
};

export type Common = {
  readonly compiling: Compiling;
  readonly stating: Stating;
  readonly vocabulary: Vocabulary;
};

export function compileTemplate(declared: Declared, place: string, common: Common): Template {
  const { compiling, stating, vocabulary } = common;
  const { event, when } = declared;
  const definition = Object.hasOwn(vocabulary, event) ? vocabulary[event] : undefined;
  if (definition === undefined) {
    compiling.problems.push({ place: `${place}.event`, problem: `there is no event ${event}` });
  } else {
    compiling.problems.push(...checkData(declared, definition, `${place}.data`));
  }
  const applies = compileWhen(when, `${place}.when`, compiling);
  const momentIn = compileMoment(declared.occurredAt, `${place}.occurredAt`, compiling);
  const makeData = compileData(declared, definition, place, compiling);
  const identity = `case:${'place' in declared ? (declared.id ?? '') : ''}`;
  return {
    type: event,
    applies,
    make(values, remark) {
      const { at, precision } = momentIn(values, remark);
      const data = makeData(values, remark);
      return { ...stating.of(values, remark), at, precision, data, identity };
    },
  };
}

function compileMoment(
  { first, ...one }: OccurredAt,
  place: string,
  compiling: Compiling,
): (values: Values, remark: Remark) => Moment {
  const sources = (first ?? [one]).flatMap(({ format, ...source }, at) => {
    const text = compileText(
      source,
      first === undefined ? place : `${place}.first[${at}]`,
      compiling,
    );
    return text === null ? [] : [{ ...text, format }];
  });
  return (values, remark) => {
    for (const { name, of, format } of sources) {
      const text = of(values);
      if (text === '') continue;
      const said: Remark = (what) => remark(`${name}: ${what}`);
      return naming(name, () => readMoment(text, format, compiling.zone, said));
    }
    throw new RowRefused(`${sources.map(({ name }) => name).join(', ')} is empty`);
  };
}

function compileData(
  { data, event }: Declared,
  definition: Definition | undefined,
  place: string,
  compiling: Compiling,
): MakeData {
  const fields = new Map(
    Object.entries(data).map(([name, part]): readonly [string, Evaluate] => [
      name,
      compileExpression(part, `${place}.data.${name}`, compiling),
    ]),
  );
  return definition === undefined ? () => '{}' : dataMaker(event, definition, fields);
}

/**
 * The same, told from other rows by its own id, or where it has none by what it states in the columns
 * that every file has: what one export lacks and the next one has is news of the same row.
 */
export function compileRowTemplate(
  declared: RecordKind['perRow'][number],
  place: string,
  common: Common,
  columns: ReturnType<typeof columnsOf>,
): Template {
  const stated = new Set(common.stating.columns);
  const template = columns.collecting(stated, () => compileTemplate(declared, place, common));
  const ownId = declared.id && compileExpression(declared.id, `${place}.id`, common.compiling);
  const name = declared.name === undefined ? '' : `${declared.name}:`;
  const all = [...stated].map((at) => ({ name: columns.nameOf(at), at }));
  const always = all.filter((column) => !columns.mayLack(column.name));
  const telling = always.length > 0 ? always : all;
  const inOrder = telling.toSorted((a, b) => (a.name < b.name ? -1 : 1));

  function identity(values: Values, remark: Remark): string {
    const id = ownId?.(values, remark) ?? missing;
    if (id !== missing) {
      return `id:${name}${identifier(id, 'the id of the row').normalize('NFC')}`;
    }
    return `row:${name}${JSON.stringify(inOrder.map((column) => [column.name, values[column.at]]))}`;
  }

  return {
    ...template,
    make: (values, remark) => ({
      ...template.make(values, remark),
      identity: identity(values, remark),
    }),
  };
}
