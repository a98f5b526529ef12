/** One event of a mapping: a function from a row to what is to be recorded. */
import type { Precision } from '../domain/entry.ts';
import type { Definition, Vocabulary } from '../domain/vocabulary.ts';
import type { columnsOf } from './columns.ts';
import { dataMaker, type MakeData } from './data.ts';
import { type Remark, readMoment } from './dates.ts';
import {
  type Compiling,
  compileExpression,
  type Evaluate,
  identifier,
  type Values,
} from './expression.ts';
import type { Mapping } from './mapping.ts';
import { checkData } from './mapping-check.ts';
import { RowRefused } from './refusal.ts';

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
  /** As its schema gives it out, in canonical JSON. */
  readonly data: string;
  /**
   * What tells it from the others of its type in its case: `case:…`, `id:` and the row's own id, or `row:` and what the
   * row states in the columns that the event is made of, in clear: whoever keeps it digests it under a key. Rows may be equal in the last.
   */
  readonly identity: string;
};

type Declared = Mapping['perCase'][number] | Mapping['perRow'][number];

export type Common = {
  readonly compiling: Compiling;
  readonly actor: (values: Values, remark: Remark) => string;
  /** The columns that the actor is read from. */
  readonly ofActor: ReadonlySet<number>;
  readonly vocabulary: Vocabulary;
};

export function compileTemplate(declared: Declared, place: string, common: Common): Template {
  const { compiling, actor, vocabulary } = common;
  const { event, occurredAt, when } = declared;
  const definition = Object.hasOwn(vocabulary, event) ? vocabulary[event] : undefined;
  if (definition === undefined) {
    compiling.problems.push({ place: `${place}.event`, problem: `there is no event ${event}` });
  } else {
    compiling.problems.push(...checkData(declared, definition, `${place}.data`));
  }
  const applies = when === undefined ? always : compileWhen(when, place, compiling);
  const happened = compiling.column(occurredAt.column, `${place}.occurredAt.column`);
  const makeData = compileData(declared, definition, place, compiling);
  const identity = `case:${'place' in declared ? (declared.id ?? '') : ''}`;
  return {
    type: event,
    applies,
    make(values, remark) {
      const text = values[happened] ?? '';
      if (text === '') throw new RowRefused(`${occurredAt.column} is empty`);
      const moment = momentIn(text, declared, compiling, remark);
      const data = makeData(values, remark);
      return { ...moment, actor: actor(values, remark), data, identity };
    },
  };
}

const always = () => true;

function compileWhen(
  { column, is }: NonNullable<Declared['when']>,
  place: string,
  compiling: Compiling,
): Template['applies'] {
  const at = compiling.column(column, `${place}.when.column`);
  if (is === undefined) return (values) => values[at] !== '';
  const words = new Set(is);
  return (values) => words.has(values[at] ?? '');
}

function momentIn(text: string, { occurredAt }: Declared, { zone }: Compiling, remark: Remark) {
  try {
    return readMoment(text, occurredAt.format, zone, (said) => {
      remark(`${occurredAt.column}: ${said}`);
    });
  } catch (error) {
    if (error instanceof RowRefused) throw new RowRefused(`${occurredAt.column}: ${error.message}`);
    throw error;
  }
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

/** The same, told from other rows by its own id, or where it has none by what it states. */
export function compileRowTemplate(
  declared: Mapping['perRow'][number],
  place: string,
  common: Common,
  columns: ReturnType<typeof columnsOf>,
): Template {
  const stated = new Set(common.ofActor);
  const template = columns.collecting(stated, () => compileTemplate(declared, place, common));
  const idAt = declared.id && columns.ask(declared.id.column, `${place}.id.column`);
  const inOrder = [...stated]
    .map((at) => ({ name: columns.nameOf(at), at }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));

  function identity(values: Values): string {
    const id = idAt === undefined ? '' : (values[idAt] ?? '');
    if (id !== '') return `id:${identifier(id, 'the id of the row').normalize('NFC')}`;
    return `row:${JSON.stringify(inOrder.map(({ name, at }) => [name, values[at]]))}`;
  }

  return {
    ...template,
    make: (values, remark) => ({ ...template.make(values, remark), identity: identity(values) }),
  };
}
