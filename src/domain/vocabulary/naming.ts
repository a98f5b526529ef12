/** Whom an event names: read off its schema, so that no field is forgotten. */
import { z } from 'zod';
import type { Definition } from '../vocabulary.ts';

/** The officials and agencies that an event names, by their codes. */
export type Named = {
  readonly officials: ReadonlySet<string>;
  readonly agencies: ReadonlySet<string>;
};

type Kind = 'official' | 'agency';

/** From the data down to a name; `null` stands for every item of a list. */
type Path = readonly (string | null)[];

type Place = { readonly kind: Kind; readonly path: Path };

const known = new WeakMap<Definition, readonly Place[]>();

/** Whom `data`, an event of `definition` in its latest version, names. */
export function namedIn(definition: Definition, data: Readonly<Record<string, unknown>>): Named {
  const officials = new Set<string>();
  const agencies = new Set<string>();
  for (const { kind, path } of placesOf(definition)) {
    const found = kind === 'official' ? officials : agencies;
    for (const name of at(data, path)) found.add(name);
  }
  return { officials, agencies };
}

function placesOf(definition: Definition): readonly Place[] {
  const before = known.get(definition);
  if (before !== undefined) return before;
  const places = [...placesIn(definition.latest, [])];
  known.set(definition, places);
  return places;
}

function* placesIn(schema: unknown, path: Path): Generator<Place> {
  if (!(schema instanceof z.ZodType)) return;
  const kind = schema.meta()?.['names'];
  if (kind === 'official' || kind === 'agency') {
    yield { kind, path };
  } else if (schema instanceof z.ZodObject) {
    for (const [name, field] of Object.entries(schema.shape)) {
      yield* placesIn(field, [...path, name]);
    }
  } else if (schema instanceof z.ZodArray) {
    yield* placesIn(schema.element, [...path, null]);
  } else if (schema instanceof z.ZodUnion) {
    for (const option of schema.options) yield* placesIn(option, path);
  } else if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  ) {
    yield* placesIn(schema.unwrap(), path);
  }
}

function* at(value: unknown, [step, ...rest]: Path): Generator<string> {
  if (step === undefined) {
    if (typeof value === 'string') yield value;
  } else if (step === null) {
    if (Array.isArray(value)) for (const item of value) yield* at(item, rest);
  } else if (typeof value === 'object' && value !== null && step in value) {
    yield* at(Object.entries(value).find(([name]) => name === step)?.[1], rest);
  }
}
