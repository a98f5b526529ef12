/** Values of a mapping, compiled once into functions that run for every row. */
import { instantAt } from '../domain/units.ts';
import { type Remark, readDay, readMoment } from './dates.ts';
import type { Expression, Mapping } from './mapping.ts';
import { type MappingProblem, RowRefused, shown } from './refusal.ts';
import type { Zone } from './zone.ts';

/** A row's columns, by place. */
export type Values = readonly string[];

/** No value: the column is empty. */
export const missing = Symbol('missing');

/** @throws RowRefused */
export type Evaluate = (values: Values, remark: Remark) => unknown;

/** What expressions of one mapping share while they are compiled. */
export type Compiling = {
  readonly source: Mapping['source'];
  readonly zone: Zone;
  /** Place of a column among the values of a row; asks for it to be read. */
  readonly column: (name: string, place: string) => number;
  readonly problems: MappingProblem[];
};

/** @param place in the mapping, for messages. */
export function compileExpression(
  expression: Expression,
  place: string,
  compiling: Compiling,
): Evaluate {
  const evaluate = compileKind(expression, place, compiling);
  const { empty } = expression;
  if (empty === undefined) return evaluate;
  return (values, remark) => {
    const value = evaluate(values, remark);
    return value === missing ? empty : value;
  };
}

function compileKind(expression: Expression, place: string, compiling: Compiling): Evaluate {
  const { column, fields } = expression;
  if (column !== undefined) return compileColumn(column, expression, place, compiling);
  if (fields !== undefined) return compileFields(fields, place, compiling);
  const constant = expression.const;
  return () => constant;
}

function compileFields(
  fields: Readonly<Record<string, Expression>>,
  place: string,
  compiling: Compiling,
): Evaluate {
  const parts = Object.entries(fields).map(
    ([name, part]) =>
      [name, compileExpression(part, `${place}.fields.${name}`, compiling)] as const,
  );
  return (values, remark) => {
    const object: Record<string, unknown> = {};
    for (const [name, evaluate] of parts) {
      const value = evaluate(values, remark);
      if (value === missing) return missing;
      object[name] = value;
    }
    return object;
  };
}

function compileColumn(
  column: string,
  expression: Expression,
  place: string,
  compiling: Compiling,
): Evaluate {
  const at = compiling.column(column, `${place}.column`);
  const read = compileReading(expression, compiling);
  return (values, remark) => {
    const text = values[at] ?? '';
    if (text === '') return missing;
    try {
      return read(text, remark);
    } catch (error) {
      if (error instanceof RowRefused) throw new RowRefused(`${column}: ${error.message}`);
      throw error;
    }
  };
}

function compileReading(
  { as = 'text', format = 'iso', map }: Expression,
  { source, zone }: Compiling,
): (text: string, remark: Remark) => unknown {
  if (map !== undefined) return mapped(new Map(Object.entries(map)));
  if (as === 'code') return (text) => `${source}:${text}`;
  if (as === 'date') return (text) => readDay(text, format);
  if (as === 'number') return numberOf;
  if (as === 'text') return (text) => text;
  return (text, remark) => {
    const { at, precision } = readMoment(text, format, zone, remark);
    if (precision === 'instant') return instantAt(at);
    throw new RowRefused(`${shown(text)} has no time of day: read it "as": "date"`);
  };
}

function mapped(words: ReadonlyMap<string, unknown>): (text: string) => unknown {
  return (text) => {
    const value = words.get(text);
    if (value !== undefined) return value;
    throw new RowRefused(`${JSON.stringify(text.slice(0, 40))} is not in the map of the mapping`);
  };
}

/** Up to 15 digits, which a double keeps. No grouping: `1.500` may be either. */
function numberOf(text: string): number {
  const isKept = /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 15;
  if (!isKept) throw new RowRefused(`${shown(text)} is not a plain number of up to 15 digits`);
  return Number(text) + 0; // minus zero is zero
}

/** `text`, if it can name something. @throws RowRefused naming `what` is wrong. */
export function identifier(text: string, what: string): string {
  if (!/\S/.test(text)) throw new RowRefused(`${what} is empty`);
  if (text.length > 200) throw new RowRefused(`${what} is longer than 200 characters`);
  if (/\p{Cc}/u.test(text)) throw new RowRefused(`${what} has a control character`);
  return text;
}
