/**
 * What a list leaves out, whatever it was when the list asks: by what is on record now. A complaint that
 * turned out to be a denunciation is one also as of the past.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Holder } from '../ledger/access.ts';
import { denunciations, denunciationsOf } from '../projections/lists/denunciations.ts';

/**
 * The streams of the records that no list shows to `holder`: denunciations of themselves; of an agency's
 * officer, all denunciations.
 *
 * @param hidesAll no denunciation is on the list, whoever asks.
 */
export function withheldFrom(
  { role, official }: Holder,
  hidesAll: boolean,
  now: DatabaseSync,
): readonly string[] {
  if (hidesAll || role === 'agency-officer') return denunciations(now);
  return official === null ? [] : denunciationsOf(now, official);
}
