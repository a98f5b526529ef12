/**
 * What a vocabulary is: the events of one record family, each defined once.
 *
 * The schema is the definition. The type in the program, the check at the door, the golden files
 * and the public documentation are all made from it.
 */
import type { z } from 'zod';

export type Vocabulary = Readonly<Record<string, Definition>>;

/** Data of an event in an older version, brought to the shape of the next one. Pure and total. */
export type Upcast = (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

export type Definition<Latest extends z.ZodObject = z.ZodObject> = {
  /** The event as people read it, in Vietnamese and in English. */
  readonly label: { readonly vi: string; readonly en: string };
  /** The version that is proposed and written: the last. Every version is an object of fields. */
  readonly latest: Latest;
  /** `upcasts[n]` brings version n + 1 to version n + 2. An old version is read for ever and written never. */
  readonly upcasts: readonly Upcast[];
  /** A believable example of the data, in OpenAPI and in the golden file. */
  readonly example: z.input<Latest>;
};

export function event<Latest extends z.ZodObject>(
  vi: string,
  en: string,
  latest: Latest,
  example: z.input<Latest>,
  upcasts: readonly Upcast[] = [],
): Definition<Latest> {
  return { label: { vi, en }, latest, upcasts, example };
}

/** The version that is written now. */
export function versionOf({ upcasts }: Definition): number {
  return upcasts.length + 1;
}

/** What the streams of a family are named by after the category, in order: each part with its schema. */
export type Key = Readonly<Record<string, z.ZodType<string>>>;

/** Any event of a vocabulary, as the rest of the program sees it. */
export type EventOf<Words extends Vocabulary> = {
  [Type in keyof Words & string]: {
    readonly type: Type;
    readonly data: Readonly<z.output<Words[Type]['latest']>>;
  };
}[keyof Words & string];
