/** The names of records as requests state them: one record, one name. */
import { z } from 'zod';
import { families } from '../domain/families.ts';
import type { Family, KeyValues } from '../domain/family.ts';
import { partsOf, streamName } from '../domain/stream.ts';
import { categoryOf } from '../ledger/event-store.ts';

/** @throws TypeError for a key without parts, which no family has. */
export function streamFor({ category, key }: Family, values: KeyValues): string {
  const [first, ...rest] = Object.keys(key).map((name) => values[name] ?? '');
  if (first === undefined) throw new TypeError(`the records of ${category} have no key`);
  return streamName(category, first, ...rest);
}

/**
 * The record that a client names by its stream. A part can be written in several ways (`%2D` and `%2d`,
 * composed and decomposed letters): the stream returned is the one that is on record, as the address of
 * the record has it.
 *
 * @returns null where no family has such a record.
 */
export function recordNamed(
  stated: string,
): { readonly family: Family; readonly stream: string } | null {
  const family = families.get(categoryOf(stated));
  const parts = family && partsOf(stated, Object.keys(family.key));
  if (family === undefined || !parts) return null;
  const values = z.object(family.key).safeParse(parts);
  if (!values.success) return null;
  return { family, stream: streamFor(family, Keys.parse(values.data)) };
}

const Keys = z.record(z.string(), z.string());
