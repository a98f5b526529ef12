/** What a token may see and write, beside what its role lets it do. */
import type { AnyEvent, Entry } from '../domain/entry.ts';
import { families } from '../domain/families.ts';
import { homeOf } from '../domain/family.ts';
import type { CentreCode } from '../domain/units.ts';
import type { Holder } from '../ledger/access.ts';
import { categoryOf } from '../ledger/event-store.ts';
import { ApiProblem } from './problem.ts';

export function isFor({ centres }: Holder, centre: string): boolean {
  return centres === null || centres.includes(centre);
}

/** The centre at which the record on `stream` is kept; null where nothing that stands has opened it. */
export function homeOfRecord(
  stream: string,
  entries: readonly Entry<AnyEvent>[],
): CentreCode | null {
  const family = families.get(categoryOf(stream));
  return family === undefined ? null : homeOf(family, entries);
}

/**
 * Of which centre the record on `stream` is, for who reads it: of the one that keeps it, or else of
 * the last that opened it, though that was withdrawn: writing beside it shows nobody what was there.
 * Null where it never was opened: it is then of everyone who wrote to it.
 */
export function centreToRead(
  stream: string,
  entries: readonly Entry<AnyEvent>[],
): CentreCode | null {
  const opens = families.get(categoryOf(stream))?.opens ?? [];
  const opened = entries.findLast(({ type }) => opens.includes(type));
  return homeOfRecord(stream, entries) ?? opened?.centre ?? null;
}

/**
 * Holds a reader to the records of their centres, by all the entries that there are: whose a record
 * is now decides, also for what it was in the past.
 *
 * @throws ApiProblem if it is another centre's.
 */
export function checkCentre(
  holder: Holder,
  stream: string,
  entries: readonly Entry<AnyEvent>[],
): void {
  const kept = centreToRead(stream, entries);
  const centres = kept === null ? entries.map(({ centre }) => centre) : [kept];
  if (!centres.some((centre) => isFor(holder, centre))) throw new ApiProblem('access/other-centre');
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
 * Holds an official and an agency's officer to what concerns them.
 *
 * @throws ApiProblem if no entry names them.
 */
export function checkIsTheirs(holder: Holder, entries: readonly Entry<AnyEvent>[]): void {
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
