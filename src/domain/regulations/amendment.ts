/**
 * Entries that change afterwards what a record says of times that had passed: corrections, and whatever
 * became known later than it holds from. A notice that closes a day which is over, a posting entered
 * when it had ended, an outage that is declared when it began long ago.
 *
 * There is nothing wrong with most of them. But by each of them a breach of somebody else's record can be
 * taken away, so each is looked at when such a record is judged: see `taken-away.ts`.
 */
import type { AnyEvent, Entry } from '../entry.ts';
import { dayOf, msPerDay } from '../time/date.ts';
import { hoChiMinh, instantOfLocal, localDayAt } from '../time/zone.ts';
import { CalendarDate, type EventId, type Index, type Instant, millisecondsOf } from '../units.ts';
import { type History, historyOf } from './history.ts';

export type Amendment = {
  readonly entry: Entry<AnyEvent>;
  /** When the ledger could first know of it. */
  readonly known: Instant;
  /** The first instant of which it says something; in milliseconds since 1970 UTC. */
  readonly reach: number;
};

/** A place in the order in which entries became known: of one instant, in the order of the ledger. */
export type Moment = { readonly at: Instant; readonly index: Index };

/** Just before the entry became known. */
export function momentOf({ known, entry }: Pick<Amendment, 'known' | 'entry'>): Moment {
  return { at: known, index: entry.index };
}

/** Just after whatever became known at `moment`. */
export function after({ at, index }: Moment): Moment {
  return { at, index: index + 1n };
}

/** Negative: `one` is the earlier. */
export function compareMoments(one: Moment, other: Moment): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return Number(one.index - other.index);
}

/** The amendments among entries that `isMadeFrom` says something is made from, in the order in which they became known. */
export function amendmentsIn(
  records: readonly History[],
  isMadeFrom: (type: string) => boolean,
): readonly Amendment[] {
  return records
    .flatMap((record) => amendmentsOf(record, isMadeFrom))
    .toSorted((a, b) => compareMoments(momentOf(a), momentOf(b)));
}

function amendmentsOf(
  { entries, knownAt }: History,
  isMadeFrom: (type: string) => boolean,
): Amendment[] {
  const reaches = new Map<EventId, number>();
  const amendments: Amendment[] = [];
  for (const entry of entries) {
    const { id, type, corrects, recordedVia, recordedAt } = entry;
    const corrected = corrects === null ? undefined : reaches.get(corrects);
    if (!isMadeFrom(type) && corrected === undefined) continue;
    const own = isMadeFrom(type) ? reachOf(entry) : Infinity;
    const reach = Math.min(own, corrected ?? Infinity);
    reaches.set(id, reach);
    const known = recordedVia.mode === 'import' ? knownAt(entry) : recordedAt; // of all others they are the same
    if (corrects !== null || millisecondsOf(known) > reach) {
      amendments.push({ entry, known, reach });
    }
  }
  return amendments;
}

/** Fields that say from when, until when or on which day something holds. A test holds every word to them. */
const effectFields = ['from', 'to', 'on', 'effective', 'began', 'ended', 'date'];

/** The earliest time that it names; where it names none, the start of the day on which it happened, as registers read it. */
function reachOf({ data, occurredAt }: Entry<AnyEvent>): number {
  const parts = [
    data,
    ...Object.values(data).flatMap((value) => (Array.isArray(value) ? value : [])),
  ];
  const times = parts.flatMap((part: unknown) =>
    typeof part === 'object' && part !== null ? timesIn(part) : [],
  );
  return times.length > 0
    ? Math.min(...times)
    : dayStart(localDayAt(hoChiMinh, millisecondsOf(occurredAt)));
}

function timesIn(part: object): number[] {
  return Object.entries(part).flatMap(([field, value]: [string, unknown]) => {
    if (typeof value !== 'string' || !effectFields.includes(field)) return [];
    return timeIn(value) ?? [];
  });
}

/** Null: it is no time, but a time of day or a name. */
function timeIn(text: string): number | null {
  const day = CalendarDate.safeParse(text);
  if (day.success) return dayStart(dayOf(day.data));
  const instant = Date.parse(text);
  return /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(instant) ? instant : null;
}

function dayStart(day: number): number {
  return instantOfLocal(hoChiMinh, day * msPerDay);
}

/** As the records were when none of `dropped` was known. */
export function without(
  records: readonly History[],
  dropped: readonly Amendment[],
): readonly History[] {
  const gone = new Set(dropped.map(({ entry }) => entry));
  return records
    .map((record) =>
      record.entries.some((entry) => gone.has(entry))
        ? historyOf(record.entries.filter((entry) => !gone.has(entry)))
        : record,
    )
    .filter(({ entries }) => entries.length > 0);
}
