/** Whether the fields of a mapping fit the event that they are to make, as far as it can be known without a file. */
import { z } from 'zod';
import type { Definition } from '../domain/vocabulary.ts';
import type { Expression } from './mapping.ts';
import type { MappingProblem } from './refusal.ts';

export function* checkData(
  { event, data }: { readonly event: string; readonly data: Readonly<Record<string, Expression>> },
  { latest }: Definition,
  place: string,
): Generator<MappingProblem> {
  for (const [name, schema] of Object.entries(latest.shape)) {
    if (data[name] !== undefined || z.safeParse(schema, undefined).success) continue;
    yield { place, problem: `${event} needs "${name}"` };
  }
  for (const [name, expression] of Object.entries(data)) {
    const schema = Object.hasOwn(latest.shape, name) ? latest.shape[name] : undefined;
    if (schema === undefined) {
      const known = Object.keys(latest.shape).join(', ');
      yield { place: `${place}.${name}`, problem: `${event} has no such field; it has ${known}` };
      continue;
    }
    for (const [part, value] of fixedValues(expression)) {
      const parsed = z.safeParse(schema, value);
      if (parsed.success) continue;
      const problem = parsed.error.issues[0]?.message ?? 'the event does not take it';
      yield { place: `${place}.${name}.${part}`, problem };
    }
  }
}

/** What the expression can yield whatever the file says. */
function* fixedValues(expression: Expression): Generator<readonly [part: string, value: unknown]> {
  if (expression.const !== undefined) yield ['const', expression.const];
  if (expression.empty !== undefined) yield ['empty', expression.empty];
  for (const [word, value] of Object.entries(expression.map ?? {})) yield [`map.${word}`, value];
}
