/**
 * What may be posted: any event of a vocabulary in its latest version, with what is stated about it.
 *
 * The schema of an event is the vocabulary's, except that a personal field takes only what may be told.
 */
import { z } from 'zod';
import { families } from '../domain/families.ts';
import type { Family } from '../domain/family.ts';
import { Told } from '../domain/personal.ts';
import { ActorId, CalendarDate, CentreCode, EventId, Instant } from '../domain/units.ts';
import type { Definition } from '../domain/vocabulary.ts';
import { personalFields } from '../ledger/personal.ts';
import { ApiProblem, type FieldError, invalid } from './problem.ts';

/** Facts of one request. */
export const factsMax = 20;

/** To the instant, or a day alone. */
const When = z
  .string()
  .transform((text, context) => {
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
    const parsed = isDay ? CalendarDate.safeParse(text) : Instant.safeParse(text);
    if (parsed.success) return isDay ? { on: parsed.data } : { at: parsed.data };
    for (const { message } of parsed.error.issues) context.addIssue({ code: 'custom', message });
    return z.NEVER;
  })
  .meta({
    description:
      'When it happened: a time with its offset from UTC, or a date alone (2026-03-02), which says that only the day is known.',
    examples: ['2026-03-02T08:00:00+07:00', '2026-03-02'],
  });

const RecordedVia = z
  .discriminatedUnion(
    'mode',
    [
      z.strictObject({ mode: z.literal('live') }),
      z.strictObject({
        mode: z.literal('backfill'),
        outage: z.string().min(1).max(200).describe('The declared outage.'),
      }),
    ],
    { error: 'this is live, or backfill with its outage; an import goes through the command line' },
  )
  .default({ mode: 'live' });

const stated = {
  occurredAt: When,
  precision: z.enum(['instant', 'day']).optional().describe('Follows from occurredAt.'),
  centre: CentreCode.optional().describe(
    'Left out: where the record is kept; in its first entry, the one centre that the token is for.',
  ),
  actor: ActorId.optional().describe('Left out: the holder of the token. Only a service may say.'),
  recordedVia: RecordedVia,
  corrects: EventId.nullable().default(null).describe('The entry in whose place this one stands.'),
  causation: EventId.nullable().default(null).describe('The event that led to this one.'),
  correlation: z.string().min(1).max(200).nullable().default(null),
};

type Stated = z.output<z.ZodObject<typeof stated>>;

/** A fact as it was posted, checked. */
export type PostedFact = Omit<Stated, 'occurredAt'> & {
  readonly occurredAt: { readonly at: Instant } | { readonly on: CalendarDate };
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/** What may be posted to the records of one family. */
export type Postable = {
  /** The schema of a posted fact, by its type. */
  readonly schemas: ReadonlyMap<string, z.ZodType>;
  /** For the documentation: the door reads one type at a time, which says better what is wrong. */
  readonly body: z.ZodType;
};

/** Made once for each family: its schemas are named components of the documentation. */
const made = new Map<string, Postable>();

export function postableOf({ category, vocabulary }: Family): Postable {
  const before = made.get(category);
  if (before !== undefined) return before;
  const schemas = new Map(
    Object.entries(vocabulary).map(([type, definition]) => [type, factOf(type, definition)]),
  );
  const postable = { schemas, body: bodyOf([...schemas.values()]) };
  made.set(category, postable);
  return postable;
}

/** A believable fact of each type. */
export const factExamples: ReadonlyMap<string, unknown> = new Map(
  [...families.values()].flatMap(({ vocabulary }) =>
    Object.entries(vocabulary).map(([type, { example }]): [string, unknown] => [
      type,
      { type, occurredAt: '2026-03-02T08:00:00+07:00', data: example },
    ]),
  ),
);

const shared = new Map<Definition, ReturnType<typeof makeFact>>();

/** The word that every family has is one component, and not one for each. */
function factOf(type: string, definition: Definition) {
  const fact = shared.get(definition) ?? makeFact(type, definition);
  shared.set(definition, fact);
  return fact;
}

function makeFact(type: string, { label, latest }: Definition) {
  return z.strictObject({ type: z.literal(type), ...stated, data: toldOf(latest) }).meta({
    id: type,
    title: label.en,
    description: `${label.vi} / ${label.en}`,
  });
}

/** The data of an event as a client tells it: nothing is sealed yet. */
function toldOf(latest: z.ZodObject): z.ZodObject {
  const told = personalFields(latest).map((name) => {
    const field = latest.shape[name];
    const description = z.globalRegistry.get(field as z.ZodType)?.description;
    const what = description ?? z.globalRegistry.get(unwrapped(field))?.description ?? '';
    const schema = Told.meta({ description: what });
    return [name, field instanceof z.ZodOptional ? schema.optional() : schema];
  });
  return told.length === 0 ? latest : latest.safeExtend(Object.fromEntries(told));
}

function unwrapped(field: unknown): z.ZodType {
  return (field instanceof z.ZodOptional ? field.unwrap() : field) as z.ZodType;
}

const ExpectedRevision = z
  .int()
  .min(-1)
  .optional()
  .describe('The revision that you have read; -1: that there is nothing yet.');

function bodyOf(schemas: readonly ReturnType<typeof factOf>[]): z.ZodType {
  const [first, ...others] = schemas;
  if (first === undefined) throw new TypeError('a family has at least one word');
  const fact = z.discriminatedUnion('type', [first, ...others]);
  return z.union([
    fact,
    z.strictObject({
      events: z.array(fact).min(1).max(factsMax).describe('All of them are recorded, or none.'),
      expectedRevision: ExpectedRevision,
    }),
  ]);
}

/** Several facts of one record, each read by the schema of its type later. */
export const FactsOnly = z.strictObject({
  events: z.array(z.unknown()).min(1).max(factsMax),
  expectedRevision: ExpectedRevision,
});
const One = z.looseObject({ expectedRevision: ExpectedRevision });

export type PostedFacts = {
  readonly facts: readonly PostedFact[];
  readonly expectedRevision: number | null;
};

/**
 * The facts in a body that is JSON: one, or several under `events`.
 *
 * @throws ApiProblem saying of which fact, where, and what is expected there.
 */
export function factsIn(body: unknown, family: Family): PostedFacts {
  const { schemas } = postableOf(family);
  if (body === undefined || body === null) throw new ApiProblem('body/missing');
  const isSeveral = typeof body === 'object' && 'events' in body;
  if (isSeveral) {
    const { events, expectedRevision = null } = parse(FactsOnly, body, '');
    const facts = events.map((fact, at) => factIn(fact, schemas, `/events/${at}`, at));
    return { facts, expectedRevision };
  }
  const { expectedRevision = null, ...fact } = parse(One, body, '');
  return { facts: [factIn(fact, schemas, '', 0)], expectedRevision };
}

function factIn(
  value: unknown,
  schemas: Postable['schemas'],
  path: string,
  at: number,
): PostedFact {
  const type =
    typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  const schema = typeof type === 'string' ? schemas.get(type) : undefined;
  if (typeof type === 'string' && schema === undefined) {
    throw unknownEvent(type, [...schemas.keys()], at);
  }
  const Typed = schema ?? z.looseObject({ type: z.string('the type of the event is missing') });
  return parse(Typed, value, path, at) as PostedFact; // of the schema of its type
}

/** What a body says. @throws ApiProblem saying where it is not of its form. */
export function inBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  if (body === undefined || body === null) throw new ApiProblem('body/missing');
  return parse(schema, body, '');
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  path: string,
  at?: number,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalid(
    parsed.error.issues.flatMap((issue) => errorsOf(issue, path)),
    at,
  );
}

/** Of a union whose branches all failed, what the likeliest of them says. */
function errorsOf(issue: z.core.$ZodIssue, path: string): FieldError[] {
  const here = path + issue.path.map((part) => `/${escaped(String(part))}`).join('');
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) {
    return [{ path: here, message: issue.message }];
  }
  const [likeliest = []] = issue.errors.toSorted((a, b) => depth(b) - depth(a));
  return likeliest.flatMap((inner) => errorsOf(inner, here));
}

/** How far a branch of a union got before it failed: a wrong field is nearer than another kind of value. */
function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(...issues.map((issue) => issue.path.length)) - issues.length / 100;
}

/** As in a JSON Pointer, RFC 6901. */
function escaped(part: string): string {
  return part.slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1');
}

function unknownEvent(type: string, types: readonly string[], at: number): ApiProblem {
  const near = types.find((known) => folded(known) === folded(type)) ?? nearest(type, types);
  const hint = near === undefined ? 'They are listed under "known".' : `Did you mean ${near}?`;
  const detail = `There is no event of that type. ${hint}`;
  return new ApiProblem('request/unknown-event', { detail, at, known: types });
}

function folded(type: string): string {
  return type.toLowerCase().replaceAll(/[^a-z]/g, '');
}

/** The known type with the longest common beginning, if that is worth a word. */
function nearest(type: string, types: readonly string[]): string | undefined {
  const common = (known: string) => {
    let length = 0;
    while (length < type.length && known[length] === type[length]) length += 1;
    return length;
  };
  const [best] = types.toSorted((a, b) => common(b) - common(a));
  return best !== undefined && common(best) >= 8 ? best : undefined;
}
