/**
 * What a reader of a record is not shown of its entries: whatever leads on to who denounces.
 *
 * A person's id is the same on all records that name the person, and a dossier names its applicant. On
 * the record of a denunciation both would say who denounces, to whoever may open that dossier. And an
 * official who reads what was noted of them is not told from which complaint it came.
 */
import { leadingElsewhere } from '../domain/complaints/complaint/secrecy.ts';
import type { AnyEvent, Entry } from '../domain/entry.ts';
import { families } from '../domain/families.ts';
import { namedIn } from '../domain/vocabulary/naming.ts';
import type { Holder, Role } from '../ledger/access.ts';
import { categoryOf } from '../ledger/event-store.ts';
import { isSealed } from '../ledger/personal.ts';
import { isOwnRecord } from './scope.ts';
import { isDenunciation } from './secrecy.ts';

/** An entry as somebody is shown it. */
export type Veil = (entry: Entry<AnyEvent>) => Entry<AnyEvent>;

/** The roles that see of a denunciation what leads to who denounces: those that may open it. */
const confidants: ReadonlySet<Role> = new Set(['complaint-officer']);

export function isConfidant({ role }: Pick<Holder, 'role'>): boolean {
  return confidants.has(role);
}

/**
 * How the entries of the record on `stream` are shown to `holder`.
 *
 * @param entries of the record, all that there are: what turned out to be a denunciation is veiled also
 *   as it was before.
 */
export function veilFor(holder: Holder, stream: string, entries: readonly Entry<AnyEvent>[]): Veil {
  if (!isConfidant(holder) && isDenunciation(stream, entries)) return withoutTraces;
  return isNotedOf(holder, stream, entries) ? withoutComplaints : (entry) => entry;
}

function withoutTraces(entry: Entry<AnyEvent>): Entry<AnyEvent> {
  const data = mapped(entry.data, (name, value) => {
    if (isSealed(value)) return { sealed: true };
    return leadingElsewhere.has(name) ? null : value;
  });
  return { ...entry, data, causation: null, correlation: null };
}

/** Whether the record holds against the holder what a complaint may have brought up. */
function isNotedOf(
  { official }: Holder,
  stream: string,
  entries: readonly Entry<AnyEvent>[],
): boolean {
  const category = categoryOf(stream);
  if (official === null) return false;
  if (category === 'attendance') return isOwnRecord(official, stream);
  const vocabulary = families.get(category)?.vocabulary ?? {};
  return (
    category === 'violation' &&
    entries.some(({ type, data }) => {
      const definition = vocabulary[type];
      return definition !== undefined && namedIn(definition, data).officials.has(official);
    })
  );
}

function withoutComplaints(entry: Entry<AnyEvent>): Entry<AnyEvent> {
  const data = mapped(entry.data, (name, value) => {
    if (name === 'complaint') return null;
    return name === 'sources' && Array.isArray(value) ? value.map(withoutNumber) : value;
  });
  return { ...entry, data, causation: null, correlation: null };
}

/** A source of a violation: that it is a complaint may be known, and not which. */
function withoutNumber(source: unknown): unknown {
  const isComplaint =
    typeof source === 'object' &&
    source !== null &&
    'kind' in source &&
    source.kind === 'complaint';
  return isComplaint ? { ...source, id: null } : source;
}

function mapped(
  data: AnyEvent['data'],
  shown: (name: string, value: unknown) => unknown,
): AnyEvent['data'] {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, shown(name, value)]),
  );
}
