/**
 * The projection engine: reads the log once for all projections, and keeps their rows right.
 *
 * While a model follows the ledger, a record is shown anew at the end of each page that has something of
 * it, so that nobody reads an old row for long. While a model is built, records are taken one by one,
 * whole: each is decoded and written once, and what is held is one record.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { AnyEvent, Entry } from '../domain/entry.ts';
import { families } from '../domain/families.ts';
import { type History, historyOf } from '../domain/regulations/history.ts';
import type { Index } from '../domain/units.ts';
import type { Codec } from '../ledger/codec.ts';
import { categoryOf, type StoredEvent } from '../ledger/event-store.ts';
import type { LogReader } from '../ledger/log-reader.ts';
import { judgeOn, preparedCategories } from './judging.ts';
import { emptyView, type Projection, type Subject, type View, type Viewing } from './projection.ts';
import { type Quarantine, quarantineOn } from './quarantine.ts';
import type { Passed, Share } from './share.ts';
import { type TableWriter, tableWriter } from './table.ts';

export type Engine = {
  /** Before the first record of a model that is built: reads those from which registers are made. */
  readonly prepare: () => void;
  /** The families of which anything is shown or judged. */
  readonly categories: readonly string[];
  /** While a model is built: shows records as they are to be shown, neighbours by their names. @returns how many events they have. */
  readonly show: (streams: readonly string[]) => number;
  /** While a model follows: takes in a page, the events next after those before. */
  readonly take: (page: readonly StoredEvent[]) => void;
  /** While a model is built by several: what this one found that all of them need. */
  readonly passed: () => readonly Passed[];
  /** Takes over what each of them told. @param share the part that is built here. */
  readonly takeOver: (passed: readonly (readonly Passed[])[], share: Share) => void;
  /** Judges whoever waits for it, and writes what was added up. */
  readonly flush: () => void;
};

export type EngineParts = {
  readonly database: DatabaseSync;
  readonly log: Pick<LogReader, 'ofStream' | 'ofStreams' | 'streamsOf'>;
  readonly codec: Codec;
  readonly projections: readonly Projection[];
  /** Not null while a model is built: the last event that it is to show. */
  readonly until: Index | null;
};

export function engine(parts: EngineParts): Engine {
  const { database, log, codec, projections, until } = parts;
  const byCategory = Map.groupBy(
    projections.filter((one) => 'view' in one),
    ({ category }) => category,
  );
  const writers = new Map(
    projections.flatMap(({ tables }) =>
      tables.map((table) => [table.name, tableWriter(database, table)] as const),
    ),
  );
  const quarantine = quarantineOn(database);
  let head: Index = -1n;
  const judging = projections
    .filter((one) => 'judges' in one)
    .map((projection) =>
      judgeOn(
        {
          database,
          projection,
          quarantine,
          entriesOf: (stream) => entriesUpTo(until ?? head, stream),
        },
        until !== null,
      ),
    );

  /** A stream as it stood at `last`: what was appended since belongs to a later page. */
  function entriesUpTo(last: Index, stream: string): Entry<AnyEvent>[] {
    const stored = log.ofStream(stream).filter(({ index }) => index <= last);
    return decodeAll(stored, codec, null);
  }

  /** @param before events of it that were shown; the rest is news. */
  function read(stream: string, all: readonly StoredEvent[], before: number): Reading {
    const history = historyOf(decodeAll(all, codec, quarantine));
    const firstNew = all[before]?.index ?? head;
    const known = before === 0 ? [] : history.entries.filter(({ index }) => index < firstNew);
    for (const one of judging) one.read(stream, history);
    return { stream, history, known };
  }

  function show({ stream, history, known }: Reading): void {
    const { entries } = history;
    const viewing = byCategory.get(categoryOf(stream)) ?? [];
    if (viewing.length > 0) {
      const shown =
        known.length === 0 ? null : { stream, entries: known, history: historyOf(known) };
      const now = entries.length === 0 ? null : { stream, entries, history };
      for (const projection of viewing) {
        const old = viewOf(projection, shown, null);
        writeDifference(projection, writers, old, viewOf(projection, now, quarantine));
      }
    }
    for (const one of judging) one.changed(stream, history, known.length);
  }

  return {
    categories: [...families.keys()].filter(
      (category) => byCategory.has(category) || judging.some((one) => one.concerns(category)),
    ),
    show(streams) {
      const [first, last] = [streams[0], streams.at(-1)];
      if (first === undefined || last === undefined) return 0;
      const upTo = until ?? head;
      const all = log.ofStreams(first, last).filter(({ index }) => index <= upTo);
      const records = [...Map.groupBy(all, (event) => event.stream)].map(([stream, events]) =>
        read(stream, events, 0),
      );
      for (const one of records) show(one);
      return all.length;
    },
    take(page) {
      head = page.at(-1)?.index ?? head;
      for (const [stream, news] of Map.groupBy(page, (event) => event.stream)) {
        const category = categoryOf(stream);
        if (!byCategory.has(category) && !judging.some((one) => one.concerns(category))) continue;
        const before = news[0]?.revision ?? 0;
        show(read(stream, before === 0 ? news : wholeStream(log, stream, head), before));
      }
    },
    prepare() {
      for (const category of judging.length > 0 ? preparedCategories : []) {
        for (const stream of log.streamsOf(category, until ?? head)) {
          for (const one of judging) {
            one.prepare(stream, () => entriesUpTo(until ?? head, stream));
          }
        }
      }
    },
    passed: () => judging.map((one) => one.passed()),
    takeOver(passed, share) {
      for (const [place, one] of judging.entries()) {
        one.takeOver(
          passed.flatMap((all) => all[place] ?? []),
          share,
        );
      }
    },
    flush() {
      for (const one of judging) one.flush();
      for (const writer of writers.values()) writer.flush();
    },
  };
}

/** A record that was read to be shown. */
type Reading = {
  readonly stream: string;
  readonly history: History;
  /** Those of its entries that were shown before. */
  readonly known: readonly Entry<AnyEvent>[];
};

/** A stream as it stood at `head`: what was appended since belongs to a later page. */
function wholeStream(log: EngineParts['log'], stream: string, head: Index): StoredEvent[] {
  return log.ofStream(stream).filter(({ index }) => index <= head);
}

/** An event that cannot be read is set aside and counted; the rest of its subject goes on. @param quarantine null: it is counted elsewhere. */
function decodeAll(
  events: readonly StoredEvent[],
  { decode }: Codec,
  quarantine: Quarantine | null,
): Entry<AnyEvent>[] {
  const entries: Entry<AnyEvent>[] = [];
  for (const event of events) {
    try {
      entries.push(decode(event));
    } catch (error) {
      quarantine?.event(event, error);
    }
  }
  return entries;
}

/** @param quarantine null for what was shown before: what failed then is listed. */
function viewOf(
  { name, view }: Viewing,
  subject: Subject | null,
  quarantine: Quarantine | null,
): View {
  if (subject === null) return emptyView;
  try {
    const shown = view(subject);
    quarantine?.subject(name, subject.stream, shown.failures);
    return shown;
  } catch (error) {
    quarantine?.subject(name, subject.stream, [{ part: 'view', message: String(error) }]);
    return emptyView;
  }
}

function writeDifference(
  { tables }: Viewing,
  writers: ReadonlyMap<string, TableWriter>,
  before: View,
  after: View,
): void {
  for (const { name, counts } of tables) {
    const part = counts.length > 0 ? 'counts' : 'rows';
    writers.get(name)?.change(before[part][name] ?? [], after[part][name] ?? []);
  }
}
