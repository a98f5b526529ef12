/** Events as they lie in a log, and what read models show of them: row by row, to be compared. */
import { DatabaseSync } from 'node:sqlite';
import type { AnyEvent, Entry, Proposal } from '../../src/domain/entry.ts';
import { families } from '../../src/domain/families.ts';
import { historyOf } from '../../src/domain/regulations/history.ts';
import { judge } from '../../src/domain/regulations/judge.ts';
import { asLaidDown } from '../../src/domain/regulations/laid-down-centre.ts';
import { lookupOf } from '../../src/domain/regulations/register.ts';
import { laidDown } from '../../src/domain/regulations/registers/laid-down.ts';
import { successions } from '../../src/domain/regulations/registers/successions.ts';
import { registers } from '../../src/domain/regulations/registers.ts';
import { centreOfSubject } from '../../src/domain/regulations/subjects.ts';
import { categoryOf } from '../../src/domain/stream.ts';
import { Instant, instantAt } from '../../src/domain/units.ts';
import { codec } from '../../src/ledger/codec.ts';
import type { NewEvent, StoredEvent } from '../../src/ledger/event-store.ts';
import { eventId } from '../../src/ledger/record.ts';
import {
  keptTable,
  rowsOf as rowsOfVerdict,
  type VerdictRows,
} from '../../src/projections/duties.ts';
import type { Judging, Projection, Viewing } from '../../src/projections/projection.ts';
import { quarantineSchema } from '../../src/projections/quarantine.ts';
import { createIndexes, createTable, type Row } from '../../src/projections/table.ts';
import { registersIn, subjectIn } from './registers.ts';

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
  for (const judging of projections.filter((one) => 'judges' in one)) {
    Object.assign(rows, judgedRows(judging, read, quarantine));
  }
  for (const projection of projections.filter((one) => 'view' in one)) {
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

/** The tables of the judging: every subject there can be is judged once, at the end. */
function judgedRows(
  { name, tables, judges }: Judging,
  read: ReadonlyMap<string, readonly Entry<AnyEvent>[]>,
  quarantine: Row[],
): Record<string, string[]> {
  const entries = [...read.values()].flat();
  let looks = new Set<string>();
  const looking = registersIn(entries, (register, key) => {
    if (!register.isAboutSubjects) looks.add(lookupOf(register.lookedAtWith ?? register, key));
  });
  const rows = new Map(tables.map((table) => [table.name, new Array<Row>()]));
  const add = (table: string, more: readonly Row[]) => rows.get(table)?.push(...more);
  const streams = Map.groupBy(entries, ({ stream }) => stream);
  const parts = [...registers.values()].flat().filter(({ isAboutSubjects }) => isAboutSubjects);
  for (const [stream, own] of read) {
    for (const register of registers.get(categoryOf(stream)) ?? []) {
      if (own.length === 0 && register.isKeyedByName !== true) continue;
      const keys = [...new Set(register.keys(stream, own))];
      add(
        'member',
        keys.map((key) => ({ lookup: lookupOf(register, key), stream })),
      );
    }
  }
  const named = parts.flatMap((part) =>
    [...streams].flatMap(([stream, own]) =>
      categoryOf(stream) === part.category ? part.keys(stream, own) : [],
    ),
  );
  const kinds = new Set(
    [...judges.values()].flatMap(({ demands }) => demands.flatMap(({ rule }) => rule.subject)),
  );
  for (const subject of new Set([...streams.keys(), ...named])) {
    if (!kinds.has(categoryOf(subject))) continue;
    looks = new Set();
    const { history } = subjectIn(subject, entries, looking);
    const code = centreOfSubject(subject, history);
    const centre = code === null ? undefined : judges.get(code);
    if (centre === undefined) {
      const message = `no centre ${code ?? '(none)'} in this program: add its file under regulations/centres`;
      quarantine.push({ stream: subject, part: `${name}: centre`, message });
      continue;
    }
    const verdict = judge({ name: subject, history }, centre, looking);
    for (const { rule, message } of verdict.failures) {
      quarantine.push({ stream: subject, part: `${name}: ${rule}`, message });
    }
    const shown = rowsOfVerdict(
      subject,
      asLaidDown(centre, looking.look(laidDown, centre.code)),
      verdict,
      history,
      looking.look(successions, centre.code),
    );
    add('duty', shown.duty);
    add('finding', shown.finding);
    add('kept', shown.kept);
    add('late', shown.late);
    add(
      'looked',
      [...looks].map((lookup) => ({ lookup, subject })),
    );
    add('judged', judgedRow(subject, shown, [...looks].toSorted()));
  }
  return Object.fromEntries(
    tables.map(({ name: table, columns, key, counts }) => {
      const names = Object.keys(columns);
      const all = rows.get(table) ?? [];
      const shown = counts.length === 0 ? all : addedUp(all, names.slice(0, key), counts);
      return [table, shown.map((row) => textOf(inOrder(row, names))).toSorted()];
    }),
  );
}

function judgedRow(
  subject: string,
  { centre, duty, finding, kept }: VerdictRows,
  looks: readonly string[],
): Row[] {
  if ([duty, finding, kept, looks].every(({ length }) => length === 0)) return [];
  const columns = Object.keys(keptTable.columns);
  const counted = kept.map((row) => columns.map((column) => row[column]));
  return [{ subject, centre, looks: JSON.stringify(looks), kept: JSON.stringify(counted) }];
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

function seenBy({ view }: Viewing, stream: string, entries: readonly Entry<AnyEvent>[]) {
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
