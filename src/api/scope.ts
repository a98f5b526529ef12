/** What a token may see and write, beside what its role lets it do. */
import { centresOf, saysWhoTheyAre } from '../domain/centre/official/centres.ts';
import type { AnyEvent, Entry } from '../domain/entry.ts';
import { families } from '../domain/families.ts';
import { homeOf } from '../domain/family.ts';
import { partsOf } from '../domain/stream.ts';
import { standing } from '../domain/timeline.ts';
import type { CentreCode } from '../domain/units.ts';
import { type Named, namedIn } from '../domain/vocabulary/naming.ts';
import type { Key } from '../domain/vocabulary.ts';
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
  const centres = kept === null ? entries.flatMap(centresOf) : [kept];
  if (!centres.some((centre) => isFor(holder, centre))) throw new ApiProblem('access/other-centre');
}

/**
 * Whether a reader of the record is shown this entry: not what another centre wrote on it, before it was
 * opened here or when that kept it itself. Whoever opens a record anew is so not shown what was withdrawn
 * from it elsewhere. An agency's officer is not shown what is of other agencies alone, where one record
 * holds what is each agency's.
 */
export function isShownTo(holder: Holder, entry: Entry<AnyEvent>): boolean {
  const isOfCentre =
    isCommonKnowledge(entry) || centresOf(entry).some((centre) => isFor(holder, centre));
  return isOfCentre && !(holder.role === 'agency-officer' && isOfOthers(holder.agency, entry));
}

/** What is said at one centre and holds at every other: what procedures there are, and who an official is. */
function isCommonKnowledge(entry: Entry<AnyEvent>): boolean {
  const category = categoryOf(entry.stream);
  return category === 'procedure' || (category === 'official' && saysWhoTheyAre(entry));
}

/** The families whose records hold side by side what is each agency's. */
const ofEachAgency: ReadonlySet<string> = new Set(['fees']);

function isOfOthers(agency: string | null, { stream, type, data }: Entry<AnyEvent>): boolean {
  const family = families.get(categoryOf(stream));
  const definition = family?.vocabulary[type];
  if (family === undefined || definition === undefined) return true;
  if (!ofEachAgency.has(family.category)) return false;
  const { agencies } = namedIn(definition, data);
  return agencies.size > 0 && (agency === null || !agencies.has(agency));
}

/**
 * Holds an official and an agency's officer to what concerns them: a record that is theirs by its
 * name, or on which an entry that stands names them, or that is nobody's own.
 *
 * @param entries all that there are: who is named by mistake has no longer to do with it.
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
  if (ownersOf[whom].has(category)) return isNamedBy(stream, key, code);
  return standing(entries).some(({ type, data }) => {
    const definition = vocabulary[type];
    return definition !== undefined && namedIn(definition, data)[whom].has(code);
  });
}

/** Whether the record on `stream` is the official's own: by its name, or the leave that they take. */
export function isOfficialsOwn(
  official: string | null,
  stream: string,
  entries: readonly Entry<AnyEvent>[],
): boolean {
  if (official === null) return false;
  if (categoryOf(stream) !== 'leave') return isOwnRecord(official, stream);
  return standing(entries).some(({ data }) => data['official'] === official);
}

/** Whether the record on `stream` is the official's own, by its name. */
export function isOwnRecord(official: string, stream: string): boolean {
  const family = families.get(categoryOf(stream));
  if (family === undefined || !ownersOf.officials.has(family.category)) return false;
  return isNamedBy(stream, family.key, official);
}

function isNamedBy(stream: string, key: Key, code: string): boolean {
  return Object.values(partsOf(stream, Object.keys(key)) ?? {})[0] === code;
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
