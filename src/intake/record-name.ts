/** What a row is about: the parts that name its record, checked as the record's family has them. */
import { z } from 'zod';
import type { Family } from '../domain/family.ts';
import { streamName } from '../domain/stream.ts';
import type { Remark } from './dates.ts';
import { type Compiling, compileExpression, type Evaluate, missing } from './expression.ts';
import type { RecordKind } from './mapping.ts';
import { checkValue } from './mapping-check.ts';
import type { Values } from './raw-record.ts';
import { RowRefused } from './refusal.ts';

/** Values remembered for one part. */
const rememberedMax = 2_000;

/**
 * The stream of a row.
 *
 * @param key of the family: its parts, in order, are exactly those that the mapping gives.
 */
export function compileStream(
  { category, parts }: RecordKind['stream'],
  key: Family['key'],
  place: string,
  compiling: Compiling,
): (values: Values, remark: Remark) => string {
  const names = Object.keys(key).join(', ');
  for (const name of Object.keys(parts)) {
    if (Object.hasOwn(key, name)) continue;
    const problem = `no part of its name; a ${category} is named by ${names}`;
    compiling.problems.push({ place: `${place}.parts.${name}`, problem });
  }
  const [first, ...others] = Object.entries(key).map(([name, schema]) => {
    const expression = parts[name];
    const at = `${place}.parts.${name}`;
    if (expression === undefined) {
      const problem = `"${name}" is missing: a ${category} is named by ${names}`;
      compiling.problems.push({ place: `${place}.parts`, problem });
      return () => '';
    }
    compiling.problems.push(...checkValue(expression, schema, at));
    return partOf(name, schema, compileExpression(expression, at, compiling));
  });
  if (first === undefined) throw new TypeError(`a ${category} is named by nothing`);
  return (values, remark) =>
    streamName(category, first(values, remark), ...others.map((part) => part(values, remark)));
}

function partOf(
  name: string,
  schema: z.ZodType<string>,
  evaluate: Evaluate,
): (values: Values, remark: Remark) => string {
  const remembered = new Map<unknown, string>();
  return (values, remark) => {
    const value = evaluate(values, remark);
    const known = remembered.get(value);
    if (known !== undefined) return known;
    if (value === missing) throw new RowRefused(`the ${name} of the record is not stated`);
    const parsed = z.safeParse(schema, value);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new RowRefused(`the ${name} of the record: ${issue?.message ?? 'not taken'}`);
    }
    if (remembered.size >= rememberedMax) remembered.clear();
    remembered.set(typeof value === 'string' ? Buffer.from(value).toString() : value, parsed.data);
    return parsed.data;
  };
}
