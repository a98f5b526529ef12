/** What a token may see and write, beside what its role lets it do. */
import type { AnyEvent, Entry } from '../domain/entry.ts';
import { families } from '../domain/families.ts';
import { homeOf } from '../domain/family.ts';
import { partsOf } from '../domain/stream.ts';
import type { CentreCode } from '../domain/units.ts';
import { type Named, namedIn } from '../domain/vocabulary/naming.ts';
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

/**
 * Holds an official and an agency's officer to what concerns them: a record that is theirs by its
 * name, or on which an entry names them, or that is nobody's own.
 *
 * @throws ApiProblem if none does.
 */
export function checkIsTheirs(
  { role, official, agency }: Holder,
  stream: string,
  entries: readonly Entry<AnyEvent>[],
): void {
  if (nobodysOwn.has(categoryOf(stream))) return;
  const isTheirs =
    (role !== 'official' || concerns('officials', official, stream, entries)) &&
    (role !== 'agency-officer' || concerns('agencies', agency, stream, entries));
  if (!isTheirs) throw new ApiProblem('access/not-yours');
}

function concerns(
  whom: keyof Named,
  code: string | null,
  stream: string,
  entries: readonly Entry<AnyEvent>[],
): boolean {
  const family = families.get(categoryOf(stream));
  if (code === null || family === undefined) return false;
  const { category, key, vocabulary } = family;
  if (ownersOf[whom].has(category)) {
    return Object.values(partsOf(stream, Object.keys(key)) ?? {})[0] === code;
  }
  return entries.some(({ type, data }) => {
    const definition = vocabulary[type];
    return definition !== undefined && namedIn(definition, data)[whom].has(code);
  });
}

/** The families whose records are named, first of all, by whose they are: nobody else's, whomever they name. */
const ownersOf: Readonly<Record<keyof Named, ReadonlySet<string>>> = {
  officials: new Set(['attendance', 'official']),
  agencies: new Set(),
};

/** The families whose records are nobody's own: whoever may read one reads all of their centres. */
const nobodysOwn: ReadonlySet<string> = new Set(['procedure', 'agency']);

/** An official asks about themselves, and need not say so. @throws ApiProblem if they ask about another. */
export function ownOfficial(
  { role, official }: Holder,
  asked: string | undefined,
): string | undefined {
  return role === 'official' ? onlyOwn(official, asked) : asked;
}

/** The same for an agency's officer and the agency. */
export function ownAgency({ role, agency }: Holder, asked: string | undefined): string | undefined {
  return role === 'agency-officer' ? onlyOwn(agency, asked) : asked;
}

function onlyOwn(own: string | null, asked: string | undefined): string {
  if (own === null || (asked !== undefined && asked !== own)) {
    throw new ApiProblem('access/not-yours');
  }
  return own;
}
