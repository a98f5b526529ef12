/** Events as they lie in a log, and what read models show of them: row by row, to be compared. */
import { DatabaseSync } from 'node:sqlite';
import type { AnyEvent, Entry, Proposal } from '../../src/domain/entry.ts';
import { families } from '../../src/domain/families.ts';
import { historyOf } from '../../src/domain/regulations/history.ts';
import { categoryOf } from '../../src/domain/stream.ts';
import { Instant, instantAt } from '../../src/domain/units.ts';
import { codec } from '../../src/ledger/codec.ts';
import type { NewEvent, StoredEvent } from '../../src/ledger/event-store.ts';
import { eventId } from '../../src/ledger/record.ts';
import type { Projection } from '../../src/projections/projection.ts';
import { quarantineSchema } from '../../src/projections/quarantine.ts';
import { createIndexes, createTable, type Row } from '../../src/projections/table.ts';

export const words = codec(families);

/** What came on record: a fact, or an event of a release to come. */
export type Happened = { readonly stream: string; readonly fact: Proposal<AnyEvent> | null };

/** The id of the entry at `revision` of a stream. */
export function idIn(stream: string, revision: number) {
  return eventId(stream, 'test', revision);
}

/** As it goes to the store. */
export function newEventOf({ stream, fact }: Happened, revision: number): NewEvent {
  const id = idIn(stream, revision);
  const salt = '00'.repeat(16);
  if (fact !== null) return words.encode(stream, id, { ...fact, request: null }, salt);
  const occurredAt = Instant.parse('2026-03-02T08:00:00+07:00');
  return { id, type: 'DossierBlessed', version: 1, occurredAt, salt, content: '{}' };
}

/** As a log has them, recorded an hour apart. */
export function storedEvents(happened: readonly Happened[]): StoredEvent[] {
  const revisions = new Map<string, number>();
  return happened.map((one, index) => {
    const revision = revisions.get(one.stream) ?? 0;
    revisions.set(one.stream, revision + 1);
    return {
      ...newEventOf(one, revision),
      stream: one.stream,
      revision,
      index: BigInt(index),
      recordedAt: instantAt(Date.UTC(2026, 2, 2) + index * 3_600_000),
    };
  });
}

/** An empty model in memory, with the tables of `projections`. */
export function emptyModel(projections: readonly Projection[]): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  database.exec(quarantineSchema);
  for (const table of projections.flatMap(({ tables }) => tables)) {
    createTable(database, table);
    createIndexes(database, table);
  }
  return database;
}

/** Every row of every table, in an order that says nothing. */
export type Rows = Readonly<Record<string, readonly string[]>>;

export function rowsIn(database: DatabaseSync, projections: readonly Projection[]): Rows {
  const names = projections.flatMap(({ tables }) => tables.map(({ name }) => name));
  return Object.fromEntries(
    [...names, 'quarantine'].map((table) => [
      table,
      database.prepare(`SELECT * FROM ${table}`).all().map(textOf).toSorted(),
    ]),
  );
}

/** What the rows should be, by the plainest reading: each subject by itself, and counts added up. */
export function rowsOf(events: readonly StoredEvent[], projections: readonly Projection[]): Rows {
  const quarantine: Row[] = [];
  const subjects = Map.groupBy(events, ({ stream }) => stream);
  const read = new Map(
    [...subjects].map(([stream, stored]) => [stream, readable(stored, quarantine)]),
  );
  const rows: Record<string, string[]> = {};
  const kept = new Map<string, Row[]>();
  for (const projection of projections) {
    const all = [...read].flatMap(([stream, entries]) => {
      if (entries.length === 0 || categoryOf(stream) !== projection.category) return [];
      const seen = seenBy(projection, stream, entries);
      for (const { part, message } of seen.failures) {
        quarantine.push({ stream, part: `${projection.name}: ${part}`, message });
      }
      return [seen];
    });
    for (const { name, columns, key, counts } of projection.tables) {
      const names = Object.keys(columns);
      const part = counts.length === 0 ? 'rows' : 'counts';
      const contributed = [
        ...(kept.get(name) ?? []),
        ...all.flatMap((view) => view[part][name] ?? []),
      ];
      kept.set(name, contributed); // two projections may add to one table
      const shown =
        counts.length === 0 ? contributed : addedUp(contributed, names.slice(0, key), counts);
      rows[name] = shown.map((row) => textOf(inOrder(row, names))).toSorted();
    }
  }
  return { ...rows, quarantine: quarantine.map(textOf).toSorted() };
}

function readable(stored: readonly StoredEvent[], quarantine: Row[]): Entry<AnyEvent>[] {
  return stored.flatMap((event) => {
    try {
      return [words.decode(event)];
    } catch (error) {
      const message = error instanceof Error ? error.message : '';
      quarantine.push({ stream: event.stream, part: `event ${event.index}`, message });
      return [];
    }
  });
}

function seenBy({ view }: Projection, stream: string, entries: readonly Entry<AnyEvent>[]) {
  try {
    return view({ stream, entries, history: historyOf(entries) });
  } catch (error) {
    return { rows: {}, counts: {}, failures: [{ part: 'view', message: String(error) }] };
  }
}

function addedUp(rows: readonly Row[], keys: readonly string[], counts: readonly string[]): Row[] {
  const groups = Map.groupBy(rows, (row) => textOf(inOrder(row, keys)));
  return [...groups.values()].map((group) => ({
    ...group[0],
    ...Object.fromEntries(
      counts.map((column) => [column, group.reduce((sum, row) => sum + Number(row[column]), 0)]),
    ),
  }));
}

function inOrder(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
}

function textOf(row: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(row, (_, value: unknown) =>
    typeof value === 'bigint' ? Number(value) : value,
  );
}
