/** Whether people were told of a version of a procedure: by the agency to the centre, and by posting it. */
import type { Instant } from '../../units.ts';
import type { AtCentre } from './state.ts';
import type { Version } from './versions.ts';

/**
 * When the agency told the centre of a version, and when that version was posted: the first time of
 * each. What names no version is about the one that is to come next, or that is in force; null: never.
 */
export function publishedOf(
  { told, postings, statements }: Pick<AtCentre, 'told' | 'postings' | 'statements'>,
  { version, from, at }: Pick<Version, 'version' | 'from' | 'at'>,
): { readonly toldAt: Instant | null; readonly postedAt: Instant | null } {
  const next = statements
    .map((one) => one.at)
    .filter((later) => later > at)
    .toSorted()[0];
  const toldOf = told.find((one) =>
    one.effective === null ? names(one.version, version) : one.effective === from,
  );
  const posted = postings.find((one) => {
    if (one.version !== null) return names(one.version, version);
    return one.since >= at && (next === undefined || one.since < next);
  });
  return { toldAt: toldOf?.at ?? null, postedAt: posted?.at ?? null };
}

function names(named: string | null, version: string | null): boolean {
  return named !== null && named === version;
}
