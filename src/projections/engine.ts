/**
 * The projection engine: reads the log once for all projections, and keeps their rows right.
 *
 * A subject is shown when its events have been gathered: at the end of each page while the model
 * follows the ledger, so that nobody reads an old row for long; when it is closed, or memory is
 * short, while a model is built from the first event, so that most subjects are written once.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { AnyEvent, Entry } from '../domain/entry.ts';
import { historyOf } from '../domain/regulations/history.ts';
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
  /** Before the first page of a model that is built: reads the records from which registers are made. */
  readonly prepare: () => void;
  /** Takes in a page: the events next after those before. */
  readonly take: (page: readonly StoredEvent[]) => void;
  /** While a model is built by several: shows what was taken in, and tells what all of them need. */
  readonly passed: () => readonly Passed[];
  /** Takes over what each of them told. @param share the part that is built here. */
  readonly takeOver: (passed: readonly (readonly Passed[])[], share: Share) => void;
  /** Writes everything that was gathered. */
  readonly flush: () => void;
};

export type EngineParts = {
  readonly database: DatabaseSync;
  readonly log: Pick<LogReader, 'ofStream' | 'streamsOf'>;
  readonly codec: Codec;
  readonly projections: readonly Projection[];
  /** Events that may wait in memory for the rest of their subject. 0: none; every page is written at its end. */
  readonly waitingMax: number;
  /** Not null while a model is built: the last event that it is to show. */
  readonly until: Index | null;
};

/** A subject of which there are events that are not shown yet. */
type Waiting = {
  readonly stream: string;
  /** In the order of the ledger, without those that were shown before. */
  readonly events: StoredEvent[];
};

export function engine(parts: EngineParts): Engine {
  const { database, log, codec, projections, waitingMax, until } = parts;
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
  const waiting = new Map<string, Waiting>();
  let held = 0;
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

  function show(subject: Waiting): void {
    const first = subject.events[0];
    if (first === undefined) return;
    const all = first.revision === 0 ? subject.events : wholeStream(log, subject.stream, head);
    const entries = decodeAll(all, codec, quarantine);
    const known = entries.filter(({ index }) => index < first.index);
    const viewing = byCategory.get(categoryOf(subject.stream)) ?? [];
    if (viewing.length > 0) {
      const shown = subjectOf(subject.stream, known);
      const now = subjectOf(subject.stream, entries);
      for (const projection of viewing) {
        const before = viewOf(projection, shown, null);
        const after = viewOf(projection, now, quarantine);
        writeDifference(projection, writers, before, after);
      }
    }
    for (const one of judging) one.changed(subject.stream, entries, known.length);
  }

  function showOldest(downTo: number): void {
    for (const subject of waiting.values()) {
      if (held <= downTo) return;
      show(subject);
      waiting.delete(subject.stream);
      held -= subject.events.length;
    }
  }

  return {
    take(page) {
      for (const event of page) {
        const category = categoryOf(event.stream);
        if (!byCategory.has(category) && !judging.some((one) => one.concerns(category))) continue;
        const subject = waiting.get(event.stream);
        if (subject === undefined)
          waiting.set(event.stream, { stream: event.stream, events: [event] });
        else subject.events.push(event);
        held += 1;
      }
      head = page.at(-1)?.index ?? head;
      if (held > waitingMax) showOldest(Math.floor(waitingMax / 2));
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
    passed() {
      showOldest(0);
      return judging.map((one) => one.passed());
    },
    takeOver(passed, share) {
      for (const [place, one] of judging.entries()) {
        one.takeOver(
          passed.flatMap((all) => all[place] ?? []),
          share,
        );
      }
    },
    flush() {
      showOldest(0);
      for (const one of judging) one.flush();
      for (const writer of writers.values()) writer.flush();
    },
  };
}

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

function subjectOf(stream: string, entries: readonly Entry<AnyEvent>[]): Subject | null {
  return entries.length === 0 ? null : { stream, entries, history: historyOf(entries) };
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
