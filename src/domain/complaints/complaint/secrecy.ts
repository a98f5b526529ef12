/**
 * Bí mật người tố cáo: who denounces is secret, and whoever is denounced does not read it.
 *
 * It holds for the whole record, whichever field tells something: a reply or a reason may name the
 * denouncer just as well.
 */
import type { AnyEvent } from '../../entry.ts';

/**
 * Whether the record of a complaint is to be kept as that of a denunciation.
 *
 * @param entries all of them, also those that were corrected or withdrawn: what was once entered as a
 *   denunciation, or turned out to be one, is not to be read in what stands before or after that.
 */
export function isSecret(entries: readonly AnyEvent[]): boolean {
  return entries.some(
    ({ type, data }) =>
      (type === 'ComplaintReceived' || type === 'ComplaintClassified') &&
      data['kind'] === 'denunciation',
  );
}

/** The officials whom a complaint accuses, by any of `entries`, those too that no longer stand. */
export function accusedIn(entries: readonly AnyEvent[]): ReadonlySet<string> {
  const named = entries.map(({ type, data }) => {
    const field = accusing[type];
    return field === undefined ? null : data[field];
  });
  return new Set(named.filter((official) => typeof official === 'string'));
}

/** The fields that name whoever did what is complained of. */
const accusing: Readonly<Record<string, string>> = {
  ComplaintReceived: 'againstOfficial',
  ComplaintExplanationAsked: 'official',
  ComplaintExplanationReceived: 'official',
};

/**
 * The fields that lead from a complaint to another record of whoever complains: their dossier and the
 * decision on it, their other complaints.
 */
export const leadingElsewhere: ReadonlySet<string> = new Set([
  'dossier',
  'decision',
  'earlier',
  'record',
  'elsewhere',
]);
