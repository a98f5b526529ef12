/** The components of the OpenAPI document: those that are used, under the names that people know. */
import { z } from 'zod';
import { factExamples } from './proposal.ts';

type Schemas = Readonly<Record<string, unknown>>;

const prefix = '#/components/schemas/';

/**
 * The text of a document whose components were made twice each, as they are sent (`XInput`) and as
 * they are answered (`X`): only those that are used are left, and `XInput` is `X` where that is free.
 */
export function tidied(from: unknown, schemas: Schemas): { paths: unknown; schemas: Schemas } {
  const paths = withExamples(withProblems(from), schemas);
  const used = reachable(paths, schemas);
  const names = new Map(
    [...used].map((name) => {
      const short = name.replace(/Input$/, '');
      return [name, used.has(short) ? name : short];
    }),
  );
  const renamed = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value).replaceAll(
        /"#\/components\/schemas\/([^"]+)"/g,
        (_, name: string) => `"${prefix}${names.get(name) ?? name}"`,
      ),
      withoutSafeBounds,
    );
  const kept = [...names].map(([name, short]) => [
    short,
    withExample(renamed(schemas[name]), factExamples.get(short)),
  ]);
  return { paths: renamed(paths), schemas: Object.fromEntries(kept) };
}

/** That a number is one that a double holds is said of all of them, and would only fill the pages. */
function withoutSafeBounds(name: string, value: unknown): unknown {
  const isBound = name === 'minimum' || name === 'maximum';
  return isBound && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER ? undefined : value;
}

const Paths = z.record(
  z.string(),
  z.record(
    z.string(),
    z.looseObject({
      responses: z.record(z.string(), z.unknown()),
      requestBody: z
        .looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.unknown() })) })
        .optional(),
    }),
  ),
);
type Paths = z.output<typeof Paths>;

/** Every operation may answer a problem. */
function withProblems(from: unknown): Paths {
  const paths = Paths.parse(from);
  for (const operation of Object.values(paths).flatMap((path) => Object.values(path))) {
    operation.responses['default'] = anyProblem;
  }
  return paths;
}

/** What is posted to a record is of many types: a fact of each, by its name, receptions of dossiers before all others. */
function withExamples(paths: Paths, schemas: Schemas): Paths {
  for (const [path, { post }] of Object.entries(paths)) {
    if (!path.endsWith('/events')) continue;
    for (const content of Object.values(post?.requestBody?.content ?? {})) {
      const types = [...reachable(content.schema, schemas)]
        .map((name) => name.replace(/Input$/, ''))
        .filter((name) => factExamples.has(name))
        .toSorted((a, b) => Number(b === mostPosted) - Number(a === mostPosted));
      content['examples'] = Object.fromEntries(
        types.map((type) => [type, { summary: type, value: factExamples.get(type) }]),
      );
    }
  }
  return paths;
}

const mostPosted = 'DossierReceived';

const anyProblem = {
  description: 'What is wrong, and what to do. /problems lists every code.',
  content: { 'application/problem+json': { schema: { $ref: `${prefix}Problem` } } },
};

/** The names of the components that `from` refers to, and those that they refer to. */
function reachable(from: unknown, schemas: Schemas): Set<string> {
  const found = new Set<string>();
  const waiting: unknown[] = [from];
  while (waiting.length > 0) {
    for (const name of referencesIn(waiting.pop())) {
      if (found.has(name)) continue;
      found.add(name);
      waiting.push(schemas[name] ?? {});
    }
  }
  return found;
}

function referencesIn(value: unknown): string[] {
  const matches = JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g);
  return [...matches].map(([, name = '']) => name);
}

/** What is read is not what is sent, so the examples of what is sent are lost on the way, and added here. */
function withExample(schema: unknown, example: unknown): unknown {
  if (example === undefined || typeof schema !== 'object') return schema;
  return { ...schema, examples: [example] };
}
