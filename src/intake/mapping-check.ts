/** Whether the values of a mapping fit the event or the record that they are for, as far as it can be known without a file. */
import { z } from 'zod';
import type { Definition } from '../domain/vocabulary.ts';
import type { Expression } from './mapping-values.ts';
import type { MappingProblem } from './refusal.ts';

export function checkData(
  { event, data }: { readonly event: string; readonly data: Readonly<Record<string, Expression>> },
  { latest }: Definition,
  place: string,
): Generator<MappingProblem> {
  return checkMembers(data, latest.shape, event, place);
}

type Members = Readonly<Record<string, Expression>>;

/** @param what the members are of, for messages. */
function* checkMembers(
  members: Members,
  shape: Readonly<Record<string, z.core.$ZodType>>,
  what: string,
  place: string,
): Generator<MappingProblem> {
  for (const [name, schema] of Object.entries(shape)) {
    if (members[name] !== undefined || z.safeParse(schema, undefined).success) continue;
    yield { place, problem: `${what} needs "${name}"` };
  }
  for (const [name, expression] of Object.entries(members)) {
    const schema = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (schema !== undefined) {
      yield* checkValue(expression, schema, `${place}.${name}`);
      continue;
    }
    const known = Object.keys(shape).join(', ');
    yield { place: `${place}.${name}`, problem: `${what} has no such field; it has ${known}` };
  }
}

/** What the expression can yield whatever the file says, held against the schema that is to take it. */
export function* checkValue(
  expression: Expression,
  schema: z.core.$ZodType,
  place: string,
): Generator<MappingProblem> {
  for (const [part, value] of fixedValues(expression)) {
    const parsed = z.safeParse(schema, value);
    if (parsed.success) continue;
    const problem = parsed.error.issues[0]?.message ?? 'it is not taken';
    yield { place: `${place}.${part}`, problem };
  }
  const { fields, list, first } = expression;
  for (const [at, one] of (first ?? []).entries()) {
    yield* checkValue(one, schema, `${place}.first[${at}]`);
  }
  if (fields !== undefined) yield* checkObject(fields, schema, place);
  if (list !== undefined) yield* checkList(list, schema, place);
}

function* fixedValues(expression: Expression): Generator<readonly [part: string, value: unknown]> {
  if (expression.const !== undefined) yield ['const', expression.const];
  if (expression.empty !== undefined) yield ['empty', expression.empty];
  for (const [word, value] of Object.entries(expression.map ?? {})) yield [`map.${word}`, value];
}

/** Of a schema with several shapes, one must take them: what is wrong with the nearest is told. */
function* checkObject(
  fields: Members,
  schema: z.core.$ZodType,
  place: string,
): Generator<MappingProblem> {
  const shapes = shapesOf(schema).filter((shape) => shape instanceof z.ZodObject);
  const [nearest] = shapes
    .map(({ shape }) => [...checkMembers(fields, shape, 'this', `${place}.fields`)])
    .toSorted((a, b) => a.length - b.length);
  if (nearest === undefined) yield { place: `${place}.fields`, problem: 'no object is taken here' };
  else yield* nearest;
}

function* checkList(
  list: readonly Expression[],
  schema: z.core.$ZodType,
  place: string,
): Generator<MappingProblem> {
  const array = shapesOf(schema).find((shape) => shape instanceof z.ZodArray);
  if (array === undefined) {
    yield { place: `${place}.list`, problem: 'no list is taken here' };
    return;
  }
  for (const [at, item] of list.entries()) {
    yield* checkValue(item, array.element, `${place}.list[${at}]`);
  }
}

/** What a schema may take, without what is around it. */
function shapesOf(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(shapesOf);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  ) {
    return shapesOf(schema.unwrap());
  }
  return schema instanceof z.ZodPipe ? shapesOf(schema.in) : [schema];
}
