/** At which centre a record is kept. */
import type { AnyEvent, Entry } from '../entry.ts';
import { families } from '../families.ts';
import { homeOf } from '../family.ts';
import { categoryOf } from '../stream.ts';

/**
 * The centre whose regulation judges a subject: the one that keeps its record. Anybody may write first
 * about what is not theirs; so the first entry decides only where nothing that stands has opened it.
 */
export function centreOf(entries: readonly Entry<AnyEvent>[]): string | null {
  const [first] = entries;
  if (first === undefined) return null;
  const family = families.get(categoryOf(first.stream));
  return (family === undefined ? null : homeOf(family, entries)) ?? first.centre;
}
