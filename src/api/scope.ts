/** What a token may see and write, beside what its role lets it do. */
import type { AnyEvent, Entry } from '../domain/entry.ts';
import type { Holder } from '../ledger/access.ts';
import { ApiProblem } from './problem.ts';

export function isFor({ centres }: Holder, centre: string): boolean {
  return centres === null || centres.includes(centre);
}

/** Fields of an event that name an official, and those that name an agency. */
const officialFields = ['official', 'receiver', 'giver', 'by'];
const agencyFields = [
  'unit',
  'solvingUnit',
  'receivingUnit',
  'authorityCode',
  'from',
  'to',
  'carrier',
  'courier',
];

/**
 * Holds a reader to one record, of which there is at least one entry.
 *
 * @throws ApiProblem if it is another centre's, or, for an official or an agency's officer, if no
 *   entry names them.
 */
export function checkMayRead(holder: Holder, entries: readonly Entry<AnyEvent>[]): void {
  const centre = entries[0]?.centre;
  if (centre !== undefined && !isFor(holder, centre)) throw new ApiProblem('access/other-centre');
  if (holder.role === 'official' && !names(entries, officialFields, holder.official)) {
    throw new ApiProblem('access/not-yours');
  }
  if (holder.role === 'agency-officer' && !names(entries, agencyFields, holder.agency)) {
    throw new ApiProblem('access/not-yours');
  }
}

function names(
  entries: readonly Entry<AnyEvent>[],
  fields: readonly string[],
  code: string | null,
): boolean {
  return code !== null && entries.some(({ data }) => fields.some((name) => data[name] === code));
}
