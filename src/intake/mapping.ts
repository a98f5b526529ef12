/** A mapping: which columns of a foreign file make which events. A declaration, in JSON; `compile.ts` makes it run. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { strictJson } from '../ledger/strict-json.ts';
import { Column, Expression, OccurredAt, strict, When } from './mapping-values.ts';
import { type MappingProblem, MappingRefused } from './refusal.ts';
import { zoneOf } from './zone.ts';

const PerCase = strict({
  event: z.string().min(1),
  id: z.string().min(1).max(100).optional().describe('Tells two events of one type apart.'),
  place: z.enum(['before', 'after']).default('before').describe('The rows of the case.'),
  when: When.optional(),
  occurredAt: OccurredAt,
  data: z.record(z.string(), Expression).default({}),
});

const PerRow = strict({
  event: z.string().min(1),
  name: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('Tells two events of one type apart that a row makes.'),
  id: Expression.optional().describe("The row's own id in its system."),
  when: When.optional(),
  occurredAt: OccurredAt,
  data: z.record(z.string(), Expression).default({}),
});

/** What one kind of record is made of. */
const recordKind = {
  case: Column.optional().describe('The column that says which rows belong together.'),
  stream: strict({
    category: z.string().min(1),
    parts: z.record(z.string(), Expression).describe('What the record is named by.'),
  }),
  perCase: z.array(PerCase).default([]),
  perRow: z.array(PerRow).default([]),
};

const RecordKind = strict({ when: When.optional(), ...recordKind });
export type RecordKind = z.output<typeof RecordKind>;

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

const common = {
  source: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{0,39}$/, 'a source is 1 to 40 of a-z, 0-9, "." and "-"')
    .describe('The system. Stands before its codes and in its keys, so it never changes.'),
  description: z.string().optional(),
  format: strict({
    kind: z.enum(['detect', 'csv', 'ndjson', 'xes']).default('detect'),
    delimiter: z
      .string()
      .regex(
        /^([^"\r\n]|detect)$/u,
        'a delimiter is one character, not a quote or line break; or "detect"',
      )
      .default(','),
  }).prefault({}),
  centre: z
    .preprocess((value) => (typeof value === 'string' ? { const: value } : value), Expression)
    .describe('The centre whose regulation judges what is recorded.'),
  zone: Zone.describe('Where clock times and days without an offset are.'),
  actor: Expression.describe('Who recorded.'),
  correlation: Expression.optional().describe('The business that several entries are part of.'),
  backfill: z
    .boolean()
    .default(false)
    .describe('The catch-up of an outage, from paper: the outage is named with the file.'),
  unmatched: z
    .enum(['skipped', 'refused'])
    .default('skipped')
    .describe('What becomes of a row that makes no event.'),
  optionalColumns: z.array(Column).default([]),
  asks: z
    .record(
      z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'a name is 1 to 40 of a-z, 0-9 and "-"'),
      z.string(),
    )
    .default({})
    .describe('Values that the file does not hold and that are given with it, and what each is.'),
};

/** One kind of record stands in the mapping itself; of several each is one of its `records`. */
const Mapping = strict({
  ...common,
  ...recordKind,
  stream: recordKind.stream.optional(),
  records: z.array(RecordKind).min(1).optional(),
}).superRefine(({ stream, records, case: column, perCase, perRow }, context) => {
  if ((stream === undefined) === (records === undefined)) {
    context.addIssue({ code: 'custom', message: 'it has either a "stream" or "records"' });
  } else if (
    records !== undefined &&
    (column !== undefined || perCase.length + perRow.length > 0)
  ) {
    const message = '"case", "perCase" and "perRow" stand in each of its "records"';
    context.addIssue({ code: 'custom', message });
  }
});
type Declared = z.output<typeof Mapping>;

export type Mapping = z.output<z.ZodObject<typeof common>> & {
  /** With the place of each in the mapping: empty where it is the mapping itself. */
  readonly records: readonly (RecordKind & { readonly at: string })[];
  /** What is given with the file, under the names that the mapping asks for. */
  readonly given: Readonly<Record<string, string>>;
  /** What is wrong with it already: `compileMapping` refuses it with them, and with what it finds itself. */
  readonly problems: readonly MappingProblem[];
};

/**
 * What a mapping declares. Members that there are not are left out and named in its `problems`, so that what is
 * wrong with the others is found in the same go.
 *
 * @throws MappingRefused naming every place that is wrong.
 */
export function parseMapping(value: unknown): Mapping {
  const parsed = Mapping.safeParse(value);
  if (parsed.success) return declared(parsed.data, []);
  const { issues } = parsed.error;
  const rest = structuredClone(value);
  for (const issue of issues) if (issue.code === 'unrecognized_keys') leaveOut(rest, issue);
  const again = Mapping.safeParse(rest);
  const problems = new Map(
    [...issues, ...(again.error?.issues ?? [])].map(({ path, message }) => {
      const place = placeOf(path);
      return [`${place} ${message}`, { place, problem: message }] as const;
    }),
  );
  if (again.success) return declared(again.data, [...problems.values()]);
  throw new MappingRefused([...problems.values()]);
}

function declared(data: Declared, problems: readonly MappingProblem[]): Mapping {
  return { ...data, records: recordsOf(data), given: {}, problems };
}

function leaveOut(
  value: unknown,
  { path, keys }: Readonly<Pick<z.core.$ZodIssueUnrecognizedKeys, 'path' | 'keys'>>,
) {
  let at = value;
  for (const part of path) {
    if (typeof at !== 'object' || at === null) return;
    at = Reflect.get(at, part);
  }
  if (typeof at !== 'object' || at === null) return;
  for (const key of keys) Reflect.deleteProperty(at, key);
}

function recordsOf({
  records,
  stream,
  case: column,
  perCase,
  perRow,
}: Declared): Mapping['records'] {
  if (stream !== undefined) return [{ case: column, stream, perCase, perRow, at: '' }];
  return (records ?? []).map((one, at) => ({ ...one, at: `records[${at}].` }));
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
export function shippedMappings(): string[] {
  return readdirSync(shipped)
    .filter((file) => file.endsWith('.json'))
    .map((file) => basename(file, '.json'))
    .toSorted();
}

/** What is said with a file: a shipped mapping cannot know whose it is. */
export type SaidWithFile = {
  /** In place of what the mapping says. */
  readonly centre?: string | undefined;
  readonly given?: Mapping['given'] | undefined;
};

/** A shipped mapping by its name, such as `wabo-receipt`, or one from a file. @throws MappingRefused */
export async function loadMapping(
  nameOrFile: string,
  { centre, given = {} }: SaidWithFile = {},
): Promise<Mapping> {
  const names = shippedMappings();
  const file = names.includes(nameOrFile) ? join(shipped, `${nameOrFile}.json`) : nameOrFile;
  const parsed = strictJson(await contentOf(file, names));
  if (!parsed.ok) {
    const problem = parsed.problem.message.replaceAll(/\bthe body\b/g, 'the file'); // it was not sent
    throw new MappingRefused([{ place: '', problem: `${nameOrFile}: ${problem}` }]);
  }
  const mapping = { ...parseMapping(parsed.value), given };
  return centre === undefined ? mapping : { ...mapping, centre: { const: centre } };
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
