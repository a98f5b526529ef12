/** From what was posted to what is proposed: who says it, where, and when exactly. */
import type { AnyEvent, Entry } from '../domain/entry.ts';
import { families } from '../domain/families.ts';
import type { Centres } from '../domain/regulations/centre.ts';
import { partsOf } from '../domain/stream.ts';
import { startOfDay, type Zone } from '../domain/time/zone.ts';
import { ActorId, CentreCode, type Instant } from '../domain/units.ts';
import type { Holder } from '../ledger/access.ts';
import type { Fact } from '../ledger/deciding.ts';
import { categoryOf } from '../ledger/event-store.ts';
import { ApiProblem, invalid } from './problem.ts';
import type { PostedFact } from './proposal.ts';
import { homeOfRecord, isFor } from './scope.ts';
import { checkMayTell, checkMayWrite } from './secrecy.ts';

type StatedFact = Omit<Fact, 'id'>;

/**
 * The facts as they are proposed on the record `stream`, on which `entries` are.
 *
 * @throws ApiProblem for another centre's record, before anything is said of what is on it; for a
 *   denunciation of the holder; for another's name, a backfill by who may not, or a day at a centre that nobody knows.
 */
export function stated(
  posted: readonly PostedFact[],
  stream: string,
  entries: readonly Entry<AnyEvent>[],
  holder: Holder,
  centres: Centres,
): readonly StatedFact[] {
  const home = homeOfRecord(stream, entries);
  if (home !== null && !isFor(holder, home)) throw new ApiProblem('entry/other-centre');
  checkMayWrite(holder, stream, entries);
  const here =
    home ??
    posted[0]?.centre ??
    centreInName(stream) ??
    onlyCentreOf(holder, centres) ??
    entries[0]?.centre ??
    null;

  return posted.map((fact, at) => {
    checkMayState(fact, holder, at);
    checkMayTell(holder, stream, fact.type, at);
    const { type, data, corrects, causation, correlation, recordedVia } = fact;
    const corrected = entries.find(({ id }) => id === corrects);
    const centre = fact.centre ?? home ?? corrected?.centre ?? here;
    return {
      type,
      data,
      ...momentOf(fact, zoneOf(centre, centres, at), at),
      actor: fact.actor ?? ActorId.parse(selfOf(holder)),
      centre,
      recordedVia,
      corrects,
      causation,
      correlation,
    };
  });
}

/** The centre that the name of a record names, as of a roster or a receipt. */
function centreInName(stream: string): CentreCode | null {
  const key = families.get(categoryOf(stream))?.key ?? {};
  const named = partsOf(stream, Object.keys(key))?.['centre'];
  return named === undefined ? null : CentreCode.parse(named);
}

/** Where something happened that is said to have happened nowhere: the only centre that it can be. */
function onlyCentreOf(holder: Holder, centres: Centres): CentreCode | null {
  const possible = holder.centres ?? [...centres.keys()];
  const [only] = possible;
  return possible.length === 1 && only !== undefined ? CentreCode.parse(only) : null;
}

/** As entries name the holder: the official, or the name that the token was made for, or else the token. */
export function selfOf({ official, name, id }: Holder): string {
  return official ?? name ?? id;
}

function checkMayState({ actor, recordedVia }: PostedFact, holder: Holder, at: number): void {
  const self = selfOf(holder);
  if (actor !== undefined && actor !== self && holder.role !== 'service') {
    throw new ApiProblem('access/other-actor', { at });
  }
  const mayBackfill = holder.role === 'service' || holder.role === 'director';
  if (recordedVia.mode === 'backfill' && !mayBackfill) {
    throw new ApiProblem('access/no-backfill', { at });
  }
}

/** The zone in which the centre has its days. @throws ApiProblem if it is not said, or there is no such centre. */
function zoneOf(centre: CentreCode | null, centres: Centres, at: number): Zone {
  if (centre === null) throw new ApiProblem('entry/no-centre', { at });
  const known = centres.get(centre);
  if (known === undefined) throw new ApiProblem('entry/unknown-centre', { at });
  return known.workingTime.calendar.zone;
}

/** A day alone is its first instant at the centre, and says that it is a day. */
function momentOf(
  { occurredAt, precision }: PostedFact,
  zone: Zone,
  at: number,
): { readonly occurredAt: Instant; readonly precision: 'instant' | 'day' } {
  if ('on' in occurredAt) {
    if (precision === 'instant') {
      const message = 'a date alone is no instant: send the time, or leave the precision out';
      throw invalid([{ path: '/precision', message }], at);
    }
    return { occurredAt: startOfDay(occurredAt.on, zone), precision: 'day' };
  }
  if (precision === 'day') {
    const message = 'where only the day is known, send the date alone as occurredAt: 2026-03-02';
    throw invalid([{ path: '/precision', message }], at);
  }
  return { occurredAt: occurredAt.at, precision: 'instant' };
}
