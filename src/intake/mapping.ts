/** A mapping: which columns of a foreign file make which events. A declaration, in JSON; `compile.ts` makes it run. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { CentreCode } from '../domain/units.ts';
import { strictJson } from '../ledger/strict-json.ts';
import { dateFormats } from './dates.ts';
import { MappingRefused } from './refusal.ts';
import { zoneOf } from './zone.ts';

const Column = z.string().min(1).max(500);

/**
 * A value: exactly one of a constant, a column, or an object of values.
 *
 * Where a column is empty the value is `empty`, or else missing, and with it the object that it is part of; a field
 * whose value is missing is left out, and it is for the event to say whether it may be.
 */
export type Expression = {
  readonly const?: z.core.util.JSONType | undefined;
  readonly column?: string | undefined;
  readonly fields?: Readonly<Record<string, Expression>> | undefined;
  /** How the column is read: `code` puts the source before it, as in `wabo:case-1`. */
  readonly as?: 'text' | 'instant' | 'date' | 'number' | 'code' | undefined;
  readonly format?: (typeof dateFormats)[number] | undefined;
  /** The words of the source and ours. A word that is not in it makes the row bad. */
  readonly map?: Readonly<Record<string, z.core.util.JSONType>> | undefined;
  readonly empty?: z.core.util.JSONType | undefined;
};

const Format = z.enum(dateFormats, {
  error: `a date format is one of ${dateFormats.join(', ')}`,
});

const Expression: z.ZodType<Expression> = z.lazy(() =>
  z
    .strictObject({
      const: z.json().optional(),
      column: Column.optional(),
      fields: z.record(z.string().min(1), Expression).optional(),
      as: z.enum(['text', 'instant', 'date', 'number', 'code']).optional(),
      format: Format.optional(),
      map: z.record(z.string(), z.json()).optional(),
      empty: z.json().optional(),
    })
    .superRefine((expression, context) => {
      for (const message of misused(expression)) context.addIssue({ code: 'custom', message });
    }),
);

function* misused(expression: Expression): Generator<string> {
  const { column, as, format, map } = expression;
  const kinds = (['const', 'column', 'fields'] as const).filter(
    (kind) => expression[kind] !== undefined,
  );
  if (kinds.length !== 1) yield 'a value is exactly one of "const", "column" and "fields"';
  if (column === undefined && (as !== undefined || map !== undefined)) {
    yield '"as" and "map" say how a column is read, and there is none';
  }
  if (map !== undefined && as !== undefined) yield '"map" and "as" exclude each other';
  if (format !== undefined && as !== 'instant' && as !== 'date') {
    yield '"format" goes with "as": "instant" or "date"';
  }
}

const When = z
  .strictObject({ column: Column, is: z.array(z.string()).min(1).optional() })
  .describe('Only where the column is not empty, or is one of these words.');

const OccurredAt = z.strictObject({ column: Column, format: Format.default('iso') });

const PerCase = z.strictObject({
  event: z.string().min(1),
  id: z.string().min(1).max(100).optional().describe('Tells two events of one type apart.'),
  place: z.enum(['before', 'after']).default('before').describe('The rows of the case.'),
  when: When.optional(),
  occurredAt: OccurredAt,
  data: z.record(z.string(), Expression).default({}),
});

const PerRow = z.strictObject({
  event: z.string().min(1),
  id: z.strictObject({ column: Column }).optional().describe("The row's own id in its system."),
  when: When.optional(),
  occurredAt: OccurredAt,
  data: z.record(z.string(), Expression).default({}),
});

const Zone = z
  .string()
  .refine(isZone, 'a zone is a name of the IANA database, as Asia/Ho_Chi_Minh');

function isZone(name: string): boolean {
  try {
    return zoneOf(name) !== undefined;
  } catch {
    return false;
  }
}

const Mapping = z.strictObject({
  source: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{0,39}$/, 'a source is 1 to 40 of a-z, 0-9, "." and "-"')
    .describe('The system. Stands before its codes and in its keys, so it never changes.'),
  description: z.string().optional(),
  format: z
    .strictObject({
      kind: z.enum(['detect', 'csv', 'ndjson', 'xes']).default('detect'),
      delimiter: z
        .string()
        .regex(/^[^"\r\n]$/u, 'a delimiter is one character, not a quote or line break')
        .default(','),
    })
    .prefault({}),
  centre: CentreCode.describe('The centre whose regulation judges what is recorded.'),
  zone: Zone.describe('Where clock times and days without an offset are.'),
  actor: Expression.describe('Who recorded.'),
  case: Column.describe('The column that says which rows belong together.'),
  stream: z.strictObject({ category: z.string().min(1), code: Expression }),
  optionalColumns: z.array(Column).default([]),
  perCase: z.array(PerCase).default([]),
  perRow: z.array(PerRow).default([]),
});
export type Mapping = z.output<typeof Mapping>;

/** @throws MappingRefused naming every place that is wrong. */
export function parseMapping(value: unknown): Mapping {
  const parsed = Mapping.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new MappingRefused(
    parsed.error.issues.map(({ path, message }) => ({ place: placeOf(path), problem: message })),
  );
}

/** `perRow[0].data.step` */
export function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((part, at) => {
      if (typeof part === 'number') return `[${part}]`;
      return at === 0 ? String(part) : `.${String(part)}`;
    })
    .join('');
}

const shipped = join(import.meta.dirname, 'mappings');

/** The mappings that come with the program, by name. */
export async function shippedMappings(): Promise<string[]> {
  const files = await readdir(shipped);
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => basename(file, '.json'))
    .toSorted();
}

/** A shipped mapping by its name, such as `wabo-receipt`, or one from a file. @throws MappingRefused */
export async function loadMapping(nameOrFile: string): Promise<Mapping> {
  const names = await shippedMappings();
  const file = names.includes(nameOrFile) ? join(shipped, `${nameOrFile}.json`) : nameOrFile;
  const parsed = strictJson(await contentOf(file, names));
  if (parsed.ok) return parseMapping(parsed.value);
  throw new MappingRefused([{ place: '', problem: `${nameOrFile}: ${parsed.problem.message}` }]);
}

async function contentOf(file: string, names: readonly string[]): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const problem = `no mapping can be read from ${file} (${reason}); shipped are: ${names.join(', ')}`;
    throw new MappingRefused([{ place: '', problem }]);
  }
}
