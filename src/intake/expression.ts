/** Values of a mapping, compiled once into functions that run for every row. */
import { instantAt } from '../domain/units.ts';
import { type Remark, readDate, readDay, readMoment, readMonth, readYear } from './dates.ts';
import { type Expression, isDateFormat, isMonthFormat, isNumberFormat } from './mapping-values.ts';
import { readNumber } from './numbers.ts';
import type { Values } from './raw-record.ts';
import { type MappingProblem, RowRefused, shown } from './refusal.ts';
import { compileTextTemplate } from './text-template.ts';
import { foldedWord } from './words.ts';
import type { Zone } from './zone.ts';

/** No value: the column is empty. */
export const missing = Symbol('missing');

/** @throws RowRefused */
export type Evaluate = (values: Values, remark: Remark) => unknown;

/** What expressions of one mapping share while they are compiled. */
export type Compiling = {
  readonly source: string;
  readonly zone: Zone;
  /** Place of a column among the values of a row; asks for it to be read. */
  readonly column: (name: string, place: string) => number;
  readonly problems: MappingProblem[];
  /** The centre of a row; null while that itself is compiled. */
  readonly centre: Evaluate | null;
  readonly asks: Readonly<Record<string, string>>;
  readonly given: Readonly<Record<string, string>>;
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
  const { fields, list, first, from } = expression;
  if (fields !== undefined) {
    return compileFields(fields, new Set(expression.optional), place, compiling);
  }
  const several = (name: string, items: readonly Expression[]) =>
    items.map((item, at) => compileExpression(item, `${place}.${name}[${at}]`, compiling));
  if (list !== undefined) return listOf(several('list', list));
  if (first !== undefined) return firstOf(several('first', first));
  if (from !== undefined) return knownFrom(from, `${place}.from`, compiling);
  const text = compileText(expression, place, compiling);
  if (text !== null) return compileReading(expression, text, place, compiling);
  const constant = expression.const;
  return () => constant;
}

function compileFields(
  fields: Readonly<Record<string, Expression>>,
  optional: ReadonlySet<string>,
  place: string,
  compiling: Compiling,
): Evaluate {
  const parts = Object.entries(fields).map(([name, part]) => ({
    name,
    evaluate: compileExpression(part, `${place}.fields.${name}`, compiling),
    mayLack: optional.has(name),
  }));
  return (values, remark) => {
    const object: Record<string, unknown> = {};
    for (const { name, evaluate, mayLack } of parts) {
      const value = evaluate(values, remark);
      if (value !== missing) object[name] = value;
      else if (!mayLack) return missing;
    }
    return object;
  };
}

function listOf(items: readonly Evaluate[]): Evaluate {
  return (values, remark) => {
    const present = items
      .map((evaluate) => evaluate(values, remark))
      .filter((value) => value !== missing);
    return present.length === 0 ? missing : present;
  };
}

function firstOf(items: readonly Evaluate[]): Evaluate {
  return (values, remark) => {
    for (const evaluate of items) {
      const value = evaluate(values, remark);
      if (value !== missing) return value;
    }
    return missing;
  };
}

function knownFrom(
  name: string,
  place: string,
  { centre, asks, given, problems }: Compiling,
): Evaluate {
  if (name === 'centre' && centre !== null) return centre;
  const value = Object.hasOwn(given, name) ? given[name] : undefined;
  if (value !== undefined && value.trim() !== '') return () => value;
  const ask = Object.hasOwn(asks, name) ? asks[name] : undefined;
  const problem =
    ask === undefined
      ? `the mapping "asks" for nothing of that name`
      : `it must be given with the file, as --given ${name}=VALUE: ${ask}`;
  problems.push({ place, problem });
  return () => missing;
}

/** A text of a row, empty where it has none, and what it is called in messages. */
export type TextOf = { readonly name: string; readonly of: (values: Values) => string };

/** Null where neither a column nor a template is named. */
export function compileText(
  {
    column,
    template,
  }: { readonly column?: string | undefined; readonly template?: string | undefined },
  place: string,
  compiling: Compiling,
): TextOf | null {
  if (column !== undefined) {
    const at = compiling.column(column, `${place}.column`);
    return { name: column, of: (values) => values[at] ?? '' };
  }
  if (template === undefined) return null;
  const of = compileTextTemplate(template, (name) => compiling.column(name, `${place}.template`));
  return { name: template, of };
}

function compileReading(
  expression: Expression,
  { name, of }: TextOf,
  place: string,
  compiling: Compiling,
): Evaluate {
  const read = readingOf(expression, place, compiling);
  return (values, remark) => {
    const text = of(values);
    return text === '' ? missing : naming(name, () => read(text, remark));
  };
}

/** What `read` gives; a refusal says which column it is about. @throws RowRefused */
export function naming<Result>(column: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof RowRefused) throw new RowRefused(`${column}: ${error.message}`);
    throw error;
  }
}

type Read = (text: string, remark: Remark) => unknown;

function readingOf(
  { as = 'text', format = 'iso', decimals, map }: Expression,
  place: string,
  { source, zone, problems }: Compiling,
): Read {
  if (map !== undefined) return mapped(map, place, problems);
  if (as === 'text') return (text) => text;
  if (as === 'code') return (text) => `${source}:${text}`;
  if (as === 'number') {
    const written = isNumberFormat(format) ? format : '1234.5';
    return (text) => readNumber(text, written, decimals ?? null);
  }
  const ofMonth = isMonthFormat(format) || isDateFormat(format) ? format : 'iso';
  if (as === 'month') return (text) => readMonth(text, ofMonth, zone);
  if (as === 'year') return (text) => readYear(text, ofMonth, zone);
  const ofDay = isDateFormat(format) ? format : 'iso';
  if (as === 'date') return (text) => readDate(text, ofDay);
  if (as === 'day') return (text) => readDay(text, ofDay, zone);
  return (text, remark) => {
    const { at, precision } = readMoment(text, ofDay, zone, remark);
    if (precision === 'instant') return instantAt(at);
    throw new RowRefused(`${shown(text)} has no time of day: read it "as": "date"`);
  };
}

/** Words that come again and again are folded once. */
const foldedMax = 2_000;

function mapped(
  map: Readonly<Record<string, unknown>>,
  place: string,
  problems: MappingProblem[],
): Read {
  const words = new Map<string, unknown>();
  for (const [word, value] of Object.entries(map)) {
    if (words.has(foldedWord(word))) {
      problems.push({
        place: `${place}.map.${word}`,
        problem: 'another word of the map is the same',
      });
    }
    words.set(foldedWord(word), value);
  }
  const known = new Map<string, unknown>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = words.get(foldedWord(text));
    if (value === undefined) {
      const what = JSON.stringify(text.slice(0, 40));
      throw new RowRefused(`${what} is not in the map of the mapping`);
    }
    if (known.size < foldedMax) known.set(Buffer.from(text).toString(), value);
    return value;
  };
}

/** `text`, if it can name something. @throws RowRefused naming `what` is wrong. */
export function identifier(text: unknown, what: string): string {
  if (typeof text !== 'string') throw new RowRefused(`${what} is not a text`);
  if (!/\S/.test(text)) throw new RowRefused(`${what} is empty`);
  if (text.length > 200) throw new RowRefused(`${what} is longer than 200 characters`);
  if (/\p{Cc}/u.test(text)) throw new RowRefused(`${what} has a control character`);
  return text;
}
