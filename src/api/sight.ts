/** What a feed shows: the events on records of the centres that the token is for, as they are shown to its holder. */
import { centresOf } from '../domain/centre/official/centres.ts';
import type { AnyEvent, Entry } from '../domain/entry.ts';
import { families } from '../domain/families.ts';
import type { Holder } from '../ledger/access.ts';
import { categoryOf } from '../ledger/event-store.ts';
import type { RouteParts } from './parts.ts';
import { centreToRead, isFor } from './scope.ts';
import { isKeptFrom } from './secrecy.ts';
import { decodeAll } from './subject.ts';
import { veilFor } from './veil.ts';

/** `entry` as `holder` may see it; null where they may not. Asked of one event after another, in the order of the ledger. */
export type Sight = (holder: Holder, entry: Entry<AnyEvent>) => Promise<Entry<AnyEvent> | null>;

/** Records whose centre is remembered: some megabytes at most. */
const rememberedMax = 10_000;

/** The families of which the whole record says what of it is shown. Their records are few. */
const confidential: ReadonlySet<string> = new Set(['complaint', 'violation', 'attendance']);

/**
 * The sight of one feed. A record that nobody has opened has no centre: of its entries each is of the
 * centre that it names, as is what another centre than the one that keeps it wrote.
 */
export function sightOf({ store, codec }: Pick<RouteParts['ledger'], 'store' | 'codec'>): Sight {
  const remembered = new Map<string, string | null>();
  const entriesOf = async (stream: string) => decodeAll(await store.read(stream), codec).entries;

  const centreOf = async ({ stream, type, corrects }: Entry<AnyEvent>): Promise<string | null> => {
    const opens = families.get(categoryOf(stream))?.opens ?? [];
    const mayChange = corrects !== null || opens.includes(type);
    const known = mayChange ? undefined : remembered.get(stream);
    if (known !== undefined) return known;
    const centre = centreToRead(stream, await entriesOf(stream));
    if (remembered.size >= rememberedMax) remembered.clear();
    remembered.set(stream, centre);
    return centre;
  };

  const isOfTheirs = async (holder: Holder, entry: Entry<AnyEvent>): Promise<boolean> => {
    if (holder.centres === null) return true;
    if (!centresOf(entry).some((centre) => isFor(holder, centre))) return false;
    const kept = await centreOf(entry);
    return kept === null || isFor(holder, kept);
  };

  return async (holder, entry) => {
    if (!(await isOfTheirs(holder, entry))) return null;
    const { stream } = entry;
    if (!confidential.has(categoryOf(stream))) return entry;
    const entries = await entriesOf(stream);
    return isKeptFrom(holder, stream, entries) ? null : veilFor(holder, stream, entries)(entry);
  };
}
