/** Which events a feed shows: those on records of the centres that the token is for. */
import type { AnyEvent, Entry } from '../domain/entry.ts';
import { families } from '../domain/families.ts';
import type { Holder } from '../ledger/access.ts';
import { categoryOf } from '../ledger/event-store.ts';
import type { RouteParts } from './parts.ts';
import { centreToRead, isFor } from './scope.ts';
import { decodeAll } from './subject.ts';

/** Whether `holder` may see `entry`. Asked of one event after another, in the order of the ledger. */
export type Sight = (holder: Holder, entry: Entry<AnyEvent>) => Promise<boolean>;

/** Records whose centre is remembered: some megabytes at most. */
const rememberedMax = 10_000;

/**
 * The sight of one feed. A record that nobody has opened has no centre: of its entries each is of the
 * centre that it names.
 */
export function sightOf({ store, codec }: Pick<RouteParts['ledger'], 'store' | 'codec'>): Sight {
  const remembered = new Map<string, string | null>();

  const centreOf = async ({ stream, type, corrects }: Entry<AnyEvent>): Promise<string | null> => {
    const opens = families.get(categoryOf(stream))?.opens ?? [];
    const mayChange = corrects !== null || opens.includes(type);
    const known = mayChange ? undefined : remembered.get(stream);
    if (known !== undefined) return known;
    const centre = centreToRead(stream, decodeAll(await store.read(stream), codec).entries);
    if (remembered.size >= rememberedMax) remembered.clear();
    remembered.set(stream, centre);
    return centre;
  };

  return async (holder, entry) =>
    holder.centres === null || isFor(holder, (await centreOf(entry)) ?? entry.centre);
}
