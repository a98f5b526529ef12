/** Records as a file has them, before anyone asks what they mean. */
import { MappingRefused } from './refusal.ts';

/** What a mapping reads: each column once, with the first place in the mapping that names it. */
export type Columns = {
  readonly names: readonly string[];
  readonly places: ReadonlyMap<string, string>;
  /** May be absent as a whole, and then read as empty. */
  readonly optional: ReadonlySet<string>;
};

/** A row's columns, by place. */
export type Values = readonly string[];

export type RawRecord = GoodRecord | BadRecord;

export type GoodRecord = {
  /** Of the file's text, from 1: where the record begins. */
  readonly line: number;
  /** One for each of `Columns.names`, in that order; empty where the record has none. */
  readonly values: Values;
  /** The file stops here without saying that the record is complete. */
  readonly unended?: true;
};

export type BadRecord = { readonly line: number; readonly bad: string };

/** Takes text as it comes, cut anywhere, and gives each record as soon as it is complete. */
export type RecordReader = {
  /** @throws FileRefused, MappingRefused */
  readonly push: (text: string) => RawRecord[];
  /** To be called once, when there is no more text. @throws FileRefused, MappingRefused */
  readonly end: () => RawRecord[];
};

/**
 * Characters of one record. A quote that nobody closed would otherwise take the rest of the file
 * into memory.
 */
export const recordMax = 1024 * 1024;

/** @throws MappingRefused if a column that the mapping needs is not among `present`. */
export function requireColumns(
  { names, places, optional }: Columns,
  present: { readonly has: (name: string) => boolean },
  remedy: string,
): void {
  const missing = names.filter((name) => !present.has(name) && !optional.has(name));
  if (missing.length === 0) return;
  throw new MappingRefused(
    missing.map((name) => ({
      place: places.get(name) ?? '',
      problem: `the file has no column ${JSON.stringify(name)}; ${remedy}`,
    })),
  );
}
